import type { TrendAsked } from '../../../question/index.js';
import { ofRing, type SoughtConcept, type ThemeNamed } from '../../../search/index.js';

/** What a sentence must say for things to have gone the way that is asked for. */
export const conceptsOfTrend = (trend: TrendAsked | null): SoughtConcept[] =>
  // It is never left aside: what did not get worse is no answer.
  trend ? [{ ...ofRing(trend.ring, trend.text, trend.at), isName: true, isTrend: true }] : [];

/** The themes that are named by other words than those for the way things went. */
export const besideTrend = (themes: ThemeNamed[], trend: TrendAsked | null): ThemeNamed[] =>
  themes.filter(({ places }) => !trend || places.some((at) => !trend.at.includes(at)));
