import type { RecordedPassage } from '../../domain/record.js';
import { newestFirst } from '../../domain/visit.js';
import {
  asksOfMention,
  claimedParts,
  claimsTwo,
  leaningOf,
  oppositeClaimed,
  STOP_WORDS,
  says,
  searchedTokens,
  spansOf,
} from '../../question/index.js';
import {
  bySpeaker,
  contraryTo,
  createHolding,
  type Difference,
  nearlyClaimedIn,
  type SearchTerm,
  saidInOtherWords,
  sentenceClaimed,
  withExactPhrase,
  withWordsNear,
} from '../../search/index.js';
import type { ClaimVerdict } from '../answer.js';
import type { AskedOfOne } from '../asked.js';
import { newestVisits } from '../newest-visits.js';
import { visitsMeant } from './about.js';
import { claimedWords, claimMatches, passagesMeant } from './with-the-words.js';

/** How what is quoted stands to what was asked to be true. */
export type ClaimFacts = {
  verdict: ClaimVerdict;
  /** The passage that decides, of those shown. */
  by: RecordedPassage;
  /** In what the words that are there differ from those claimed. */
  differs?: Difference | null;
  /** Whether two things are claimed, which no one tone decides. */
  isOfTwo?: true;
  /** Whether the nearest has all parts of the claim in other words, which a reader must judge. */
  isPerhaps?: true;
  /** Whether the passage says in other words the very opposite of what is claimed. */
  isContrary?: true;
};

/** Whether the question asks if something was said. */
export const asksOfClaim = ({ question }: AskedOfOne): boolean =>
  spansOf(question, 'claim').some(({ value }) => value === 'asked');

/** What is quoted, held against what was asked to be true; `null` where nothing was. */
export function claimOf(
  asked: AskedOfOne,
  shown: RecordedPassage[],
  terms: SearchTerm[],
): ClaimFacts | null {
  const [first] = shown;
  if (!asksOfClaim(asked)) return null;
  const mentioned = asksOfMention(asked.question) ? mentionOf(asked) : null;
  if (mentioned && first) return mentioned;
  if (isOneWord(asked)) return null;
  const decided = first ? decidedBy(asked, shown) : contraryOf(asked);
  if ((decided && !decided.isPerhaps) || !first) return decided;
  const nearest: ClaimFacts = decided ??
    closestTo(asked, shown, terms) ?? { verdict: 'nearest', by: first };
  const claimed = toneClaimed(asked);
  const own = sentenceClaimed(nearest.by, terms, wordsOfTone(asked));
  const isTold = own.tone === 'praise' || own.tone === 'criticism';
  if (!claimed || !isTold || !isOnTheme(nearest.by, asked)) return nearest;
  // Of two things claimed at once one may be so and the other not.
  if (claimsTwo(claimedWords(asked))) return { ...nearest, isOfTwo: true };
  if (claimed !== own.tone) return { verdict: 'opposed', by: own.by };
  // Praise of something beside it is none of what is claimed.
  const { quote, themes } = own.by.passage;
  return createHolding(terms)(quote, themes) ? { verdict: 'alike', by: own.by } : nearest;
}

/** The sentence that has nearly all of a claim, whatever its words. */
function closestTo(
  asked: AskedOfOne,
  shown: RecordedPassage[],
  terms: SearchTerm[],
): ClaimFacts | null {
  const by = nearlyClaimedIn(shown.slice(0, NEAREST), terms, claimedWords(asked));
  return by && { verdict: 'nearest', by, isPerhaps: true };
}

/** The words by which a question claims well or ill of the council. */
const wordsOfTone = ({ question }: AskedOfOne): string[] =>
  [...spansOf(question, 'claim'), ...spansOf(question, 'tone')]
    .filter(({ value }) => value !== 'asked')
    .flatMap(({ from, to }) => question.tokens.filter(({ at }) => from <= at && at < to))
    .map(({ word }) => word)
    .filter((word) => !STOP_WORDS.has(word));

/**
 * The passage that has the very words or nearly, and means them; else one where they are turned or
 * limited by what is around them, have another figure, or stand in what must improve.
 */
export function saidOf(asked: AskedOfOne): ClaimFacts | null {
  const matches = claimMatches(asked);
  const same = matches.find(
    ({ by, differs }) => differs === null && by.passage.kind !== 'recommendation',
  );
  if (same) return { verdict: same.words, by: same.by };
  const [other] = matches;
  return other ? { verdict: 'qualified', by: other.by, differs: other.differs } : null;
}

/**
 * The passage whose words decide a claim: that have it, nearly have it, or say the opposite. What
 * the newest visit says to the contrary is told before an older one's words that say something
 * else.
 */
export function decidedBy(asked: AskedOfOne, among: RecordedPassage[]): ClaimFacts | null {
  const said = saidOf(asked);
  if (said && said.verdict !== 'qualified') return said;
  const contrary = contraryOf(asked);
  const isNewer = said && contrary && newestFirst(contrary.by.visit, said.by.visit) < 0;
  return isNewer ? contrary : (said ?? contrary ?? inOtherWords(asked, among));
}

/** What is claimed is looked for in other words in so many of the nearest passages. */
const NEAREST = 12;

/** The nearest passage with a sentence that says all of the claim in other words. */
function inOtherWords(asked: AskedOfOne, among: RecordedPassage[]): ClaimFacts | null {
  const claim = {
    text: claimedWords(asked),
    parts: claimedParts(asked.question),
    tone: toneClaimed(asked) ?? leaningOf(asked.question),
  };
  const found = among.slice(0, NEAREST).flatMap((each) => saidInOtherWords(each, claim) ?? []);
  const [best] = found.toSorted(
    (a, b) => newestFirst(a.by.visit, b.by.visit) || Number(a.isOfPart) - Number(b.isOfPart),
  );
  return best ? { verdict: 'nearest', by: best.by, isPerhaps: true } : null;
}

/** What the newest visit meant says to the contrary, where it says so surely. */
export function contraryOf(asked: AskedOfOne): ClaimFacts | null {
  const { question, authority, context } = asked;
  const side = oppositeClaimed(question);
  if (!side || claimsTwo(claimedWords(asked))) return null;
  const preferred = newestVisits(question, authority.urn, context);
  for (const visit of visitsMeant(asked)) {
    if (preferred && !preferred.has(visit.id)) continue;
    const own = context.passagesOf(authority.urn).filter((each) => each.visit.id === visit.id);
    const [by] = contraryTo(
      side,
      own.filter(({ passage }) => passage.speaker.kind === 'ofsted'),
    );
    if (by) return { verdict: 'opposed', by, isContrary: true };
  }
  return null;
}

/** The passage that names what is asked to be mentioned; `null` where none does. */
function mentionOf(asked: AskedOfOne): ClaimFacts | null {
  const words = claimedWords(asked)
    .split(' ')
    .filter((word) => !STOP_WORDS.has(word.toLowerCase()))
    .join(' ');
  const named = withWordsNear(passagesMeant(asked), words).sort(
    (a, b) => newestFirst(a.visit, b.visit) || bySpeaker(a, b),
  );
  const [exact] = withExactPhrase(named, words);
  if (exact) return { verdict: 'verbatim', by: exact };
  const [near] = named;
  return near ? { verdict: 'close', by: near } : null;
}

/** "Did inspectors find children at risk" asks of a subject, and claims nothing to hold to. */
const isOneWord = ({ question }: AskedOfOne): boolean =>
  searchedTokens(question).length === 1 &&
  !says(question, 'tone', 'theme', 'negation') &&
  spansOf(question, 'claim').every(({ value }) => value === 'asked');

type Tone = 'praise' | 'criticism';

/**
 * What was claimed of the council: well or ill. That there is none of something is ill; "not" with
 * a word of either is not guessed at.
 */
function toneClaimed({ question }: AskedOfOne): Tone | null {
  const claimed = new Set(
    spansOf(question, 'claim').flatMap(({ value }) => {
      if (value === 'asked') return [];
      return [value === 'denied' ? 'criticism' : value];
    }),
  );
  for (const { value } of spansOf(question, 'tone')) claimed.add(value);
  const [only] = claimed;
  const isNegated = says(question, 'negation') && !claimed.has('criticism');
  return claimed.size === 1 && only && !isNegated ? only : null;
}

/** Whether a passage is on a theme that the question names. */
const isOnTheme = ({ passage }: RecordedPassage, { question }: AskedOfOne): boolean =>
  spansOf(question, 'theme').some(({ value }) =>
    value.some(({ id }) => passage.themes.includes(id)),
  );
