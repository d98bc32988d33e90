import { type Question, remember, restated } from '../question/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { runQuestion } from './run.js';
import { readingNotes } from './wording/notes.js';

/**
 * The answer with the question that asks it again: what is remembered of the asker's, by the names
 * of the record and the vocabularies alone, or else it in their words, where that gives the very
 * same answer; else as it was.
 */
export function askedAgain(answer: Answer, context: AnswerContext): Answer {
  if (answer.status !== 'found') return answer;
  const read = context.reader.read(answer.question, context.today());
  const howRead = readingNotes(read, false);
  const said = saidBy(answer, howRead);
  const question = [inParts(read), restated(read)].find(
    (text) => text !== null && saidBy(runQuestion(text, context).answer, howRead) === said,
  );
  return question ? { ...answer, question } : answer;
}

/** The parts that are remembered of a question, where they are all of it. */
function inParts(read: Question): string | null {
  const { parts, hasOtherWords, isInPart } = remember(read);
  return hasOtherWords || isInPart ? null : parts.map(({ said }) => said).join(' ') || null;
}

/**
 * All that an answer says, which is the same for two that say the same; notes on how the question
 * was read, and its asker's words as they are repeated, are no part of it.
 */
const saidBy = (
  { kind, status, headline, asked = '', notes, table, sections, closing, claim }: Answer,
  howRead: readonly string[],
): string =>
  JSON.stringify([
    ...[kind, status, headline.replace(asked, ''), table, closing, claim],
    notes.filter((note) => !howRead.includes(note)),
    sections.map(({ heading, lines, points }) => [
      ...[heading, lines],
      points.map(({ lead, citation: { key, quote } }) => [lead, key, quote]),
    ]),
  ]);
