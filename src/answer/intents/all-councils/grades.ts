import { visited } from '../../across/visited.js';
import { firstCouncil } from '../../grades/first-council.js';
import { gradeList } from '../../grades/list.js';
import { wordFirstCouncil } from '../../wording/first-council.js';
import { wordGradeList } from '../../wording/grade-list.js';
import { themeNotGradedAnswer } from '../../wording/not-understood.js';
import { wordVisited } from '../../wording/visited.js';
import type { IntentOfAll } from '../intent.js';
import { THEME_GRADED } from '../theme-graded.js';
import { RATED, WIDER } from './features.js';

export const firstCouncilIntent: IntentOfAll = {
  id: 'first-council',
  scope: 'all',
  holdsApart: 'one',
  needs: [
    ['grade', 'order.first'],
    ['grade', 'order.last'],
  ],
  allows: [
    ...RATED,
    ...WIDER,
    'order.first',
    'order.last',
    'visit',
    'framework',
    'period',
    'when',
    'movement.reached',
    'movement.changed',
    'movement.ever',
    'from_to.to',
  ],
  forbids: ['quantity', 'every_area', 'contrast'],
  examples: [
    'first council to be outstanding',
    'which was the first council judged good',
    'first london borough to be inadequate',
    'last council to be rated outstanding',
    'most recent council to become inadequate',
    'who was the first to be rated inadequate',
    'first council to get outstanding under ilacs',
    'last council to be inadequate for care leavers',
  ],
  counterExamples: [
    'first outstanding inspection',
    'which councils became inadequate at their most recent inspection',
    'first council to be inspected',
    'which councils are outstanding',
  ],
  answer: (asked) => wordFirstCouncil(firstCouncil(asked), asked),
};

export const newestWithGradeIntent: IntentOfAll = {
  id: 'newest-with-grade',
  scope: 'all',
  holdsApart: 'one',
  needs: [
    ['grade', 'order.newest', 'visit'],
    ['grade', 'order.newest', 'rating'],
    ['grade', 'order.oldest'],
  ],
  allows: [...RATED, 'order.oldest', 'visit', 'councils', 'framework', 'period'],
  forbids: ['councils.many', 'quantity'],
  examples: [
    'latest inadequate judgement',
    'newest outstanding inspection',
    'first outstanding inspection',
    'most recent inadequate inspection',
    'last inadequate report',
    'newest inspection rated good in london',
    'oldest inadequate inspection',
    'latest outstanding rating',
  ],
  counterExamples: [
    'which councils are inadequate at the latest inspection',
    'newest inspection in the record',
    'latest reports',
    'who is inadequate now',
  ],
  answer: (asked) => wordVisited(visited(asked), asked),
};

export const gradesListedIntent: IntentOfAll = {
  id: 'grades-listed',
  scope: 'all',
  isOfOneToo: 'without grade',
  holdsApart: 'one',
  needs: [
    ['grade'],
    ['rating', 'councils.many'],
    ['rating', 'place'],
    ['rating', 'period'],
    ['rating', 'council_type'],
    ['quantity.split', 'rating'],
    ['quantity.split', 'period'],
    ['quantity.split', 'area'],
    ['quantity.split', 'councils.many'],
    ['quantity.split', 'place'],
    ['quantity.split', 'council_type'],
    ['order.best', 'councils.many'],
    ['order.worst', 'councils.many'],
    ['order.best', 'place'],
    ['order.worst', 'place'],
    ['order.best', 'council_type'],
    ['order.worst', 'council_type'],
    ['order.best', 'rating'],
    ['order.worst', 'rating'],
    ['order.best', 'area'],
    ['order.worst', 'area'],
    ['whole', 'place'],
    ['area.whole', 'place'],
    ['area.whole', 'council_type'],
  ],
  allows: [
    ...RATED,
    'order.best',
    'order.worst',
    'order.oldest',
    'negation',
    'movement.ever',
    'period',
    'framework',
    'whole',
    'when',
    'visit',
    'comparison.same',
    'first_few',
  ],
  forbids: ['why', 'every_area', 'councils.ours', 'negation.outside'],
  examples: [
    'which councils are inadequate now',
    'county councils rated outstanding',
    'who is inadequate at the moment',
    'north east councils needing improvement',
    'worst in yorkshire',
    'how many outstanding in the north west',
    'which councils have never been inadequate',
    'which are inadequate :eyes:',
    'good or outstanding for care leavers',
    'rated inadequate in 2018',
  ],
  counterExamples: [
    'why are councils inadequate',
    'which councils have good early help',
    'which councils have been inadequate more than once',
    'is it inadequate',
    'best practice on neglect',
  ],
  shown: {
    leads: true,
    usage: 'which councils are GRADE',
    describes: 'the councils with that grade at the newest inspection held of each, out of all',
  },
  answer: (asked) => wordGradeList(gradeList(asked), asked),
};

export const themeNotGradedIntent: IntentOfAll = {
  id: 'theme-not-graded',
  scope: 'all',
  isOfOneToo: 'always',
  needs: THEME_GRADED,
  allows: 'anything',
  forbids: ['why', 'rank'],
  examples: [
    'which councils are rated good for early help',
    'who is outstanding for fostering',
    'councils rated inadequate for supervision',
    'which councils are graded good on neglect',
    'best rated councils for domestic abuse',
    'councils rated outstanding for the virtual school',
    'rating of the front door in all councils',
    'which councils have inadequate grades for missing children',
  ],
  counterExamples: [
    'which councils are inadequate for care leavers',
    'what did inspectors say about early help',
    'councils rated good for adoption',
    'which councils are inadequate',
  ],
  answer: themeNotGradedAnswer,
};
