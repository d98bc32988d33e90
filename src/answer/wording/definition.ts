import { termsOfInspection } from '../../domain/terms.js';
import { spansOf } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { emptyAnswer } from './phrases.js';

/** What a term of inspection means: an explanation that names what it rests on, and no finding. */
export function definitionAnswer({ question }: Asked): Answer {
  const asked = new Set(spansOf(question, 'definition').map(({ value }) => value));
  const [first, ...others] = [...asked].flatMap((id) => termsOfInspection().get(id) ?? []);
  const answer = emptyAnswer('help', question.text);
  if (!first) return answer;
  const sources = new Map([first, ...others].map(({ source }) => [source.url, source]));
  return {
    ...answer,
    headline: first.text,
    notes: [
      [first.more, ...others.flatMap(({ text, more }) => [text, more])].join(' '),
      'This explains a term in our own words and is no finding.',
    ],
    restsOn: [...sources.values()],
  };
}
