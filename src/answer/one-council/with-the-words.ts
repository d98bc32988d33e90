import type { RecordedPassage } from '../../domain/record.js';
import { newestFirst } from '../../domain/visit.js';
import { claimedTexts, type Question, STOP_WORDS, textWithout } from '../../question/index.js';
import {
  bySpeaker,
  type Difference,
  hasOtherFigure,
  isSaidIn,
  narrowed,
  nearlySaidIn,
  qualifiedIn,
  withExactPhrase,
  wordForWord,
} from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { visitsMeant } from './about.js';

/** The fewest words that are looked for as they stand, and of these the fewest no stop words. */
const [FEWEST_WORDS, FEWEST_CONTENT_WORDS] = [3, 2];

/** The passages that have the very words that are asked after, whoever is to have said them. */
export function withTheWords(asked: AskedOfOne): RecordedPassage[] {
  const words = claimedWords(asked);
  const list = words.split(' ');
  const content = list.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  if (list.length < FEWEST_WORDS || content.length < FEWEST_CONTENT_WORDS) return [];
  return withExactPhrase(passagesMeant(asked), words);
}

/**
 * A sentence that has the words of a claim: all of them one after the other (`verbatim`), or all
 * but little ones in their order (`close`); and what makes it say something else (`null`: nothing).
 */
export type ClaimMatch = {
  by: RecordedPassage;
  words: 'verbatim' | 'close';
  differs: Difference | null;
};

/**
 * The sentences that have the words of what is claimed, the strictest way first, in each the newest
 * first: as it was typed, at any visit, for a year in it is not the time that is asked about;
 * without who is to have said it and when, at the visits meant; and nearly, which nothing is that
 * only must improve.
 */
export function claimMatches(asked: AskedOfOne): ClaimMatch[] {
  const { question, authority, context } = asked;
  const typed = claimedTexts(question);
  const words = claimedWords(asked);
  const figureIn = (quote: string) => hasOtherFigure(quote, typed[0] ?? words);
  const differsIn = (quote: string) => (figureIn(quote) ? 'figure' : qualifiedIn(quote, words));
  const asTyped = wordForWord(context.passagesOf(authority.urn), typed).map(
    (by): ClaimMatch => ({ by, words: 'verbatim', differs: qualifiedAsTyped(by, typed) }),
  );
  const verbatim = withTheWords(asked).map(
    (by): ClaimMatch => ({ by, words: 'verbatim', differs: differsIn(by.passage.quote) }),
  );
  const nearly = passagesMeant(asked).flatMap((recorded): ClaimMatch[] => {
    const { kind, quote } = recorded.passage;
    const said = kind === 'recommendation' ? null : nearlySaidIn(quote, words);
    if (!said || !quote.includes(said.sentence)) return [];
    const differs = said.differs ?? (figureIn(said.sentence) ? 'figure' : null);
    return [{ by: narrowed(recorded, said.sentence), words: 'close', differs }];
  });
  return [asTyped.sort(newestMatch), verbatim, nearly.sort(newestMatch)].flat();
}

const newestMatch = ({ by: a }: ClaimMatch, { by: b }: ClaimMatch): number =>
  newestFirst(a.visit, b.visit) || bySpeaker(a, b);

/** What qualifies a claim, typed in some ways, where a quotation has one of them word for word. */
function qualifiedAsTyped({ passage }: RecordedPassage, typed: string[]): Difference | null {
  const [first = null, ...others] = typed
    .filter((claim) => isSaidIn(passage.quote, claim))
    .map((claim) => qualifiedIn(passage.quote, claim));
  return others.includes(null) ? null : first;
}

/** What is claimed: the question without who is to have said it, of whom and when. */
export const claimedWords = ({ question }: AskedOfOne): string =>
  textWithout(withoutOpinions(question), ['speaker', 'council', 'period', 'visit', 'claim']);

export function passagesMeant(asked: AskedOfOne): RecordedPassage[] {
  const visits = new Set(visitsMeant(asked).map(({ id }) => id));
  return asked.context.passagesOf(asked.authority.urn).filter(({ visit }) => visits.has(visit.id));
}

/** The question with only the words marked that ask after a claim, not those that make it. */
const withoutOpinions = (question: Question): Question => ({
  ...question,
  spans: question.spans.filter(({ kind, value }) => kind !== 'claim' || value === 'asked'),
});
