import { ringsOfFile, type SynonymRing } from '../domain/synonym-rings.js';
import type { Question } from './question.js';

/** What reports write of things that went one way, and the places of the asker's words for it. */
export type TrendAsked = { ring: SynonymRing; text: string; at: number[] };

let rings: Map<string, SynonymRing> | null = null;
const ASKING = 'who is asked for';

/**
 * Which way a question asks where things went: better or worse; `null` where it asks for neither,
 * or only how they went.
 */
export function trendAsked({ tokens }: Question): TrendAsked | null {
  rings ??= ringsOfFile('trends-written');
  const words = tokens.map(({ word }) => word);
  if (!rings.get(ASKING)?.placeIn(words)) return null;
  for (const [name, ring] of rings) {
    const place = name === ASKING ? null : ring.placeIn(words);
    if (!place) continue;
    const own = tokens.slice(place.from, place.to);
    return { ring, text: own.map(({ word }) => word).join(' '), at: own.map(({ at }) => at) };
  }
  return null;
}

/** Whether the question asks how things went over time, as against what has to improve. */
export const asksForTrend = (question: Question): boolean =>
  question.spans.every(({ kind }) => kind !== 'recommendations') &&
  question.spans.some(
    (span) =>
      (span.kind === 'trend' && !(span.value === 'any' && isOfTheme(question, span))) ||
      (span.kind === 'movement' &&
        (span.value === 'improved' || span.value === 'declined' || span.value === 'changed')),
  );

/**
 * Whether it asks whether a thing got better or worse, or what became of it; a single word by which
 * a grade goes down ("drop") may be of anything else.
 */
export const asksOfProgress = (question: Question): boolean =>
  asksForTrend(question) &&
  question.spans.some(
    (span) =>
      (span.kind === 'trend' && span.value !== 'any') ||
      (span.kind === 'movement' &&
        (span.value === 'improved' || span.value === 'declined') &&
        span.to - span.from > 1),
  );

/** "Changes of social worker" are asked about, and not what changed. */
const isOfTheme = ({ spans }: Question, { from, to }: { from: number; to: number }): boolean =>
  spans.some(
    (other) =>
      other.kind === 'theme' && other.to - other.from > 1 && other.from <= from && to <= other.to,
  );
