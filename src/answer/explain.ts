import { type Question, residue } from '../question/index.js';
import { createAlignment, type Evidence, type SearchTerm } from '../search/index.js';
import type { Answer } from './answer.js';
import type { AnswerContext } from './context.js';
import { figureAskedOf } from './figure-asked.js';
import { runQuestion } from './run.js';
import type { Run, Searched } from './run-result.js';

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
    ...quotationLines(searches, question, answer),
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

/** For each quotation, which parts of the question that was searched for last it answers. */
function quotationLines(
  searches: Searched[],
  question: Question | null,
  { citations }: Answer,
): string[] {
  const request = searches.at(-1)?.request;
  if (!request || !question || citations.length === 0) return [];
  const align = createAlignment(request.terms);
  const { tone } = request.kind;
  const figure = figureAskedOf(question);
  return [
    'quoted, and what of the question each answers:',
    ...citations.map((citation, i) => {
      const parts = [
        ...align(citation.quote).evidence.map(evidenceSaid),
        ...(tone && (citation.tone === tone || citation.tone === 'mixed') ? [`tone ${tone}`] : []),
        ...(figure && FIGURES.some((digit) => citation.quote.includes(digit)) ? ['a figure'] : []),
      ];
      return `${String(i + 1).padStart(3)}. ${parts.join('; ') || 'no word of it: found by what such passages share'}: “${citation.quote.slice(0, 100)}”`;
    }),
  ];
}

const FIGURES = [...'0123456789'];

const evidenceSaid = ({ said, by, found }: Evidence): string =>
  by === 'word' ? `word “${said}”` : `${by} “${said}” → “${found}”`;

const councilsSaid = (count: number): string =>
  count === 0 ? 'all councils' : count === 1 ? 'one council' : `${count} councils`;

function termLine(term: SearchTerm): string {
  const { word, repaired, stem, themes, layWord, inVocabulary, inDomain } = term;
  const notes = [
    layWord
      ? `lay word “${layWord.text}” → ${layWord.means.map(({ text }) => text).join(', ')}`
      : null,
    themes.length > 0 ? `theme ${themes.map((theme) => theme.id).join(', ')}` : null,
    inVocabulary ? null : 'in no passage and no theme',
    inVocabulary && !inDomain ? 'in passages, in no theme' : null,
  ].filter(Boolean);
  return `  ${word}${repaired ? ` → ${repaired}` : ''} (stem ${stem})${notes.length > 0 ? `: ${notes.join('; ')}` : ''}`;
}
