import type { RecordedPassage } from '../../domain/record.js';
import { type Question, textWithout } from '../../question/index.js';
import { withExactPhrase } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { visitsMeant } from './about.js';

/** The fewest words that are looked for as they stand. */
const FEWEST_WORDS = 3;

/** The passages that have the very words that are asked after, whoever is to have said them. */
export function withTheWords(asked: AskedOfOne): RecordedPassage[] {
  const words = textWithout(withoutOpinions(asked.question), [
    'speaker',
    'council',
    'period',
    'visit',
    'claim',
  ]);
  if (words.split(' ').length < FEWEST_WORDS) return [];
  const visits = new Set(visitsMeant(asked).map(({ id }) => id));
  return withExactPhrase(
    asked.context.passagesOf(asked.authority.urn).filter(({ visit }) => visits.has(visit.id)),
    words,
  );
}

/** The question with only the words marked that ask after a claim, not those that make it. */
const withoutOpinions = (question: Question): Question => ({
  ...question,
  spans: question.spans.filter(({ kind, value }) => kind !== 'claim' || value === 'asked'),
});
