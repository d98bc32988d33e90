import { type Question, spansOf } from '../question/index.js';
import type { FigureAsked } from '../search/index.js';

/**
 * The figure that a question asks for, or `null`; "how many councils" and "how many reports" ask
 * for none of a passage.
 */
export function figureAskedOf(question: Question): FigureAsked | null {
  const councils = [
    ...spansOf(question, 'councils').filter(({ value }) => value === 'many'),
    ...spansOf(question, 'visit'),
  ];
  const quantities = spansOf(question, 'quantity').filter(
    ({ value, to }) => value !== 'count' || !councils.some(({ from }) => from === to),
  );
  const [first] = quantities;
  if (!first) return null;
  if (quantities.some(({ value }) => value === 'age')) return 'age';
  if (quantities.some(({ value }) => value === 'share')) return 'share';
  return quantities.some(({ value }) => value === 'count') ? 'count' : 'any';
}
