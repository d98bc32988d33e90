import { isGraded } from '../domain/frameworks.js';
import { Grade } from '../domain/judgement.js';
import { termsOfInspection } from '../domain/terms.js';
import { spansOf } from '../question/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { runQuestion } from './run.js';
import { explanationOf, whichTermAnswer } from './wording/definition.js';

/** More grades than these are explained together. */
const GRADES_APART = 2;
const ALL_GRADES = 'grades';

/**
 * Explains, to the message `text`, the terms of inspection in the answer to what was asked `before`
 * it; where there is none, or nothing was asked that can be asked again, asks which term is meant.
 */
export function explainedAnswer(
  text: string,
  before: string | null,
  context: AnswerContext,
): Answer {
  const ids = before === null ? [] : termsOf(runQuestion(before, context).answer, context);
  return ids.length > 0 ? explanationOf(text, ids) : whichTermAnswer(text);
}

/** The ids of the terms in an answer: of its headline or, where it has none, of what is below. */
function termsOf({ headline, table, citations }: Answer, context: AnswerContext): string[] {
  const inHeadline = termsIn(headline, context);
  if (inHeadline.length > 0) return inHeadline;
  const cells = (table?.rows ?? []).flatMap(([, ...cells]) => cells);
  const grades = idsOf(cells.map((cell) => cell.toLowerCase()));
  return grades.length > 0
    ? grades
    : idsOf(citations.map(({ visit }) => visit.kind).filter((kind) => !isGraded(kind)));
}

function termsIn(sentence: string, { reader, today }: AnswerContext): string[] {
  const read = reader.read(sentence, today());
  return idsOf([
    ...spansOf(read, 'grade').map(({ value }) => value),
    ...spansOf(read, 'visit').flatMap(({ value: { kind } }) => kind ?? []),
    ...spansOf(read, 'framework').map(({ value }) => value),
  ]);
}

/** The terms of these names, once each. */
function idsOf(names: readonly string[]): string[] {
  const byName = new Map(
    [...termsOfInspection().values()].map(({ name, id }) => [name.toLowerCase(), id]),
  );
  const known = (list: readonly string[]) => [
    ...new Set(list.flatMap((name) => byName.get(name.toLowerCase()) ?? [])),
  ];
  const grades = known(names.filter((name) => Grade.safeParse(name).success));
  const others = known(names.filter((name) => !Grade.safeParse(name).success));
  return [...(grades.length > GRADES_APART ? [ALL_GRADES] : grades), ...others];
}
