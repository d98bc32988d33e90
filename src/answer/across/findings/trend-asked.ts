import { ringsOfFile, type SynonymRing } from '../../../domain/synonym-rings.js';
import type { Question } from '../../../question/index.js';
import { ofRing, type SoughtConcept, type ThemeNamed } from '../../../search/index.js';

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

/** What a sentence must say for things to have gone the way that is asked for. */
export const conceptsOfTrend = (trend: TrendAsked | null): SoughtConcept[] =>
  // It is never left aside: what did not get worse is no answer.
  trend ? [{ ...ofRing(trend.ring, trend.text, trend.at), isName: true }] : [];

/** The themes that are named by other words than those for the way things went. */
export const besideTrend = (themes: ThemeNamed[], trend: TrendAsked | null): ThemeNamed[] =>
  themes.filter(({ places }) => !trend || places.some((at) => !trend.at.includes(at)));
