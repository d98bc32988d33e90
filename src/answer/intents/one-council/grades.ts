import { besideAverageAnswer, gradesAnswer, passagesAnswer } from '../../one-council/index.js';
import { notGradedAnswer } from '../../wording/not-understood.js';
import type { IntentOfOne } from '../intent.js';
import { THEME_GRADED } from '../theme-graded.js';
import { HISTORY, RATED, VISITS } from './features.js';

export const besideAverageIntent: IntentOfOne = {
  id: 'beside-average',
  scope: 'one',
  needs: [
    ['quantity.average', 'negation.above'],
    ['quantity.average', 'negation.below'],
    ['quantity.average', 'comparison'],
    ['order.worst', 'place.around'],
    ['order.best', 'place.around'],
    ['order.worst', 'councils.many'],
  ],
  allows: [
    'rating',
    'whole',
    'order.newest',
    'place',
    'neighbours',
    'councils.many',
    'councils.by_region',
    'filler.loose',
    'visit.any',
    'negation.above',
    'negation.below',
    'negation.at_least',
    'negation.at_most',
    'comparison',
  ],
  forbids: ['claim'],
  examples: [
    'is tameside above average',
    'is tameside below average',
    'is tameside better than average',
    'is tameside above the national average',
    'is tameside rated above average',
    'how does tameside compare with the average',
    'is tamesides rating above average',
    'is tameside worse than average',
    'is tameside the worst in the north west',
    'is tameside the best in the north west',
  ],
  counterExamples: [
    'average caseload in tameside',
    'is tameside good',
    'compare tameside and oldham',
    'are caseloads above average in tameside',
  ],
  answer: besideAverageAnswer,
};

export const gradesIntent: IntentOfOne = {
  id: 'grades',
  scope: 'one',
  needs: [['grade'], ['lay_grade', 'area.several']],
  allows: [
    ...VISITS,
    ...RATED,
    ...HISTORY,
    'quantity.count',
    'whole',
    'command.timeline',
    'filler.loose',
    'comparison',
    'time_since',
    'lay_grade',
  ],
  forbids: ['why'],
  examples: [
    'does tameside have strong leadership but weak help and protection',
    'has tameside ever been rated good',
    'is tameside inadequate',
    'when was tameside rated inadequate',
    'was tameside outstanding in 2016',
    'has tameside ever been good for adoption',
    'how many times has tameside been inadequate',
    'is tameside still inadequate',
    'when did tameside get out of inadequate',
    'was tameside good for care leavers in 2019',
  ],
  counterExamples: [
    'why is tameside inadequate',
    'inadequate supervision in tameside',
    'what is tameside good at',
    'good practice in tameside',
    'tameside rating',
  ],
  answer: gradesAnswer,
};

export const ratingsIntent: IntentOfOne = {
  id: 'ratings',
  scope: 'one',
  needs: [['rating'], ['standing', 'period']],
  allows: [...VISITS, ...RATED, 'whole', 'quantity.count', 'filler.loose', 'movement.ever'],
  examples: [
    'tameside rating',
    'what is tamesides ofsted rating',
    'care leavers rating tameside 2023',
    'tameside adoption grade',
    'what grade did care leavers get in 2019 tameside',
    'tameside 2019 inspection grades',
    'leadership judgement 2016 tameside',
    'help and protection grade tameside',
    'what was tameside rated in 2016',
  ],
  counterExamples: [
    'tameside care leavers',
    'was tameside rated good',
    'how was the front door rated in tameside',
    'why that rating for tameside',
  ],
  answer: gradesAnswer,
};

export const areaGradedIntent: IntentOfOne = {
  id: 'area-graded',
  scope: 'one',
  needs: [['area']],
  allows: [...VISITS, 'rating', 'every_area', 'whole', 'filler.loose'],
  forbids: ['theme', 'residue'],
  examples: [
    'help and protection in 2019 tameside',
    'tameside help and protection',
    'tameside overall',
    'overall effectiveness tameside 2016',
    'help and protection in tameside in 2023',
    'tameside overall effectiveness',
    'tameside latest help and protection',
    'what about help and protection in tameside',
  ],
  counterExamples: [
    'tameside care leavers',
    'help and protection plans that drift in tameside',
    'tameside rating',
    'overall inadequate tameside',
  ],
  answer: gradesAnswer,
};

export const notGradedIntent: IntentOfOne = {
  id: 'not-graded',
  scope: 'one',
  isFree: true,
  needs: THEME_GRADED,
  allows: 'anything',
  forbids: ['why'],
  examples: [
    'how was the front door rated in tameside',
    'was early help rated good in tameside',
    'tameside rating for fostering',
    'is the virtual school rated outstanding in tameside',
    'grade for supervision tameside',
    'what rating did missing children get in tameside',
    'tameside neglect judgement',
    'was domestic abuse graded in tameside',
  ],
  counterExamples: [
    'tameside adoption grade',
    'early help in tameside',
    'was tameside rated good',
    'care leavers rating tameside',
  ],
  answer: (asked) => notGradedAnswer(asked, passagesAnswer(asked)),
};
