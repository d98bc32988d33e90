import { gradesRepeated } from '../../grades/history.js';
import { gradesOnceAndNow } from '../../grades/once-and-now.js';
import { wordRepeated } from '../../wording/grade-history.js';
import { wordOnceAndNow } from '../../wording/grade-once.js';
import type { IntentOfAll } from '../intent.js';
import { RATED, WIDER } from './features.js';

export const gradesRepeatedIntent: IntentOfAll = {
  id: 'grades-repeated',
  scope: 'all',
  needs: [
    ['grade', 'times'],
    ['grade', 'movement.always'],
    ['grade', 'movement.not_always'],
  ],
  allows: [
    ...RATED,
    'times',
    'movement.always',
    'movement.ever',
    'period',
    ...WIDER,
    'framework',
    'rating',
  ],
  examples: [
    'which councils have been inadequate more than once',
    'inadequate at least twice',
    'councils rated outstanding more than once',
    'who has been inadequate three times',
    'councils that were inadequate twice',
    'which councils have always been good',
    'repeatedly inadequate councils',
    'outstanding at every inspection',
  ],
  counterExamples: [
    'which councils have ever been inadequate',
    'which councils are inadequate',
    'how many times has tameside been inadequate',
    'which councils dropped from good to inadequate',
  ],
  answer: (asked) => wordRepeated(gradesRepeated(asked), asked),
};

export const gradesOnceAndNowIntent: IntentOfAll = {
  id: 'grades-once-and-now',
  scope: 'all',
  needs: [
    ['grade', 'movement.once'],
    ['grade', 'movement.again'],
    ['order.best', 'movement.once'],
    ['order.worst', 'movement.once'],
    ['order.worst', 'movement.again'],
    ['order.best', 'movement.again'],
    ['grade.several', 'movement.ever', 'order.newest'],
    ['movement.between'],
    ['negation.between'],
  ],
  allows: [
    ...RATED,
    ...WIDER,
    'movement.once',
    'movement.again',
    'movement.ever',
    'negation.between',
    'order.newest',
    'order.best',
    'order.worst',
    'framework',
    'visit',
  ],
  forbids: ['every_area', 'negation.not', 'times', 'period'],
  examples: [
    'who used to be inadequate and is now outstanding',
    'once inadequate, now good',
    'which councils were inadequate but are now good',
    'formerly outstanding, now inadequate',
    'councils that used to be inadequate',
    'which councils have been inadequate in the past and are good now',
    'was outstanding once, now requires improvement',
    'inadequate councils that were once good or better',
    'have any outstanding councils ever been inadequate',
    'which good councils have never been inadequate',
    'have any of the bottom rated been there before',
    'which councils started out as inadequate and are now outstanding',
  ],
  counterExamples: [
    'which councils went from inadequate to outstanding',
    'which councils are no longer inadequate',
    'which councils are inadequate now',
    'which councils have ever been inadequate',
  ],
  answer: (asked) => wordOnceAndNow(gradesOnceAndNow(asked), asked),
};
