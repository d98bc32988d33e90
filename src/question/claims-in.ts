import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { sentenceSpans } from '../language/index.js';
import type { Question } from './question.js';
import type { QuestionReader } from './reader.js';
import { residue, says, spansOf } from './residue.js';
import { tokensOf } from './tokens.js';

/**
 * A claim about a council in a text: its words as they stand there, and the question that holds it
 * against the record, which names the council where only an earlier sentence does. `said`: whether
 * inspectors said so. `change`: one of grades, beside which the grades are set. `several`: more
 * than one that cannot be told apart, and no question.
 */
export type Claim = {
  words: string;
  kind: 'said' | 'change' | 'several';
  question: string | null;
};

const Part = z.enum(['request', 'request_alone', 'leading', 'joint']);
type Part = z.infer<typeof Part>;
const finder = finderOf(readVocabulary('claim-sentences', Part));

/** A run of words that is a part of the vocabulary, by the characters that it has in the text. */
type Met = { part: Part; start: number; end: number };

function partsOf(text: string): Met[] {
  const words = tokensOf(text);
  return finder.find(words.map(({ word }) => word)).flatMap(({ value, from, to }): Met[] => {
    const [first, last] = [words[from], words[to - 1]];
    return value && first && last ? [{ part: value, start: first.start, end: last.end }] : [];
  });
}

/** The longest part of a kind that a text begins with. */
const opening = (text: string, part: Part): Met | undefined =>
  partsOf(text)
    .filter((met) => met.part === part && text.slice(0, met.start).trim() === '')
    .sort((a, b) => b.end - a.end)[0];

/** The text whose claims are to be held against the record; `null` where none is asked for. */
export function claimsRequested(text: string): string | null {
  const marked = partsOf(text).find(
    ({ part, start, end }) =>
      part === 'request' && start <= 1 && /^\s*[:–—-]\s*\S/.test(text.slice(end)),
  );
  const met = marked ?? opening(text, 'request_alone');
  const rest = met ? text.slice(met.end).replace(/^[\s:–—-]+/, '') : '';
  return rest === '' ? null : rest;
}

/** The claims about councils in a text, in order, each to be looked for by itself. */
export function claimsIn(
  text: string,
  reader: Pick<QuestionReader, 'read'>,
  today: string,
): Claim[] {
  let council: string | null = null;
  return text
    .split(/\n+/)
    .flatMap((line) => sentenceSpans(line).map(({ from, to }) => line.slice(from, to)))
    .flatMap(partedAtJoints)
    .flatMap((words): Claim[] => {
      if (words.endsWith('?')) return [];
      const said = words
        .slice(opening(words, 'leading')?.end ?? 0)
        .replace(/^[\s,:]+|[\s.!;:,]+$/g, '');
      const read = reader.read(said.replace(MARKS, ''), today);
      const [named] = spansOf(read, 'council');
      if (named) council = named.value.name;
      if (!council) return [];
      const quoted = [...said.matchAll(QUOTATION)].map(([quotation]) => quotation);
      const isWhole = quoted[0] === said;
      return [
        ...(isWhole || !saysSomething(read) ? [] : [{ words, ...questionOf(read, council) }]),
        ...quoted.map((quotation) => ({
          words: quotation.replace(MARKS, ''),
          kind: 'said' as const,
          question: `${council}: did ofsted say that ${quotation}`,
        })),
      ];
    });
}

/** How a claim is held against the record: one of several at once is not. */
function questionOf(read: Question, council: string): Pick<Claim, 'kind' | 'question'> {
  if (hasSeveral(read)) return { kind: 'several', question: null };
  if (says(read, 'movement', 'from_to')) return { kind: 'change', question: `${council} latest` };
  const whose = says(read, 'council') ? '' : `${council}: `;
  return { kind: 'said', question: `${whose}did ofsted say that ${read.text}` };
}

const MARKS = /["“”]/g;
/** Three words or more in quotation marks. */
const QUOTATION = /["“][^"“”\s]+(?:\s+[^"“”\s]+){2,}["”]/g;

/** A sentence by its claims, as they stand in it; what it quotes is whole. */
function partedAtJoints(sentence: string): string[] {
  const masked = sentence.replace(QUOTATION, (quotation) => '_'.repeat(quotation.length));
  const joints = partsOf(masked).filter(({ part, start }) => part === 'joint' && start > 0);
  const semicolons = [...masked.matchAll(/;/g)].map(({ index }) => ({ start: index + 1 }));
  const starts = [0, ...[...joints, ...semicolons].map(({ start }) => start)];
  const ordered = [...new Set(starts)].sort((a, b) => a - b);
  return ordered
    .map((start, i) =>
      sentence
        .slice(start, ordered[i + 1])
        .replace(/[\s,;]+$/, '')
        .trim(),
    )
    .filter((part) => /\p{L}/u.test(part));
}

/** Whether a sentence claims more than one grade or time: one answer would mix them up. */
function hasSeveral(question: Question): boolean {
  const grades = new Set(spansOf(question, 'grade').map(({ value }) => value));
  const councils = new Set(spansOf(question, 'council').map(({ value }) => value));
  const isChange = says(question, 'movement', 'from_to');
  const times = spansOf(question, 'period').length;
  return councils.size > 1 || (!isChange && (grades.size > 1 || times > 1));
}

/** Whether a sentence has more than a council, a time and words that carry nothing. */
const saysSomething = (question: Question): boolean =>
  says(question, 'grade', 'area', 'theme', 'subject', 'tone', 'figure', 'movement') ||
  residue(question).length > 1;
