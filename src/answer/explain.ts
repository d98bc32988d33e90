import { type Question, residue } from '../question/index.js';
import type { SearchTerm } from '../search/index.js';
import type { AnswerContext } from './context.js';
import { type Run, runQuestion, type Searched } from './run.js';

/**
 * How a question was read and why it was answered so, as plain lines for a terminal: the trace of
 * the very run that answers it.
 */
export const explainQuestion = (text: string, context: AnswerContext): string =>
  traceOf(runQuestion(text, context)).join('\n');

/** The lines that tell a run. */
export function traceOf({ question, intent, searches, answer }: Run): string[] {
  return [
    ...(question ? readingLines(question) : ['not read: it seems to be about a particular child']),
    `intent: ${intent}`,
    ...searches.flatMap(searchLines),
    `status: ${answer.status}${answer.reason ? ` (${answer.reason})` : ''}`,
    `headline: ${answer.headline}`,
  ];
}

function readingLines(question: Question): string[] {
  const left = residue(question);
  return [
    `read: ${question.text}`,
    ...question.readAs.map(({ typed, as }) => `  “${typed}” read as ${as}`),
    ...question.spans.map(
      (span) => `  ${span.kind} “${span.surface}”: ${inBrief(span.value)} (${span.by})`,
    ),
    ...question.discarded.map(
      ({ span, because }) => `  not ${span.kind} “${span.surface}”: ${because}`,
    ),
    `left over: ${left.map(({ surface }) => surface).join(', ') || 'nothing'}`,
  ];
}

/** A span's value in a few words: what has a name or a label goes by it. */
function inBrief(value: unknown): string {
  if (Array.isArray(value)) return value.map(inBrief).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const { name, urn, label, id } = value as Partial<
    Record<'name' | 'urn' | 'label' | 'id', string>
  >;
  return (
    (name && urn ? `${name} (${urn})` : name) ??
    label ??
    id ??
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([key, each]) => `${key} ${each}`)
      .join(', ')
  );
}

const HITS_SHOWN = 20;

function searchLines({ request, result }: Searched): string[] {
  const { terms, associations, urns } = request;
  return [
    `searched ${councilsSaid(urns.length)} for:${terms.length === 0 ? ' nothing' : ''}`,
    ...terms.map(termLine),
    `  points to: ${associations.map(({ theme, strength }) => `${theme.id} (${strength.toFixed(2)})`).join(', ') || 'no theme beside those named'}`,
    `verdict: ${result.verdict}${result.outOfScope ? ` (${result.outOfScope.name})` : ''}`,
    ...result.hits
      .slice(0, HITS_SHOWN)
      .map(
        ({ passage, score, coverage }, i) =>
          `${String(i + 1).padStart(3)}. score ${score.toFixed(2)}, carries ${Math.round(coverage * 100)} % of the question: ${passage.key}\n     “${passage.passage.quote.slice(0, 100)}”`,
      ),
  ];
}

const councilsSaid = (count: number): string =>
  count === 0 ? 'all councils' : count === 1 ? 'one council' : `${count} councils`;

function termLine({ word, repaired, stem, themes, inVocabulary, inDomain }: SearchTerm): string {
  const notes = [
    themes.length > 0 ? `theme ${themes.map((theme) => theme.id).join(', ')}` : null,
    inVocabulary ? null : 'in no passage and no theme',
    inVocabulary && !inDomain ? 'in passages, in no theme' : null,
  ].filter(Boolean);
  return `  ${word}${repaired ? ` → ${repaired}` : ''} (stem ${stem})${notes.length > 0 ? `: ${notes.join('; ')}` : ''}`;
}
