import type { IntentOfAll } from '../intent.js';
import { councilsNamedIntent, coverageIntent } from './coverage.js';
import { findingsIntent } from './findings.js';
import { gradesOnceAndNowIntent, gradesRepeatedIntent } from './grade-history.js';
import { gradesMovedByGroupIntent, gradesMovedIntent } from './grade-movement.js';
import { gradesInARowIntent, gradesTalliedIntent } from './grade-runs.js';
import { gradesInMonthIntent, gradesThenAndNowIntent } from './grade-standing.js';
import { gradeHeldLongestIntent, gradesTabulatedIntent } from './grade-tables.js';
import {
  firstCouncilIntent,
  gradesListedIntent,
  newestWithGradeIntent,
  themeNotGradedIntent,
} from './grades.js';
import {
  councilsComparedIntent,
  gradesByGroupIntent,
  gradesTogetherIntent,
  gradesUnevenIntent,
} from './grades-compared.js';
import { gradesOverTimeIntent } from './grades-over-time.js';
import { leadInspectorsIntent, ledByIntent } from './inspectors.js';
import { mentionsIntent } from './mentions.js';
import { pointsByThemeIntent } from './points-by-theme.js';
import { quotedInAllIntent } from './quotations.js';
import { intervalIntent, visitsListedIntent, waitingIntent } from './visits.js';
import {
  visitsBesideIntent,
  visitsByTimeIntent,
  visitsCountedIntent,
  visitsOnThemeIntent,
  visitsTalliedIntent,
} from './visits-of-kind.js';

/** Ways to answer a question about many councils, in the order in which they are tried. */
export const INTENTS_OF_ALL: IntentOfAll[] = [
  quotedInAllIntent,
  gradesOverTimeIntent,
  pointsByThemeIntent,
  mentionsIntent,
  coverageIntent,
  visitsBesideIntent,
  visitsCountedIntent,
  leadInspectorsIntent,
  ledByIntent,
  firstCouncilIntent,
  gradesByGroupIntent,
  visitsByTimeIntent,
  gradesTabulatedIntent,
  gradeHeldLongestIntent,
  gradesInARowIntent,
  gradesTalliedIntent,
  gradesRepeatedIntent,
  gradesOnceAndNowIntent,
  gradesMovedByGroupIntent,
  gradesMovedIntent,
  gradesThenAndNowIntent,
  gradesInMonthIntent,
  gradesUnevenIntent,
  gradesTogetherIntent,
  newestWithGradeIntent,
  gradesListedIntent,
  councilsComparedIntent,
  waitingIntent,
  intervalIntent,
  visitsTalliedIntent,
  visitsOnThemeIntent,
  visitsListedIntent,
  themeNotGradedIntent,
  councilsNamedIntent,
  findingsIntent,
];
