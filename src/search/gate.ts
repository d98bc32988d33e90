import type { ThemeMention } from '../domain/theme-matcher.js';
import { stem } from '../domain/words.js';
import { NEVER_TREATED } from './other-subjects.js';
import type { Hit } from './passage-index.js';
import type { Query } from './query.js';

/** Whether the record answers: `report_silent` where the question is on a theme that no passage treats, `not_a_subject` where no such report would. */
export type Verdict = 'found' | 'no_match' | 'report_silent' | 'not_a_subject';

/** The least share of a question's meaning that one passage must carry to count as an answer. */
const ENOUGH = 0.3;
/** Where no passage is on the theme asked about, words alone must carry this much. */
const NEARLY_ALL = 0.75;
/** Passages far behind the best are not shown as if they answered. */
const OF_BEST_SUPPORT = 0.3;
const OF_BEST_SCORE = 0.15;

/**
 * Decides from evidence that can be stated: how much of the question's meaning the best passages carry, and whether the question
 * names a subject that inspections never treat. `kept` are the hits worth showing, none unless found.
 */
export function decide(
  query: Query,
  hits: Hit[],
  subject: ThemeMention | null,
): { verdict: Verdict; kept: Hit[] } {
  if (subject && !treatedBeside(query, hits, subject))
    return { verdict: 'not_a_subject', kept: [] };
  const support = Math.max(0, ...hits.map((hit) => hit.support));
  const silent = isSilent(query, hits);
  if (support < (silent ? NEARLY_ALL : ENOUGH))
    return { verdict: silent ? 'report_silent' : 'no_match', kept: [] };
  const score = Math.max(...hits.map((hit) => hit.score));
  const kept = hits.filter(
    (hit) => hit.support >= support * OF_BEST_SUPPORT && hit.score >= score * OF_BEST_SCORE,
  );
  return { verdict: 'found', kept };
}

/** The question is on a theme of these reports, and no passage is. */
function isSilent({ themes }: Query, hits: Hit[]): boolean {
  const ids = new Set(themes.map((theme) => theme.id));
  return (
    ids.size > 0 && !hits.some(({ passage }) => passage.passage.themes.some((id) => ids.has(id)))
  );
}

/** A foreign subject may still be met in a finding ("council tax" waived for care leavers): then the rest of the question is met there too. */
function treatedBeside(
  { words, terms }: Query,
  hits: Hit[],
  { theme, from, to }: ThemeMention,
): boolean {
  if (NEVER_TREATED.has(theme.id)) return false;
  const foreign = new Set(words.slice(from, to).map(stem));
  const rest = terms.filter((term) => !foreign.has(term.stem));
  return rest.length > 0 && hits.some((hit) => hit.support >= 0.95);
}
