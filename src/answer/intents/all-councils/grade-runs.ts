import { gradesInARow } from '../../grades/in-a-row.js';
import { gradesTallied } from '../../grades/tally.js';
import { wordInARow, wordTallied } from '../../wording/grade-runs.js';
import type { IntentOfAll } from '../intent.js';
import { RATED, WIDER } from './features.js';

export const gradesInARowIntent: IntentOfAll = {
  id: 'grades-in-a-row',
  scope: 'all',
  needs: [
    ['streak', 'grade'],
    ['streak', 'order.best'],
    ['streak', 'order.worst'],
    ['streak', 'comparison.same'],
    ['streak', 'movement.unchanged'],
    ['streak', 'movement.improved'],
    ['streak', 'movement.declined'],
    ['streak', 'trend'],
  ],
  allows: [
    ...RATED,
    ...WIDER,
    'streak',
    'times',
    'movement.ever',
    'movement.always',
    'movement.again',
    'order.best',
    'order.worst',
    'order.consecutive',
    'visit',
    'framework',
  ],
  examples: [
    'three goods on the trot',
    'inadequate twice running',
    'back to back outstandings',
    'who has had requires improvement three times in a row',
    'good at their last three inspections',
    'which councils went down twice in a row',
    'two inadequates on the bounce in london',
    'councils good or better at three consecutive inspections',
  ],
  counterExamples: [
    'which councils have been inadequate more than once',
    'inadequate three times',
    'who is inadequate now',
    'newest inspections',
  ],
  answer: (asked) => wordInARow(gradesInARow(asked), asked),
};

export const gradesTalliedIntent: IntentOfAll = {
  id: 'grades-tallied',
  scope: 'all',
  needs: [
    ['tally', 'grade'],
    ['order.most', 'grade', 'visit.any'],
    ['order.most', 'grade', 'times'],
    ['tally', 'movement.changed'],
    ['tally', 'movement.improved'],
    ['tally', 'movement.declined'],
  ],
  allows: [
    ...RATED,
    ...WIDER,
    'tally',
    'order.most',
    'order.fewest',
    'movement.ever',
    'movement.changed',
    'movement.improved',
    'movement.declined',
    'visit',
    'period',
    'framework',
  ],
  forbids: ['every_area', 'inspector', 'negation.not', 'councils.by_region', 'grouping'],
  examples: [
    'who has been inadequate the most times',
    'most outstanding grades in total',
    'which council has been rated good most often',
    'record holder for requires improvement judgements',
    'largest number of inadequate ratings',
    'whose grade has changed most often',
    'which london borough has been outstanding the most times',
    'who has had more inadequate ratings than anyone else',
  ],
  counterExamples: [
    'which region has the most inadequate authorities',
    'which councils have been inadequate more than once',
    'which lead inspector has done the most inspections',
    'which council has been inspected most often',
  ],
  answer: (asked) => wordTallied(gradesTallied(asked), asked),
};
