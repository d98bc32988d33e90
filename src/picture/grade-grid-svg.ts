import type { GradeGrid, GridCell, GridVisit } from '../answer/index.js';
import { GRADE_COLOURS, INK, LINE, MUTED, PAPER } from './palette.js';
import { escapeXml, FONT_FAMILY, heightOf, rounded, textSvg, wrapped } from './text.js';

/** Sizes in pixels of the picture. */
const MARGIN = 16;
const AREA_WIDTH = 196;
const VISIT_WIDTH = 108;
const GAP = 3;
const PADDING = 6;
const LEAST_WIDTH = 560;
const TITLE = 18;
const HEAD = 12;
const BODY = 13;
const LEAST_ROW = 40;

type Placed = { text: string[]; y: number; height: number };

/**
 * A grid of grades as a whole SVG document: visits as columns, areas as rows, each grade in words
 * on its colour, and a legend. A pure function of the grid. Each column is a group of the class
 * `visit`, and what its texts are is in their classes.
 */
export function gradeGridSvg(grid: GradeGrid): string {
  const gridWidth = AREA_WIDTH + grid.visits.length * VISIT_WIDTH;
  const width = Math.max(LEAST_WIDTH, gridWidth + 2 * MARGIN);
  const inner = width - 2 * MARGIN;
  const title = stacked([wrapped(grid.title, inner, TITLE)], MARGIN, TITLE);
  const headTop = endOf(title) + PADDING;
  const heads = grid.visits.map(headOf);
  const headHeight = Math.max(...heads.map((parts) => partsHeight(parts)));
  const rows = stacked(
    grid.rows.map(({ area }) => wrapped(area, AREA_WIDTH - 2 * PADDING, BODY)),
    headTop + headHeight + PADDING,
    BODY,
    LEAST_ROW,
  );
  const legend = stacked(
    grid.legend.map((line) => wrapped(line, inner, HEAD)),
    endOf(rows) + 2 * PADDING,
    HEAD,
  );
  const height = Math.ceil(endOf(legend) + MARGIN);
  const said = [grid.summary, ...grid.visits.map((visit) => visit.said)].join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title said" font-family="${FONT_FAMILY}">`,
    `<title id="title">${escapeXml(grid.title)}</title>`,
    `<desc id="said">${escapeXml(said)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...title.map((each) => lineOf(each, 'heading', TITLE, true)),
    ...rows.map((row) => areaLabel(row)),
    ...grid.visits.map((visit, i) => {
      const x = MARGIN + AREA_WIDTH + i * VISIT_WIDTH;
      const cells = grid.rows.map(({ cells: own }) => own[i] ?? { text: '', grade: null });
      return `<g class="visit">${headSvg(heads[i] ?? [], x, headTop)}${columnSvg(visit, cells, rows, x)}</g>`;
    }),
    ...legend.map((each) => lineOf(each, 'legend', HEAD)),
    '</svg>',
    '',
  ].join('\n');
}

/** Texts one under another from `top`, each as tall as its lines, or as `least`. */
function stacked(texts: string[][], top: number, size: number, least = 0): Placed[] {
  let y = top;
  return texts.map((text) => {
    const height = Math.max(least, heightOf(text, size) + (least > 0 ? 2 * PADDING : PADDING / 2));
    const placed = { text, y, height };
    y += height;
    return placed;
  });
}

const endOf = (placed: Placed[]): number => {
  const last = placed.at(-1);
  return last ? last.y + last.height : 0;
};

const lineOf = ({ text, y }: Placed, role: string, size: number, isBold = false): string =>
  textSvg(text, {
    ...{ x: MARGIN, y, size, anchor: 'start', vertical: 'top', role, ink: INK },
    isBold,
  });

const areaLabel = ({ text, y, height }: Placed): string =>
  textSvg(text, {
    ...{ x: MARGIN, y: y + height / 2, size: BODY, anchor: 'start', vertical: 'middle' },
    ...{ role: 'area', ink: INK },
  });

type Part = { role: string; text: string[]; isBold: boolean };

/** What stands over a column: the days, what the visit was, and its framework. */
const headOf = ({ dates, kind, framework }: GridVisit): Part[] =>
  [
    { role: 'dates', text: dates, isBold: true },
    { role: 'kind', text: kind, isBold: false },
    { role: 'framework', text: framework ?? '', isBold: false },
  ].map(({ text, ...part }) => ({ ...part, text: wrapped(text, VISIT_WIDTH - PADDING, HEAD) }));

const partsHeight = (parts: Part[]): number =>
  parts.reduce((sum, { text }) => sum + heightOf(text, HEAD), 0);

function headSvg(parts: Part[], x: number, top: number): string {
  let y = top;
  return parts
    .map(({ role, text, isBold }) => {
      const svg = textSvg(text, {
        ...{ x: x + VISIT_WIDTH / 2, y, size: HEAD, anchor: 'middle', vertical: 'top' },
        ...{ role, ink: INK, isBold },
      });
      y += heightOf(text, HEAD);
      return svg;
    })
    .join('');
}

/** The cells of a visit, or one box over all rows that says why it has none. */
function columnSvg({ without }: GridVisit, cells: GridCell[], rows: Placed[], x: number): string {
  const [first] = rows;
  if (without !== null && first) {
    const all = { text: [], y: first.y, height: endOf(rows) - first.y };
    return boxSvg({ text: without, role: 'without', fill: MUTED, ink: INK }, all, x);
  }
  return rows
    .map((row, i) => {
      const { text, grade } = cells[i] ?? { text: '', grade: null };
      const { fill, ink } = grade
        ? GRADE_COLOURS[grade]
        : { fill: text === '' ? PAPER : MUTED, ink: INK };
      return boxSvg({ text, role: 'cell', fill, ink, isBold: grade !== null }, row, x);
    })
    .join('');
}

type Box = { text: string; role: string; fill: string; ink: string; isBold?: boolean };

/** A box with its words in the middle; one without words has a broken outline. */
function boxSvg({ text, role, fill, ink, isBold }: Box, { y, height }: Placed, x: number): string {
  const outline = text === '' ? ' stroke-dasharray="2 4"' : '';
  const box = [x + GAP / 2, y + GAP / 2, VISIT_WIDTH - GAP, height - GAP].map(rounded);
  const [left, top, width, tall] = box;
  const words = textSvg(wrapped(text, VISIT_WIDTH - 2 * PADDING, BODY), {
    ...{ x: x + VISIT_WIDTH / 2, y: y + height / 2, size: BODY, anchor: 'middle' },
    ...{ vertical: 'middle', role: 'words', ink, isBold },
  });
  return `<g class="${role}"><rect x="${left}" y="${top}" width="${width}" height="${tall}" rx="3" fill="${fill}" stroke="${LINE}" stroke-width="0.75"${outline}/>${words}</g>`;
}
