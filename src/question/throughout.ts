import type { Question } from './question.js';
import { spansOf } from './residue.js';

/** What a question asks of all that was given: that each was so, or that any was not. */
export type Throughout = 'each' | 'not_each';

/**
 * Whether a question asks if something was so at every inspection ("always", "ever since 2016",
 * "throughout") or if it ever was not ("ever anything but"); `null` where it asks neither.
 */
export function throughoutOf(question: Question): Throughout | null {
  const movements = spansOf(question, 'movement').map(({ value }) => value);
  if (movements.includes('otherwise')) return 'not_each';
  const isSaid =
    movements.includes('always') ||
    spansOf(question, 'period').some(({ surface }) => firstWord(surface) === 'ever') ||
    spansOf(question, 'every_area').some(({ surface }) => firstWord(surface) === 'throughout');
  return isSaid ? 'each' : null;
}

const firstWord = (surface: string): string => surface.toLowerCase().split(/\s/)[0] ?? '';
