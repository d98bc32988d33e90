import type { RecordedJudgement, RecordedPassage } from '../../domain/record.js';
import type { Theme } from '../../domain/theme.js';
import type { Visit } from '../../domain/visit.js';
import { spansOf, wordsSearched } from '../../question/index.js';
import { type SearchTerm, type Told, toldOf, withoutRepeats } from '../../search/index.js';
import type { ClaimVerdict } from '../answer.js';
import type { AskedOfOne } from '../asked.js';
import { newestVisits, quotedVisits, standingAsked } from '../newest-visits.js';
import { type About, aboutOf, visitsMeant } from './about.js';
import { type ClaimFacts, claimOf } from './claim.js';

const MOST = 5;
/** What is decided by the words of one passage, which is shown first. */
const BY_ITS_WORDS: ReadonlySet<ClaimVerdict> = new Set([
  'verbatim',
  'close',
  'qualified',
  'alike',
  'opposed',
]);

/**
 * The passages that answer a free question, best first, and how many more match less closely.
 * `isOthersWords`: the question is after Ofsted's words, and the best passage is in the council's.
 * `newestSilent` is the newest visit that the record quotes, where only older ones answer a
 * question that names no time. `claim` is set where the question asks if something was said, and
 * `standing` where it asks how an area stands that was graded; `subject` is what the asker calls a
 * subject narrower than a theme, where the question is nothing else. `told` is how the visit of
 * the first passage speaks of what is asked; `asked` are the asker's words, with whether most of it
 * was found and, where not, which of them alone are `unsaid` and the theme of what is nearest if
 * they name it. So many of `shown` as
 * `close` are about
 * as near as the best.
 */
export type PassagesFacts = {
  about: About;
  shown: RecordedPassage[];
  more: number;
  terms: SearchTerm[];
  isOthersWords: boolean;
  newestSilent: Visit | null;
  claim: ClaimFacts | null;
  standing: RecordedJudgement | null;
  subject: string | null;
  told: Told;
  close: number;
  asked: { words: string; isFound: boolean; unsaid: string[]; nearest: Theme | null };
};

/** Of ranked passages, those to show. */
export function passages(
  asked: AskedOfOne,
  ranked: RecordedPassage[],
  terms: SearchTerm[],
): PassagesFacts {
  const found = withoutRepeats(ranked);
  const claim = claimOf(asked, found, terms);
  const distinct =
    claim && (BY_ITS_WORDS.has(claim.verdict) || claim.isPerhaps)
      ? [claim.by, ...found.filter(({ key }) => key !== claim.by.key)]
      : found;
  const shown = distinct.slice(0, MOST);
  const asksOfsted = spansOf(asked.question, 'speaker').some(({ value }) => value === 'ofsted');
  const speaker = shown[0]?.passage.speaker.kind;
  return {
    about: aboutOf(asked),
    shown,
    more: distinct.length - shown.length,
    terms,
    isOthersWords: asksOfsted && (speaker === 'council' || speaker === 'office_holder'),
    newestSilent: newestSilentOf(asked, shown),
    claim,
    standing: standingOf(asked),
    subject: null,
    told: toldOf(
      ranked.filter(({ visit }) => visit.id === shown[0]?.visit.id),
      terms,
    ),
    close: shown.length,
    asked: {
      words: wordsSearched(asked.question),
      isFound: true,
      unsaid: [],
      nearest: themeAsked(shown, terms),
    },
  };
}

/**
 * What the first passage is about, where the question's own words name that: another theme's name
 * would only mislead.
 */
function themeAsked([first]: RecordedPassage[], terms: SearchTerm[]): Theme | null {
  const asked = terms.flatMap(({ themes, layWord }) => [
    ...themes,
    ...(layWord?.means ?? []).flatMap((mean) => mean.themes),
  ]);
  return asked.find(({ id }) => id === first?.passage.themes[0]) ?? null;
}

/** The newest judgement of the area whose standing is asked. */
export const standingOf = (asked: AskedOfOne): RecordedJudgement | null =>
  standingAsked(asked.question, visitsMeant(asked), asked.context);

/** The newest visit quoted, where the passages shown are all of visits older than are meant. */
function newestSilentOf(
  { authority, question, context }: AskedOfOne,
  shown: RecordedPassage[],
): Visit | null {
  const preferred = newestVisits(question, authority.urn, context);
  if (!preferred || shown.some(({ visit }) => preferred.has(visit.id))) return null;
  const [newest = null] = quotedVisits(authority.urn, context);
  return newest && preferred.has(newest.id) ? newest : null;
}
