import { getResolvedPDFJS } from 'unpdf';

/** Where a point of a drawing is on the page, as PDF has it: six numbers. */
type Matrix = [number, number, number, number, number, number];

/** A painted area, its corners on the page, and whether it is as white as paper. */
export type Area = { left: number; bottom: number; right: number; top: number; isWhite: boolean };

/**
 * The letters of a page in the order in which they are painted, and how: `painted`, `unpainted`
 * (without ink or opacity), or `white`, which shows only on what was painted under it: the first
 * `under` of the page's areas.
 */
export type PaintedText = {
  letters: { text: string; how: 'painted' | 'unpainted' | 'white'; under: number }[];
  areas: Area[];
};

/** What pdf.js gives of a page's instructions. */
export type Instructions = { fnArray: number[]; argsArray: unknown[] };

type State = { matrix: Matrix; isWhite: boolean; isClear: boolean; mode: number };

/** Modes of painting text: 3 paints nothing, 7 only clips. */
const WITHOUT_INK = new Set([3, 7]);

/** Follows a page's instructions as far as they tell whether its text can be seen. */
export async function paintedText({ fnArray, argsArray }: Instructions): Promise<PaintedText> {
  const { OPS } = await getResolvedPDFJS();
  const fills = new Set<unknown>([
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  const begins = new Set<number>([OPS.save, OPS.paintFormXObjectBegin]);
  const ends = new Set<number>([OPS.restore, OPS.paintFormXObjectEnd]);
  const images = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject]);
  const letters: PaintedText['letters'] = [];
  const areas: Area[] = [];
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], isWhite: false, isClear: false, mode: 0 };
  const saved: State[] = [];
  fnArray.forEach((operation, i) => {
    const args = numbered(argsArray[i]);
    if (begins.has(operation)) saved.push(state);
    if (ends.has(operation)) state = saved.pop() ?? state;
    else if (operation === OPS.transform) state = moved(state, args);
    else if (operation === OPS.paintFormXObjectBegin) state = moved(state, numbered(args[0]));
    else if (operation === OPS.setTextRenderingMode) state = { ...state, mode: Number(args[0]) };
    else if (operation === OPS.setFillRGBColor)
      state = { ...state, isWhite: isWhiteColour(String(args[0])) };
    else if (operation === OPS.setFillColorN) state = { ...state, isWhite: false };
    else if (operation === OPS.setGState)
      state = { ...state, isClear: isClearAfter(state.isClear, numbered(args[0])) };
    else if (operation === OPS.constructPath && fills.has(args[0])) {
      if (!state.isClear) areas.push(areaOf(numbered(args[2]), state));
    } else if (images.has(operation))
      areas.push({ ...areaOf([0, 0, 1, 1], state), isWhite: false });
    else if (operation === OPS.showText) {
      const isUnpainted = WITHOUT_INK.has(state.mode) || state.isClear;
      const how = isUnpainted ? 'unpainted' : state.isWhite ? 'white' : 'painted';
      for (const text of glyphs(args[0])) letters.push({ text, how, under: areas.length });
    }
  });
  return { letters, areas };
}

/** The arguments of an instruction: an array, or numbers packed as one. */
function numbered(args: unknown): unknown[] {
  if (Array.isArray(args)) return args;
  return ArrayBuffer.isView(args) ? Array.from(args as Float32Array) : [];
}

function moved(state: State, by: unknown[]): State {
  if (by.length < 6) return state;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = by.map(Number);
  const [A, B, C, D, E, F] = state.matrix;
  const matrix: Matrix = [
    A * a + C * b,
    B * a + D * b,
    A * c + C * d,
    B * c + D * d,
    A * e + C * f + E,
    B * e + D * f + F,
  ];
  return { ...state, matrix };
}

function areaOf(corners: unknown[], { matrix, isWhite }: State): Area {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners.map(Number);
  const [a, b, c, d, e, f] = matrix;
  const points = [x1, x2].flatMap((x) =>
    [y1, y2].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
    isWhite,
  };
}

/** The colour "#fdfdfd", or one still nearer to white. */
const isWhiteColour = (colour: string): boolean =>
  /^#[\da-f]{6}$/i.test(colour) &&
  [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= 0xf2);

/** The opacity with which text is painted is one entry of many; it is "ca". */
function isClearAfter(before: boolean, entries: unknown[]): boolean {
  const opacity = entries.map(numbered).find(([name]) => name === 'ca')?.[1];
  return typeof opacity === 'number' ? opacity < 0.05 : before;
}

/** The letters of a run of text; the numbers between them are distances. */
const glyphs = (run: unknown): string[] =>
  numbered(run).flatMap((glyph) =>
    typeof glyph === 'object' && glyph !== null && 'unicode' in glyph
      ? [String(glyph.unicode)]
      : [],
  );
