import { speaksOfSubject } from '../domain/particular-subjects.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentences, stemmed } from '../language/index.js';
import { pointsBack } from './clarity.js';
import { narrowed, SHORT } from './snippet.js';

/** A passage that speaks of one of some subjects, narrowed, where it is long, to where it does. */
export function onSubject(recorded: RecordedPassage, subjects: string[]): RecordedPassage | null {
  const { quote } = recorded.passage;
  const speaks = (text: string) => subjects.some((name) => speaksOfSubject(name)(text));
  if (!speaks(quote)) return null;
  const list = sentences(quote);
  const at = list.findIndex(speaks);
  const sentence = list[at];
  // Words of two sentences are no phrase.
  if (sentence === undefined) return null;
  if (quote.length <= SHORT) return recorded;
  const before = pointsBack(sentence) ? [list[at - 1] ?? ''] : [];
  const run = [...before, sentence].join(' ').trim();
  return quote.includes(run) ? narrowed(recorded, run) : recorded;
}

/** Whether a text has one of some phrases, whichever forms their words have. */
export function usesAnyOf(phrases: string[], text: string): boolean {
  const line = inStems(text);
  return phrases.some((phrase) => line.includes(inStems(phrase)));
}

const inStems = (text: string): string => ` ${stemmed(text).join(' ')} `;
