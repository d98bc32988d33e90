import type { Question } from './question.js';

/** Words by which one asks who meets each of several conditions: "in 2019 and again in 2023". */
const BOTH = new Set(['both', 'again', 'each']);

/** Whether a question of several times or kinds asks for what is so in each of them. */
export const asksForBoth = ({ tokens }: Question): boolean =>
  tokens.some(({ word }) => BOTH.has(word));
