import { type Question, spansOf } from '../question/index.js';
import type { FigureAsked } from '../search/index.js';

/**
 * The figure that a question asks for; `null` where it asks for none. Who asks for a figure wants
 * the passage that has it, not the theme's whole story.
 */
export function figureAskedOf(question: Question): FigureAsked | null {
  const quantities = spansOf(question, 'quantity').map(({ value }) => value);
  if (quantities.includes('share')) return 'share';
  if (quantities.includes('count')) return 'count';
  return quantities.length > 0 ? 'any' : null;
}
