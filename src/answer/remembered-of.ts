import { isFullInspection } from '../domain/frameworks.js';
import type { Remembered, RememberedPart } from '../domain/remembered.js';
import { type Question, remember } from '../question/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { firstScreen } from './first-screen.js';
import { aboutPrevious } from './previous-inspection.js';

/**
 * What a conversation keeps of a question and its answer: of one that was not understood nothing
 * new, and where nothing is quoted what was quoted last of the same councils.
 */
export function rememberedOf(
  { question, answer, context }: { question: Question; answer: Answer; context: AnswerContext },
  before: Remembered | null,
): Remembered | null {
  if (answer.kind === 'advice') return null;
  const { parts, ...lacks } = remember(question);
  if (parts.length === 0 && (answer.status !== 'found' || answer.kind === 'help')) return null;
  const { authority } = answer;
  const isNamed = parts.some(({ slot }) => slot === 'councils');
  const all = [...answer.citations, ...answer.nearest];
  const citations = firstScreen(answer).points.flatMap(
    ({ quote }) => all.find((each) => each.quote === quote) ?? [],
  );
  const own = authority && !isNamed ? [{ slot: 'councils' as const, said: authority.name }] : [];
  const kept = areOfSame([...own, ...parts], before?.parts ?? []) ? before : null;
  const months = citations.map(({ visit }) => visit.period.slice(0, MONTH)).toSorted();
  return {
    parts: [...own, ...parts],
    ...lacks,
    quoted: citations.length > 0 ? citations.map(({ key }) => key) : (kept?.quoted ?? []),
    newest: months.at(-1) ?? monthGraded(question, answer, context) ?? kept?.newest ?? null,
  };
}

/** Whether two questions are of the same councils, by name. */
function areOfSame(parts: RememberedPart[], others: RememberedPart[]): boolean {
  const councils = (of: RememberedPart[]) =>
    [...new Set(of.filter(({ slot }) => slot === 'councils').map(({ said }) => said))].sort();
  return councils(parts).join('\n') === councils(others).join('\n');
}

/** The month of the full inspection that an answer without quotations is about. */
function monthGraded(
  question: Question,
  { authority, status }: Answer,
  context: AnswerContext,
): string | null {
  const own = context.covered.find(({ urn }) => urn === authority?.urn);
  if (!own || status !== 'found') return null;
  const asked = aboutPrevious(question, own, context) ?? question;
  const visits = context.visitsMeant(asked, own.urn);
  return visits.find(({ kind }) => isFullInspection(kind))?.period.slice(0, MONTH) ?? null;
}

const MONTH = 'yyyy-mm'.length;
