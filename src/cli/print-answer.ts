import {
  type Answer,
  type Choice,
  type FirstPoint,
  firstScreen,
  hasMore,
  leftSaid,
  type Point,
  type Section,
  type SourcePage,
  type Table,
  withoutRepeats,
} from '../answer/index.js';
import { attribution, citationLine, citationLink, explanation } from '../domain/citation.js';
import { bold, dim, type Terminal, visible, wrap } from './terminal.js';

/**
 * What is seen first of an answer, as plain text: headline, notes, table, up to three quotations
 * with a line each, small print, what to ask next, and how to see the rest where there is any.
 */
export function printAnswer(answer: Answer, terminal: Terminal): string {
  const { headline, notes, table, points, lines, restsOn, smallPrint, choices, left } =
    firstScreen(answer);
  const links = new Set<string>();
  return joined([
    bold(wrap(headline, terminal), terminal),
    printLines(notes, terminal),
    table ? printTable(table, terminal) : '',
    ...points.map((point) => printFirstPoint(point, terminal, links)),
    printLines(lines, terminal),
    printSources(restsOn, terminal),
    smallPrint && dim(wrap(smallPrint, terminal), terminal),
    printChoices(choices, terminal),
    hasMore(left)
      ? dim(wrap(`Left out: ${leftSaid(left)}. Add --all to see it.`, terminal), terminal)
      : '',
  ]);
}

/**
 * A whole answer as plain text: headline, notes, table, sections with their quotations, closing
 * lines, what to ask next.
 */
export function printWholeAnswer(answer: Answer, terminal: Terminal): string {
  const { headline, notes, table, sections, restsOn, closing, choices } = withoutRepeats(answer);
  const links = new Set<string>();
  return joined([
    bold(wrap(headline, terminal), terminal),
    printLines(notes, terminal),
    table ? printTable(table, terminal) : '',
    ...sections.map((section) => printSection(section, terminal, links)),
    printSources(restsOn ?? [], terminal),
    printLines(closing, terminal),
    choices.map((choice) => printChoice(choice, terminal)).join('\n'),
  ]);
}

const joined = (blocks: string[]): string => `${blocks.filter(Boolean).join('\n\n')}\n`;

const printLines = (lines: string[], terminal: Terminal): string =>
  lines.map((line) => wrap(line, terminal)).join('\n');

/** The pages that an explanation rests on. */
const printSources = (pages: SourcePage[], terminal: Terminal): string =>
  pages
    .map(({ name, url }) => dim(wrap(`Source: ${name} · ${url}`, terminal), terminal))
    .join('\n');

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

function printFirstPoint(
  { lead, explanation, clarification, quote, line, link }: FirstPoint,
  terminal: Terminal,
  printed: Set<string>,
): string {
  const url = link && !printed.has(link.url) ? link.url : null;
  if (url) printed.add(url);
  const said = [lead && `${lead}:`, explanation, clarification, `“${quote}”`].filter(Boolean);
  const under = url ? `${line} · ${url}` : line;
  return [wrap(said.join(' '), terminal), dim(wrap(under, terminal, '    ', '  '), terminal)].join(
    '\n',
  );
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

/** What to ask next, in one line. */
const printChoices = (choices: Choice[], terminal: Terminal): string =>
  choices.length === 0
    ? ''
    : wrap(
        `Ask next: ${choices.map(({ question }) => `ofsted ask ${shellQuoted(question)}`).join(' · ')}`,
        terminal,
        '  ',
        '',
      );

const printChoice = ({ label, question }: Choice, terminal: Terminal): string =>
  wrap(`${label} · try: ofsted ask ${shellQuoted(question)}`, terminal, '    ', '');

/** A question as one argument of a POSIX shell. */
const shellQuoted = (question: string): string =>
  /["$`\\!]/.test(question) ? `'${question.replaceAll("'", "'\\''")}'` : `"${question}"`;
