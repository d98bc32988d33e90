import { gradeMovement, gradesRepeated } from '../../grades/history.js';
import { gradesOnceAndNow } from '../../grades/once-and-now.js';
import { wordMovement, wordRepeated } from '../../wording/grade-history.js';
import { wordOnceAndNow } from '../../wording/grade-once.js';
import type { IntentOfAll } from '../intent.js';
import { RATED } from './features.js';

export const gradesRepeatedIntent: IntentOfAll = {
  id: 'grades-repeated',
  scope: 'all',
  needs: [
    ['grade', 'times'],
    ['grade', 'movement.always'],
  ],
  allows: [
    ...RATED,
    'times',
    'movement.always',
    'movement.ever',
    'period',
    'negation.at_least',
    'framework',
  ],
  examples: [
    'which councils have been inadequate more than once',
    'inadequate at least twice',
    'councils rated outstanding more than once',
    'who has been inadequate three times',
    'councils that were inadequate twice',
    'which councils have always been good',
    'repeatedly inadequate councils',
    'which councils stayed outstanding',
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
    ['grade.several', 'movement.ever', 'order.newest'],
  ],
  allows: [...RATED, 'movement', 'order.newest', 'framework', 'visit'],
  forbids: ['every_area', 'negation', 'times', 'period'],
  examples: [
    'who used to be inadequate and is now outstanding',
    'once inadequate, now good',
    'which councils were inadequate but are now good',
    'formerly outstanding, now inadequate',
    'councils that used to be inadequate',
    'which councils have been inadequate in the past and are good now',
    'was outstanding once, now requires improvement',
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

export const gradesMovedIntent: IntentOfAll = {
  id: 'grades-moved',
  scope: 'all',
  needs: [
    ['movement.declined'],
    ['movement.improved'],
    ['movement.changed'],
    ['grade', 'movement.left'],
    ['grade', 'movement.lost'],
    ['grade', 'movement.reached'],
    ['grade', 'from_to.to'],
    ['grade', 'from_to.from'],
    ['grades_apart', 'councils.many'],
    ['trend', 'councils.many'],
    ['trend', 'council_type'],
  ],
  allows: [
    ...RATED,
    'movement',
    'grades_apart',
    'from_to',
    'order.newest',
    'period',
    'visit.any',
    'framework',
    'trend',
  ],
  forbids: ['every_area', 'negation'],
  examples: [
    'councils that dropped from good to inadequate',
    'who slipped from good to requires improvement',
    'councils that went from inadequate to outstanding',
    'which councils lost their outstanding rating',
    'which councils fell from outstanding',
    'inadequate to good',
    'which councils improved at their last inspection',
    'councils whose grade went down at the latest inspection',
    'which councils are no longer inadequate',
    'went straight from outstanding to requires improvement',
    'which councils leapt two grades',
    'councils that fell from grace',
  ],
  counterExamples: [
    'which councils are inadequate',
    'which councils were criticised for moving children',
    'have pathway plans improved',
    'which councils have been inadequate more than once',
  ],
  shown: {
    usage: 'councils that dropped or rose',
    describes: 'the councils whose grade moved so from one inspection held to the next',
  },
  answer: (asked) => wordMovement(gradeMovement(asked), asked),
};
