import { gradesStanding } from '../../grades/standing.js';
import { wordStanding } from '../../wording/grade-standing.js';
import type { IntentOfAll } from '../intent.js';
import { RATED } from './features.js';

export const gradesThenAndNowIntent: IntentOfAll = {
  id: 'grades-then-and-now',
  scope: 'all',
  holdsApart: 'one',
  holdsSeveral: ['period'],
  needs: [
    ['grade', 'period.as-of'],
    ['rating', 'period.as-of'],
    ['quantity.split', 'period.as-of'],
    ['grade', 'standing', 'period'],
    ['rating', 'standing', 'period'],
    ['standing', 'period', 'councils.many'],
    ['standing', 'period', 'place'],
    ['standing', 'period', 'council_type'],
    ['grade', 'comparison', 'period'],
    ['grade', 'order.newest', 'period'],
    ['grade', 'order.most', 'period'],
    ['grade', 'negation.above', 'period'],
  ],
  allows: [
    ...RATED,
    'period',
    'comparison',
    'order',
    'negation',
    'framework',
    'standing',
    'whole',
    'movement.ever',
  ],
  forbids: ['every_area', 'negation.outside'],
  examples: [
    'are more councils inadequate now than in 2018',
    'which councils were inadequate at the end of 2018',
    'how many councils were inadequate at the end of 2019',
    'were fewer councils outstanding at the end of 2015 than now',
    'how many inadequate councils as of march 2020',
    'councils good at the end of 2022',
    'compare how many councils were inadequate in 2018 and now',
    'number of outstanding councils at the end of 2016',
  ],
  counterExamples: [
    'rated inadequate in 2018',
    'which councils are inadequate now',
    'councils graded outstanding in 2019',
    'graded outstanding since 2023',
  ],
  answer: (asked) => wordStanding(gradesStanding(asked), asked),
};

/** Few inspections fall in one month: who "was inadequate in march 2020" is asked of the state. */
export const gradesInMonthIntent: IntentOfAll = {
  id: 'grades-in-month',
  scope: 'all',
  needs: [['grade', 'period.month']],
  allows: [
    'grade',
    'area',
    'theme.graded',
    'councils.many',
    'quantity.count',
    'quantity.share',
    'filler.loose',
    'negation',
    'period',
    'whole',
  ],
  forbids: ['rating', 'visit', 'negation.never', 'negation.outside', 'order', 'why'],
  examples: [
    'which councils were inadequate in march 2020',
    'who was outstanding in june 2019',
    'london councils inadequate in january 2018',
    'how many councils were good in may 2021',
    'inadequate for care leavers in november 2023',
    'on 1 jan 2018 which london councils were failing',
    'what share of councils were inadequate in july 2019',
    'north west councils that were good in april 2022',
  ],
  counterExamples: [
    'rated inadequate in march 2020',
    'which councils were inadequate in 2018',
    'inadequate inspections in march 2020',
    'which councils are inadequate',
  ],
  answer: (asked) => wordStanding(gradesStanding(asked), asked),
};
