import { isAboutSomebody, mentionsParticularCase } from '../answer/index.js';
import type { Services } from './services.js';

/**
 * Whether what is to be kept, or shown to others, is about a particular child, family or case.
 * Names are told from the record's words, and from none while that is not loaded.
 */
export const isOfSomebody = (
  { isLoaded, answers }: Pick<Services, 'isLoaded' | 'answers'>,
  text: string,
): boolean => (isLoaded() ? isAboutSomebody(text, answers()) : mentionsParticularCase(text));
