import type { IntentOfOne } from '../intent.js';
import { compareWithWhomIntent } from './compare.js';
import { passagesIntent, pointsIntent, progressIntent, reasonsIntent } from './findings.js';
import {
  areaGradedIntent,
  besideAverageIntent,
  gradesIntent,
  notGradedIntent,
  ratingsIntent,
} from './grades.js';
import { extremeAreaIntent, thenAndNewestIntent } from './grades-compared.js';
import { intervalOfOneIntent } from './intervals.js';
import {
  citeIntent,
  linkIntent,
  quotedPhraseIntent,
  sourcesIntent,
  whoSaidIntent,
} from './quotations.js';
import {
  inspectorsIntent,
  latestIntent,
  releasedIntent,
  sinceLastVisitIntent,
  timelineIntent,
  visitsIntent,
} from './visits.js';

/** Ways to answer a question about one council, in the order in which they are tried. */
export const INTENTS_OF_ONE: IntentOfOne[] = [
  quotedPhraseIntent,
  citeIntent,
  linkIntent,
  sourcesIntent,
  releasedIntent,
  sinceLastVisitIntent,
  inspectorsIntent,
  compareWithWhomIntent,
  besideAverageIntent,
  gradesIntent,
  extremeAreaIntent,
  thenAndNewestIntent,
  intervalOfOneIntent,
  timelineIntent,
  reasonsIntent,
  pointsIntent,
  progressIntent,
  ratingsIntent,
  areaGradedIntent,
  visitsIntent,
  latestIntent,
  whoSaidIntent,
  notGradedIntent,
  passagesIntent,
];
