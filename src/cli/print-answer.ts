import type { Answer, Choice, Point, Section, Table } from '../answer/answer.js';
import { attribution, citationLine, explanation } from '../domain/citation.js';
import { bold, dim, type Paper, visible, wrap } from './paper.js';

/** An answer as plain text: headline, notes, table, sections with their quotations, closing lines, what to ask next. */
export function printAnswer(answer: Answer, paper: Paper): string {
  const blocks = [
    bold(wrap(answer.headline, paper), paper),
    answer.notes.map((note) => wrap(note, paper)).join('\n'),
    answer.table ? printTable(answer.table, paper) : '',
    ...answer.sections.map((section) => printSection(section, paper)),
    answer.closing.map((line) => wrap(line, paper)).join('\n'),
    answer.choices.map((choice) => printChoice(choice, paper)).join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** A section as text: its heading where it has one, its lines, its quotations. */
export function printSection({ heading, lines, points }: Section, paper: Paper): string {
  return [
    ...(heading ? [bold(wrap(heading, paper), paper)] : []),
    ...lines.map((line) => wrap(line, paper)),
    ...points.map((point) => printPoint(point, paper)),
  ].join('\n');
}

function printPoint({ lead, citation }: Point, paper: Paper): string {
  const under = [attribution(citation), citationLine(citation), citation.source.url ?? ''];
  const said = [lead && `${lead}:`, explanation(citation), `“${citation.quote}”`].filter(Boolean);
  return [
    wrap(said.join(' '), paper, '  '),
    ...under.filter(Boolean).map((line) => dim(wrap(line, paper, '      ', '    '), paper)),
  ].join('\n');
}

/** A grid where the paper is wide enough for it, else each row as a list. */
function printTable({ caption, columns, rows }: Table, paper: Paper): string {
  const widths = columns.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const gap = '  ';
  const fits = widths.reduce((sum, w) => sum + w + gap.length, -gap.length) <= paper.width;
  const grid = (row: string[]) =>
    widths
      .map((w, i) => visible(row[i] ?? '').padEnd(w))
      .join(gap)
      .trimEnd();
  const list = ([first = '', ...cells]: string[]) =>
    [
      wrap(first, paper),
      ...cells.map((cell, i) => wrap(`${columns[i + 1]}: ${cell}`, paper, '    ', '  ')),
    ].join('\n');
  return [
    bold(wrap(caption, paper), paper),
    ...(fits ? [dim(grid(columns), paper), ...rows.map(grid)] : rows.map(list)),
  ].join('\n');
}

const printChoice = ({ label, question }: Choice, paper: Paper): string =>
  wrap(`${label} · try: ofsted ask ${shellQuoted(question)}`, paper, '    ', '');

/** A question as one argument of a POSIX shell. */
const shellQuoted = (question: string): string =>
  /["$`\\!]/.test(question) ? `'${question.replaceAll("'", "'\\''")}'` : `"${question}"`;
