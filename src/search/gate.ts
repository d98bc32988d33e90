import type { ThemeMention } from '../domain/theme-matcher.js';
import { NEVER_TREATED } from './other-subjects.js';
import type { Hit } from './passage-index.js';
import type { Query, Term } from './query.js';

/** Whether the record answers: `report_silent` where the question is on a theme that no passage treats, `not_a_subject` where no such report would. */
export type Verdict = 'found' | 'no_match' | 'report_silent' | 'not_a_subject';

/** The least share of a question's meaning that one passage must carry where its words are hardly those of these reports. */
const ENOUGH = 0.3;
/** A question with this share of its words in the themes' vocabulary is about what these reports treat. */
const OF_THE_FIELD = 0.25;
/** The share beside which a foreign subject is only mentioned ("council tax" waived for care leavers). */
const MOSTLY_OF_THE_FIELD = 0.6;
/** Where no passage is on the theme asked about, words alone must carry this much. */
const NEARLY_ALL = 0.75;
/** A question mostly in words that nobody here uses needs a passage that carries this much of it. */
const HALF = 0.5;
/** Passages that share hardly a word with a question may answer it only where it says enough to tell what is meant. */
const HARDLY_ANY = 0.15;
const WORDS_ENOUGH = 3;
/** Passages far behind the best are not shown as if they answered. */
const OF_BEST_SCORE = 0.15;

/**
 * Decides from evidence that can be stated: whether the question names a subject that inspections never treat, how many of its
 * words are of the field, and how much of its meaning the best passages carry. `hits` come best first; `kept` are the hits worth showing, none unless found.
 */
export function decide(
  query: Query,
  hits: Hit[],
  subjects: ThemeMention[],
): { verdict: Verdict; kept: Hit[] } {
  if (subjects.length > 0 && !treatedBeside(query, subjects))
    return { verdict: 'not_a_subject', kept: [] };
  const support = mostCarried(hits);
  if (isSilent(query, hits) && support < NEARLY_ALL) return { verdict: 'report_silent', kept: [] };
  if (support < ENOUGH && ofTheField(query.terms) < OF_THE_FIELD)
    return { verdict: 'no_match', kept: [] };
  if (support < HALF && strange(query.terms) > HALF) return { verdict: 'no_match', kept: [] };
  if (support < HARDLY_ANY && !saysEnough(query)) return { verdict: 'no_match', kept: [] };
  const best = hits[0]?.score ?? 0;
  const kept = hits.filter((hit) => hit.score >= best * OF_BEST_SCORE);
  return { verdict: kept.length > 0 ? 'found' : 'no_match', kept };
}

/** The most of a question's meaning (0–1) that one passage carries. */
export const mostCarried = (hits: Hit[]): number =>
  hits.reduce((most, { support }) => Math.max(most, support), 0);

/** The share (0–1) of a question's words that the themes' vocabulary has. */
export const ofTheField = (terms: Term[]): number =>
  terms.length === 0 ? 0 : terms.filter((term) => term.ofField).length / terms.length;

/** A theme named, or several words that point to themes and are most of the question. */
const saysEnough = ({ themes, terms }: Query): boolean =>
  ofTheField(terms) >= MOSTLY_OF_THE_FIELD &&
  (themes.length > 0 || terms.filter((term) => term.ofField).length >= WORDS_ENOUGH);

/** The share of the words that neither the record nor the themes' vocabulary has. */
const strange = (terms: Term[]): number =>
  terms.length === 0 ? 0 : terms.filter((term) => !term.met).length / terms.length;

/** The question is on a theme of these reports, and no passage is. */
function isSilent({ themes }: Query, hits: Hit[]): boolean {
  const ids = new Set(themes.map((theme) => theme.id));
  return (
    ids.size > 0 && !hits.some(({ passage }) => passage.passage.themes.some((id) => ids.has(id)))
  );
}

/** Foreign subjects may be met in a finding, where the rest of the question names a theme and is of the field. */
function treatedBeside({ terms }: Query, subjects: ThemeMention[]): boolean {
  if (subjects.some(({ theme }) => NEVER_TREATED.has(theme.id))) return false;
  const rest = terms.filter(({ at }) => !subjects.some(({ from, to }) => from <= at && at < to));
  return (
    rest.some((term) => term.themes.length > 0) &&
    rest.filter((term) => term.ofField).length >= MOSTLY_OF_THE_FIELD * terms.length
  );
}
