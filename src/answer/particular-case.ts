import { isAboutSomebody as isAbout } from '../question/index.js';
import type { AnswerContext } from './context.js';

/**
 * Whether a text of any length is about a particular child, family or case. Nothing of such a text
 * is kept, echoed or posted.
 */
export const isAboutSomebody = (text: string, { reader, today }: AnswerContext): boolean =>
  isAbout(text, reader, today());
