import type { RecordedPassage } from '../../domain/record.js';
import { newestFirst } from '../../domain/visit.js';
import { type Question, STOP_WORDS, textWithout } from '../../question/index.js';
import { withExactPhrase } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { visitsMeant } from './about.js';

/** The fewest words that are looked for as they stand, and of these the fewest that tell much. */
const [FEWEST_WORDS, FEWEST_TELLING] = [3, 2];

/** The passages that have the very words that are asked after, whoever is to have said them. */
export function withTheWords(asked: AskedOfOne): RecordedPassage[] {
  const words = textWithout(withoutOpinions(asked.question), [
    'speaker',
    'council',
    'period',
    'visit',
    'claim',
  ]);
  const list = words.split(' ');
  const telling = list.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  if (list.length < FEWEST_WORDS || telling.length < FEWEST_TELLING) return [];
  const visits = new Set(visitsMeant(asked).map(({ id }) => id));
  const found = withExactPhrase(
    asked.context.passagesOf(asked.authority.urn).filter(({ visit }) => visits.has(visit.id)),
    words,
  );
  return found.toSorted((a, b) => newestFirst(a.visit, b.visit));
}

/** The question with only the words marked that ask after a claim, not those that make it. */
const withoutOpinions = (question: Question): Question => ({
  ...question,
  spans: question.spans.filter(({ kind, value }) => kind !== 'claim' || value === 'asked'),
});
