import type { Answer, Choice, Point, Section, Table } from '../answer/index.js';
import { attribution, citationLine, citationLink, explanation } from '../domain/citation.js';
import { bold, dim, type Terminal, visible, wrap } from './terminal.js';

/**
 * An answer as plain text: headline, notes, table, sections with their quotations, closing lines,
 * what to ask next.
 */
export function printAnswer(answer: Answer, terminal: Terminal): string {
  const links = new Set<string>();
  const blocks = [
    bold(wrap(answer.headline, terminal), terminal),
    answer.notes.map((note) => wrap(note, terminal)).join('\n'),
    answer.table ? printTable(answer.table, terminal) : '',
    ...answer.sections.map((section) => printSection(section, terminal, links)),
    answer.closing.map((line) => wrap(line, terminal)).join('\n'),
    answer.choices.map((choice) => printChoice(choice, terminal)).join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/**
 * A section as text: its heading where it has one, its lines, its quotations. `printed` are links
 * that were printed before and need not be again; those of the section join them.
 */
export function printSection(
  { heading, lines, points }: Section,
  terminal: Terminal,
  printed = new Set<string>(),
): string {
  return [
    ...(heading ? [bold(wrap(heading, terminal), terminal)] : []),
    ...lines.map((line) => wrap(line, terminal)),
    ...points.map((point) => printPoint(point, terminal, printed)),
  ].join('\n');
}

function printPoint({ lead, citation }: Point, terminal: Terminal, printed: Set<string>): string {
  const url = citationLink(citation)?.url ?? '';
  const under = [attribution(citation), citationLine(citation), printed.has(url) ? '' : url];
  printed.add(url);
  const quoted = [citation.clarification, `“${citation.quote}”`].filter(Boolean).join(' ');
  const said = [lead && `${lead}:`, explanation(citation), quoted].filter(Boolean);
  return [
    wrap(said.join(' '), terminal, '  '),
    ...under.filter(Boolean).map((line) => dim(wrap(line, terminal, '      ', '    '), terminal)),
  ].join('\n');
}

/** A grid where the terminal is wide enough for it, else each row as a list. */
function printTable({ caption, columns, rows }: Table, terminal: Terminal): string {
  const widths = columns.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const gap = '  ';
  const fits = widths.reduce((sum, w) => sum + w + gap.length, -gap.length) <= terminal.width;
  const grid = (row: string[]) =>
    widths
      .map((w, i) => visible(row[i] ?? '').padEnd(w))
      .join(gap)
      .trimEnd();
  const list = ([first = '', ...cells]: string[]) =>
    [
      wrap(first, terminal),
      ...cells.map((cell, i) => wrap(`${columns[i + 1]}: ${cell}`, terminal, '    ', '  ')),
    ].join('\n');
  return [
    bold(wrap(caption, terminal), terminal),
    ...(fits ? [dim(grid(columns), terminal), ...rows.map(grid)] : rows.map(list)),
  ].join('\n');
}

const printChoice = ({ label, question }: Choice, terminal: Terminal): string =>
  wrap(`${label} · try: ofsted ask ${shellQuoted(question)}`, terminal, '    ', '');

/** A question as one argument of a POSIX shell. */
const shellQuoted = (question: string): string =>
  /["$`\\!]/.test(question) ? `'${question.replaceAll("'", "'\\''")}'` : `"${question}"`;
