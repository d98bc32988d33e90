import { type GradeGrid, type GridCell, type GridVisit, newestVisits } from '../answer/index.js';
import { GRADE_COLOURS, INK, LINE, MUTED, PAPER } from './palette.js';
import { escapeXml, FONT_FAMILY, heightOf, rounded, textSvg, widthOf, wrapped } from './text.js';

/**
 * Sizes in pixels of the picture: as wide as a phone shows it, so that its letters stay as large as
 * they are here.
 */
const WIDTH = 360;
const MARGIN = 12;
const INNER = WIDTH - 2 * MARGIN;
const GAP = 4;
const PADDING = 6;
const BETWEEN_VISITS = 12;
const TITLE = 17;
const DATES = 15;
const GRADE = 14;
const SMALL = 13;

/**
 * How tall a picture in a message may be. Slack shrinks taller ones until they fit the height it
 * gives an image (some 360 to 720 pixels), and with them their letters.
 */
const TALLEST = 540;

/** What is drawn, and how tall it is. */
type Drawn = { svg: string; height: number };

/**
 * A grid of grades as a whole SVG document: the visits one under another, the newest first, each
 * grade in words on its colour with the areas that it was given to, and a legend. A pure function
 * of the grid. Each visit is a group of the class `visit`, and what its texts are is in their
 * classes.
 */
export const gradeGridSvg = (grid: GradeGrid): string => gridSvg(grid).svg;

/**
 * As much of a grid as a message shows with letters that can be read: its newest visits, as many as
 * fit, and always the newest that has grades.
 */
export function gradeGridExcerpt(grid: GradeGrid): string {
  const all = grid.visits.length;
  const least = 1 + grid.visits.toReversed().findIndex(({ without }) => without === null);
  for (let count = all; count > least; count -= 1) {
    const { svg, height } = gridSvg(newestVisits(grid, count));
    if (height <= TALLEST) return svg;
  }
  return gradeGridSvg(newestVisits(grid, least || all));
}

function gridSvg(grid: GradeGrid): Drawn {
  const visits = grid.visits.map((visit, i) => {
    const cells = grid.rows.map(({ area, cells: own }) => ({
      area,
      ...(own[i] ?? { text: '', grade: null }),
    }));
    return (top: number) => visitSvg(visit, cells, top);
  });
  const parts = [
    headingOf(grid),
    ...visits.toReversed(),
    ...grid.legend.map((line) => (top: number) => paragraph(line, 'legend', SMALL, top)),
  ];
  let y = MARGIN;
  const drawn = parts.map((draw, i) => {
    const isVisit = i > 0 && i <= visits.length;
    const line = isVisit ? ruleSvg(y + BETWEEN_VISITS / 2) : '';
    y += isVisit || i === visits.length + 1 ? BETWEEN_VISITS : 0;
    const { svg, height } = draw(y);
    y += height;
    return `${line}${svg}`;
  });
  const height = Math.ceil(y + MARGIN);
  const said = [grid.summary, ...grid.visits.map((visit) => visit.said).toReversed()].join('\n');
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title said" font-family="${FONT_FAMILY}">`,
    `<title id="title">${escapeXml(grid.title)}</title>`,
    `<desc id="said">${escapeXml(said)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
  return { svg, height };
}

/** The title, and below it what an excerpt leaves out. */
const headingOf =
  ({ title, note }: GradeGrid) =>
  (top: number): Drawn => {
    const heading = paragraph(title, 'heading', TITLE, top, true);
    const below = note ? paragraph(note, 'note', SMALL, top + heading.height) : NOTHING;
    return { svg: heading.svg + below.svg, height: heading.height + below.height };
  };

const NOTHING: Drawn = { svg: '', height: 0 };

const ruleSvg = (y: number): string =>
  `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${rounded(y)}" y2="${rounded(y)}" stroke="${LINE}" stroke-width="0.75"/>`;

function paragraph(text: string, role: string, size: number, top: number, isBold = false): Drawn {
  const lines = wrapped(text, INNER, size, isBold);
  const style = { x: MARGIN, y: top, size, anchor: 'start', vertical: 'top' } as const;
  return {
    svg: textSvg(lines, { ...style, role, ink: INK, isBold }),
    height: heightOf(lines, size) + PADDING / 2,
  };
}

type Cell = GridCell & { area: string };

/** A visit: its days, what it was, and its grades, or in one line that it gave none. */
function visitSvg(
  { dates, kind, framework, without }: GridVisit,
  cells: Cell[],
  top: number,
): Drawn {
  const title = framework ? `${kind} · ${framework}` : kind;
  let y = top;
  const add = (drawn: Drawn): string => {
    y += drawn.height;
    return drawn.svg;
  };
  const svg =
    without === null
      ? [
          add(daysSvg(dates, DATES, title, 'kind', y)),
          ...gradesOf(cells).map((band) => add(bandSvg(band, y))),
        ]
      : [add(daysSvg(dates, SMALL, `${title}: ${without}`, 'without', y))];
  return { svg: `<g class="visit">${svg.join('')}</g>`, height: y - top };
}

/** The days of a visit and what there is to say of it, in one line where there is room. */
function daysSvg(dates: string, size: number, said: string, role: string, top: number): Drawn {
  const days = paragraph(dates, 'dates', size, top, true);
  if (widthOf(dates, size, true) + widthOf(said, SMALL) + 2 * PADDING > INNER) {
    const below = paragraph(said, role, SMALL, top + days.height);
    return { svg: days.svg + below.svg, height: days.height + below.height };
  }
  const style = { x: WIDTH - MARGIN, y: top + size - SMALL, size: SMALL, role, ink: INK };
  const beside = textSvg([said], { ...style, anchor: 'end', vertical: 'top' });
  return { svg: days.svg + beside, height: days.height };
}

/** A grade with the areas that a visit gave it to; `grade` is null where the words are no grade. */
type Band = GridCell & { areas: string[] };

/** The grades of a visit, each once, in the order of the areas. */
function gradesOf(cells: Cell[]): Band[] {
  const bands = new Map<string, Band>();
  for (const { area, text, grade } of cells.filter((cell) => cell.text !== '')) {
    const band = bands.get(text) ?? { text, grade, areas: [] };
    band.areas.push(area);
    bands.set(text, band);
  }
  return [...bands.values()];
}

function bandSvg({ text, grade, areas }: Band, top: number): Drawn {
  const { fill, ink } = grade ? GRADE_COLOURS[grade] : { fill: MUTED, ink: INK };
  const words = wrapped(text, INNER - 2 * PADDING, GRADE, true);
  const named = wrapped(areas.join(' · '), INNER - 2 * PADDING, SMALL);
  const style = { x: MARGIN + PADDING, anchor: 'start', vertical: 'top', ink } as const;
  const y = top + PADDING;
  const tall = heightOf(words, GRADE) + heightOf(named, SMALL) + 2 * PADDING;
  const svg = [
    `<g class="grade"><rect x="${MARGIN}" y="${rounded(top)}" width="${INNER}" height="${rounded(tall)}" rx="4" fill="${fill}" stroke="${LINE}" stroke-width="0.75"/>`,
    textSvg(words, { ...style, y, size: GRADE, role: 'words', isBold: true }),
    textSvg(named, { ...style, y: y + heightOf(words, GRADE), size: SMALL, role: 'areas' }),
    '</g>',
  ];
  return { svg: svg.join(''), height: tall + GAP };
}
