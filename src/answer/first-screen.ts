import type { Citation } from '../domain/citation.js';
import { newestFirst } from '../domain/visit.js';
import type { Answer, FirstPoint, FirstScreen, Left, Point, Section } from './answer.js';
import { firstPoint } from './first-point.js';
import { keyOf, unsaid } from './unsaid.js';
import { smallPrintLine } from './wording/first-screen.js';

const QUOTATIONS = 3;
/** Where one is too long for the screen, another of the first ones may take its place. */
const CONSIDERED = 6;
/** So many more quotations may be folded away under the first ones. */
const FOLDED = 5;
const CHOICES = 4;
const NOTES = 3;
const ROWS = 20;
/** Of help, so many lines stand open: those that most people need come first. */
const HELP_LINES = 6;
/**
 * Characters that a screen is to hold, buttons apart: with what a row of a table takes instead,
 * that is a phone's screen and a half.
 */
const CHARACTERS = 1_150;
const CHARACTERS_A_ROW = 36;
/** Of a longer table a reader sees so many rows at a time. */
const ROWS_AT_A_TIME = 7;

/**
 * What is seen first of an answer, which stays whole itself: the headline, what must be known to
 * read it, the table unless it says the quotations again, up to three of these (those of the first
 * citations, newest visit first), and one line of small print. A quotation is shown whole or not at
 * all, and a third or second one only where there is room for it. Of councils side by side each has
 * one quotation, in the order of the table. Advice about a child is always whole.
 */
export function firstScreen(answer: Answer): FirstScreen {
  if (answer.kind === 'advice') return wholeScreen(answer);
  const said = new Set([answer.headline, ...(answer.until ? [answer.until] : [])]);
  const allNotes = unsaid(answer.notes, said);
  // Of claims that were checked each verdict is seen; none is borne out by a quotation alone.
  const notes = answer.kind === 'claims' ? allNotes : allNotes.slice(0, NOTES);
  const ranked = rankedPoints(answer);
  const shown: Ranked[] = [];
  const isInOrder = answer.kind === 'claims' || answer.sideBySide === true;
  const pointsOf = (list: Ranked[]) =>
    [...list]
      .sort((a, b) => (isInOrder ? 0 : newestFirst(a.point.citation.visit, b.point.citation.visit)))
      .map(({ point, section }) =>
        firstPoint(point, answer.authority === null ? section.heading : ''),
      );
  const rowsSeen = Math.min(answer.table?.rows.length ?? 0, ROWS_AT_A_TIME);
  const lengthOf = () =>
    rowsSeen * CHARACTERS_A_ROW +
    charactersOf([
      answer.headline,
      ...notes,
      ...pointsOf(shown).flatMap((p) => [p.lead, p.explanation, p.quote, p.line]),
      smallPrintOf(shown, answer),
    ]);
  if (answer.sideBySide) shown.push(...oneEach(ranked));
  const others = answer.sideBySide
    ? []
    : inOrder(ranked.slice(0, answer.close), answer).slice(0, CONSIDERED);
  for (const each of others) {
    if (shown.length === QUOTATIONS) break;
    if (shown.some(({ point }) => point.citation.quote === each.point.citation.quote)) continue;
    shown.push(each);
    if (shown.length > 1 && lengthOf() > CHARACTERS) shown.pop();
  }
  const allLines = linesOf(answer, said);
  const lines: string[] = [];
  const isHelp = answer.kind === 'help';
  for (const line of allLines.first.slice(0, isHelp ? HELP_LINES : undefined)) {
    if (lengthOf() + charactersOf([...lines, line]) > CHARACTERS) break;
    lines.push(line);
  }
  const moreLines = [
    ...allNotes.slice(notes.length),
    ...allLines.all.filter((line) => !lines.includes(line)),
  ];
  const points = pointsOf(shown);
  const rows = answer.table?.rows ?? [];
  const shownRows = saysAgain(rows, points) ? [] : rows.slice(0, ROWS);
  return {
    headline: answer.headline,
    notes,
    table: answer.table && shownRows.length > 0 ? { ...answer.table, rows: shownRows } : null,
    points,
    lines,
    restsOn: answer.restsOn ?? [],
    smallPrint: smallPrintOf(shown, answer),
    choices: answer.choices.slice(0, CHOICES),
    more: {
      points: ranked
        .filter((each) => !shown.includes(each))
        .slice(0, FOLDED)
        .map(({ point, section }) => firstPoint(point, section.heading)),
      lines: moreLines,
    },
    left: {
      quotations: ranked.length - shown.length,
      rows: rows.length - shownRows.length,
      lines: moreLines.length,
      choices: Math.max(0, answer.choices.length - CHOICES),
    },
  };
}

/** Whether a table has the very words that are quoted beside it. */
const saysAgain = (rows: string[][], points: FirstPoint[]): boolean =>
  rows.some((cells) => cells.some((cell) => points.some(({ quote }) => quote === cell)));

/** Whether anything of the answer is not on its first screen. */
export const hasMore = ({ quotations, rows, lines, choices }: Left): boolean =>
  quotations + rows + lines + choices > 0;

type Ranked = { point: Point; section: Section };

/** The points of an answer, each quotation once, in the order of its citations. */
function rankedPoints({ sections, citations, nearest }: Answer): Ranked[] {
  const rankOf = new Map<string, number>();
  for (const [rank, citation] of [...citations, ...nearest].entries())
    if (!rankOf.has(keyOf(citation))) rankOf.set(keyOf(citation), rank);
  const points = new Map<string, Ranked>();
  for (const section of sections)
    for (const point of section.points)
      if (!points.has(keyOf(point.citation))) points.set(keyOf(point.citation), { point, section });
  const rank = ({ point }: Ranked) => rankOf.get(keyOf(point.citation)) ?? Number.MAX_SAFE_INTEGER;
  return [...points.values()].sort((a, b) => rank(a) - rank(b));
}

/** The first of each council. */
function oneEach(ranked: Ranked[]): Ranked[] {
  const seen = new Set<string>();
  return ranked.filter(({ point: { citation } }) => {
    const isFirst = !seen.has(citation.urn);
    seen.add(citation.urn);
    return isFirst;
  });
}

/**
 * The order in which they are chosen: of many councils one each, before any has two; and of what
 * visits found, or what a headline says to be both, praise and criticism, where there is both.
 */
function inOrder(ranked: Ranked[], { authority, kind, bothTones }: Answer): Ranked[] {
  if (authority === null) return [...new Set([...oneEach(ranked), ...ranked])];
  if (kind !== 'latest' && kind !== 'visits' && !bothTones) return ranked;
  const [first] = ranked;
  const other = ranked.find(
    ({ point }) => first && isOpposite(point.citation.tone, first.point.citation.tone),
  );
  return [...new Set([...(first ? [first] : []), ...(other ? [other] : []), ...ranked])];
}

const isOpposite = (a: Citation['tone'], b: Citation['tone']): boolean =>
  (a === 'praise' && (b === 'criticism' || b === 'mixed')) ||
  (b === 'praise' && (a === 'criticism' || a === 'mixed'));

/**
 * The lines that a first screen has room for before others (`first`): of sections that quote
 * nothing; where nothing was found, all lines. `all` are those and the rest. Each section's are led
 * by its heading, as they stand apart from what it quotes: “this visit” needs to be named.
 */
function linesOf({ sections, closing, status, kind }: Answer, said: Set<string>) {
  const parted = sections.map(({ heading, lines, points }) => ({
    heading,
    lines: unsaid(lines, said),
    isQuoting: points.length > 0,
  }));
  const ledLines = (quoting: boolean): string[] =>
    parted.flatMap(({ heading, lines, isQuoting }) =>
      isQuoting === quoting ? led(kind === 'help' ? '' : heading, lines) : [],
    );
  const plain = ledLines(false);
  const others = ledLines(true);
  const rest = [...others, ...unsaid(closing, said)];
  return {
    first: status === 'nothing_found' ? [...plain, ...rest] : plain,
    all: [...plain, ...rest],
  };
}

const led = (heading: string, lines: string[]): string[] =>
  lines.map((line, i) => (i === 0 && heading ? `${heading}: ${line}` : line));

const smallPrintOf = (shown: Ranked[], { citations, until }: Answer): string =>
  smallPrintLine(
    shown.map(({ point }) => point.citation),
    citations,
    until,
  );

const charactersOf = (texts: (string | null)[]): number =>
  texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);

const wholeScreen = (answer: Answer): FirstScreen => ({
  headline: answer.headline,
  notes: answer.notes,
  table: answer.table,
  points: [],
  lines: answer.sections.flatMap(({ lines }) => lines),
  restsOn: [],
  smallPrint: '',
  choices: answer.choices,
  more: { points: [], lines: [] },
  left: { quotations: 0, rows: 0, lines: 0, choices: 0 },
});
