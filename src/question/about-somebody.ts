import { mentionsParticularCase, namesSomebody } from './particular-case.js';
import type { QuestionReader } from './reader.js';

const SENTENCE_END = /(?<=[.!?])\s+|\n+/;

/**
 * Whether a text of any length is about a particular child, family or case: by its signs, or by a
 * name that neither the record nor English has. Nothing of such a text is kept, echoed or posted.
 * `today` gives a date (`yyyy-mm-dd`).
 */
export const isAboutSomebody = (
  text: string,
  { reader, today }: { reader: QuestionReader; today: () => string },
): boolean =>
  mentionsParticularCase(text) ||
  text
    .split(SENTENCE_END)
    .some((sentence) => namesSomebody(reader.read(sentence, today()), reader.isKnown));
