import { gradeHeldLongest } from '../../grades/held-longest.js';
import { gradesTabulated } from '../../grades/tabulated.js';
import { wordHeldLongest, wordTabulated } from '../../wording/grade-tables.js';
import type { IntentOfAll } from '../intent.js';
import { RATED } from './features.js';

export const gradesTabulatedIntent: IntentOfAll = {
  id: 'grades-tabulated',
  scope: 'all',
  needs: [
    ['grouping', 'grade'],
    ['grouping', 'rating'],
    ['grouping', 'quantity.split'],
    ['councils.by_region', 'quantity.split'],
    ['rating', 'council_type.several'],
    ['quantity.split', 'council_type.several'],
    ['grouping.year', 'visit'],
    ['grouping.year', 'area'],
    ['councils.by_region', 'rating'],
    ['comparison', 'place.several'],
    ['comparison', 'council_type.several'],
    ['comparison', 'place', 'council_type'],
    ['comparison', 'place', 'councils.rest'],
    ['comparison', 'council_type', 'councils.rest'],
    ['grouping.year', 'order.best'],
    ['grouping.year', 'order.worst'],
  ],
  allows: [
    ...RATED,
    'grouping',
    'comparison.compare',
    'comparison.better',
    'comparison.worse',
    'whole',
    'councils',
    'order.most',
    'order.fewest',
    'order.best',
    'order.worst',
    'period',
    'framework',
    'command.timeline',
  ],
  forbids: ['mention', 'every_area', 'movement', 'grouping.month'],
  examples: [
    'grades by council type',
    'share of good by council type',
    'how many inadequate each year',
    'overall grades by year',
    'inspections by year',
    'how many councils of each type have which grade',
    'ratings by area',
    'ratings by region',
    'grades for care leavers by region',
    'is london better than the rest',
    'best year for grades',
    'which was the worst year',
  ],
  counterExamples: [
    'which region has the most inadequate authorities',
    'inspections in 2023',
    'how often is neglect mentioned each year',
    'which councils are good',
  ],
  shown: {
    usage: 'grades by region, council type, area or year',
    describes: 'a table of how many have which grade',
  },
  answer: (asked) => wordTabulated(gradesTabulated(asked), asked),
};

export const gradeHeldLongestIntent: IntentOfAll = {
  id: 'grade-held-longest',
  scope: 'all',
  needs: [['grade', 'movement.held']],
  allows: [...RATED, 'movement.held', 'movement.ever', 'order', 'rank', 'time_since', 'when'],
  examples: [
    'which council has held outstanding longest',
    'longest held inadequate',
    'which councils have been inadequate the longest',
    'who has been good for the longest time',
    'longest running outstanding council',
    'london borough that has been outstanding for longest',
    'longest standing inadequate councils in the north west',
    'council that has been outstanding for leadership the longest',
  ],
  counterExamples: [
    'which councils are outstanding',
    'which council has gone longest without an inspection',
    'councils that have always been outstanding',
    'longest since last inspected in london',
  ],
  answer: (asked) => wordHeldLongest(gradeHeldLongest(asked), asked),
};
