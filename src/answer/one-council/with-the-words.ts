import type { RecordedPassage } from '../../domain/record.js';
import { newestFirst } from '../../domain/visit.js';
import { claimedTexts, type Question, STOP_WORDS, textWithout } from '../../question/index.js';
import {
  bySpeaker,
  type Difference,
  narrowed,
  nearlySaidIn,
  withExactPhrase,
  wordForWord,
} from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { visitsMeant } from './about.js';

/** The fewest words that are looked for as they stand, and of these the fewest content words. */
const [FEWEST_WORDS, FEWEST_CONTENT_WORDS] = [3, 2];

/** The passages that have the very words that are asked after, whoever is to have said them. */
export function withTheWords(asked: AskedOfOne): RecordedPassage[] {
  const words = claimedWords(asked);
  const list = words.split(' ');
  const contentWords = list.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  if (list.length < FEWEST_WORDS || contentWords.length < FEWEST_CONTENT_WORDS) return [];
  return withExactPhrase(passagesMeant(asked), words);
}

/**
 * The sentences of any visit that have what is claimed word for word as it was typed, newest first.
 * A year in it is not the time that is asked about.
 */
export const saidWordForWord = ({ question, authority, context }: AskedOfOne): RecordedPassage[] =>
  wordForWord(context.passagesOf(authority.urn), claimedTexts(question)).sort(
    (a, b) => newestFirst(a.visit, b.visit) || bySpeaker(a, b),
  );

/** A passage narrowed to the sentence that has nearly the words of a claim, and how it differs. */
export type Nearly = { by: RecordedPassage; differs: Difference | null };

/** The sentences that have nearly the words of what is claimed, newest first. */
export const nearlySaid = (asked: AskedOfOne): Nearly[] =>
  passagesMeant(asked)
    .flatMap((recorded): Nearly[] => {
      const said = nearlySaidIn(recorded.passage.quote, claimedWords(asked));
      return said && recorded.passage.quote.includes(said.sentence)
        ? [{ by: narrowed(recorded, said.sentence), differs: said.differs }]
        : [];
    })
    .sort((a, b) => newestFirst(a.by.visit, b.by.visit) || bySpeaker(a.by, b.by));

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
