import { remember } from '../question/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { runQuestion } from './run.js';

/**
 * The answer with the question that asks it again: what is remembered of the asker's, by the names
 * of the record and the vocabularies alone, where that gives the very same answer; else as it was.
 */
export function askedAgain(answer: Answer, context: AnswerContext): Answer {
  if (answer.status !== 'found') return answer;
  const { parts, hasOtherWords, isInPart } = remember(
    context.reader.read(answer.question, context.today()),
  );
  const question = parts.map(({ said }) => said).join(' ');
  if (hasOtherWords || isInPart || question === '') return answer;
  const again = runQuestion(question, context).answer;
  return saidBy(again) === saidBy(answer) ? { ...answer, question } : answer;
}

/** All that an answer says, which is the same for two that say the same. */
const saidBy = ({
  kind,
  status,
  headline,
  notes,
  table,
  sections,
  closing,
  claim,
}: Answer): string =>
  JSON.stringify([
    ...[kind, status, headline, notes, table, closing, claim],
    sections.map(({ heading, lines, points }) => [
      ...[heading, lines],
      points.map(({ lead, citation: { key, quote } }) => [lead, key, quote]),
    ]),
  ]);
