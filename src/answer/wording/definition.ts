import { termsOfInspection } from '../../domain/terms.js';
import { spansOf } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { emptyAnswer, listed } from './phrases.js';

/** What a term of inspection means: an explanation that names what it rests on, and no finding. */
export const definitionAnswer = ({ question }: Asked): Answer =>
  explanationOf(
    question.text,
    spansOf(question, 'definition').map(({ value }) => value),
  );

/** The explanation of the terms of these ids, the first as the headline. */
export function explanationOf(text: string, ids: readonly string[]): Answer {
  const [first, ...others] = [...new Set(ids)].flatMap((id) => termsOfInspection().get(id) ?? []);
  const answer = emptyAnswer('help', text);
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

/** Terms that are offered to somebody who asks what "that" means, by their ids. */
const OFFERED = ['requires-improvement', 'focused-visit', 'monitoring-visit', 'ilacs'];

/** Somebody asks what "that" means, and nothing before has a term that can be explained. */
export function whichTermAnswer(text: string): Answer {
  const known = termsOfInspection();
  return {
    ...emptyAnswer('help', text),
    status: 'ambiguous',
    headline: 'Which word do you mean? Name it, as in “what does inadequate mean”.',
    notes: [`I can explain ${listed([...known.values()].map(({ name }) => nameWithin(name)))}.`],
    choices: OFFERED.flatMap((id) => {
      const term = known.get(id);
      const question = term && `what does ${nameWithin(term.name)} mean`;
      return question ? { label: term.name, question } : [];
    }),
  };
}

/** A name as it stands within a sentence: "focused visit", but "ILACS". */
const nameWithin = (name: string): string =>
  name === name.toUpperCase() ? name : `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
