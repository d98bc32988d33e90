import { isOfEffort } from '../../domain/effort.js';
import type { Tone } from '../../domain/passage.js';
import type { RecordedPassage } from '../../domain/record.js';
import { narrowed, type SearchTerm, type Told } from '../../search/index.js';
import type { Point } from '../answer.js';
import { pointOf, wholePointOf } from './points.js';

/** So many quotations are seen first. */
const SEEN = 3;

/**
 * How inspectors spoke of something: "praised" or "criticised" only where nearly all they say of it
 * is so; what is both is said to be both, and of what nobody marked nothing is made up. What is
 * seen of the visit counts with it.
 */
export function toldSaid(told: Told, points: Point[]): string {
  const { praise, criticism } = tonesTold(told, points);
  if (praise && criticism) return 'praised and criticised';
  if (!praise && !criticism) return 'spoken of';
  // What is not to be seen in any quotation is not said of them.
  const isSaid = praise ? praisesIt : hasTone('criticism');
  const [first, ...others] = points.slice(0, SEEN);
  const tone = praise ? 'praised' : 'criticised';
  if (first && isSaid(first)) return told.isNearlyAll ? tone : `${tone} in part`;
  return others.some(isSaid) ? `${tone} in part` : 'spoken of';
}

/** Marks an answer whose headline says that both praise and criticism are there to be seen. */
export function bothTones(told: Told, points: Point[]): { bothTones?: true } {
  const { praise, criticism } = tonesTold(told, points);
  return praise && criticism ? { bothTones: true } : {};
}

function tonesTold(told: Told, points: Point[]): { praise: boolean; criticism: boolean } {
  const seen = told.isHeld ? [] : points.slice(0, SEEN);
  return {
    praise: told.praise !== null || seen.some(praisesIt),
    criticism: told.criticism !== null || seen.some(hasTone('criticism')),
  };
}

const hasTone =
  (tone: Tone) =>
  ({ citation }: Point): boolean =>
    citation.tone === tone || citation.tone === 'mixed';

/** Praise of an effort about a problem is no praise of what is asked for. */
const praisesIt = (point: Point): boolean =>
  hasTone('praise')(point) && !isOfEffort(point.citation.quote);

/** A quotation is widened up to so many characters. */
const WIDEST = 720;

/**
 * Passages of one visit as points, with a sentence of each tone that inspectors gave: where none
 * has it, the passage that does is quoted as far as that sentence, or added.
 */
export function pointsOfBothTones(
  shown: RecordedPassage[],
  { praise, criticism }: Told,
  terms: SearchTerm[],
): Point[] {
  const points = shown.map((recorded) => pointOf(recorded, terms));
  if (!praise || !criticism) return points;
  for (const lacking of new Set([praise, criticism])) {
    if (points.some(hasTone(lacking.passage.tone))) continue;
    const at = shown.findIndex(({ key }) => key === lacking.key);
    const whole = shown[at];
    const wider = whole && runOf(whole.passage.quote, points[at]?.citation.quote ?? '', lacking);
    if (whole && wider) points[at] = wholePointOf(narrowed(whole, wider));
    else points.push(pointOf(lacking));
  }
  return points;
}

/** The run of a text that has two of its parts, where it is no longer than a quotation may be. */
function runOf(text: string, one: string, { passage: { quote } }: RecordedPassage): string | null {
  const [a, b] = [text.indexOf(one), text.indexOf(quote)];
  if (a < 0 || b < 0) return null;
  const run = text.slice(Math.min(a, b), Math.max(a + one.length, b + quote.length));
  return run.length <= WIDEST ? run : null;
}
