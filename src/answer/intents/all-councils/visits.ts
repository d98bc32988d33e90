import { intervals, visited, waiting } from '../../across/visited.js';
import { wordIntervals } from '../../wording/visit-counts.js';
import { wordVisited, wordWaiting } from '../../wording/visited.js';
import type { IntentOfAll } from '../intent.js';
import { WHEN } from './features.js';

export const waitingIntent: IntentOfAll = {
  id: 'waiting',
  scope: 'all',
  needs: [
    ['order.longest_ago'],
    ['negation', 'visit', 'period'],
    ['time_since', 'order.most'],
    ['time_since', 'councils.many'],
  ],
  allows: [
    'councils.many',
    'visit',
    'period',
    'order',
    'negation',
    'quantity.count',
    'filler.loose',
    'time_since',
    'when',
    'framework',
  ],
  examples: [
    "haven't been inspected since 2022",
    'which councils have not been inspected since the start of 2021',
    'how many councils have not been inspected since 2023',
    'which council has gone longest without an inspection',
    'longest since last inspected in london',
    'county councils not inspected since 2021',
    'who has waited longest for an inspection',
    'councils without an inspection since 2021',
  ],
  counterExamples: [
    'inspected since june 2024',
    'which councils were inspected last month',
    'average time between inspections',
    'children waiting longest for camhs',
  ],
  answer: (asked) => wordWaiting(waiting(asked), asked),
};

export const intervalIntent: IntentOfAll = {
  id: 'interval',
  scope: 'all',
  needs: [['interval'], ['quantity.average', 'time_since']],
  allows: [
    'interval',
    'quantity',
    'visit',
    'councils.many',
    'filler.loose',
    'comparison',
    'time_since',
    'order',
    'framework',
  ],
  examples: [
    'average time between inspections',
    'how long between inspections on average in london',
    'how often are councils inspected on average',
    'mean gap between inspections',
    'typical time between inspections',
    'average gap between inspections in the north west',
    'how many years between inspections on average',
    'what is the average interval between inspections',
  ],
  counterExamples: [
    'average caseload',
    'inspections between march and june 2024',
    'how long since tameside was inspected',
    'which council has gone longest without an inspection',
  ],
  answer: (asked) => wordIntervals(intervals(asked), asked),
};

export const visitsListedIntent: IntentOfAll = {
  id: 'visits-listed',
  scope: 'all',
  needs: [
    ['visit', 'period'],
    ['visit', 'councils.many'],
    ['visit', 'place'],
    ['visit', 'council_type'],
    ['visit', 'order'],
    ['visit', 'quantity.count'],
    ['visit.particular'],
    ['command.timeline', 'period'],
    ['order.newest', 'place'],
    ['order.newest', 'councils.many'],
    ['order.oldest', 'councils.many'],
    ['command.timeline', 'visit'],
    ['period', 'councils.many'],
  ],
  allows: [
    ...WHEN,
    'councils.many',
    'order.oldest',
    'order.most',
    'quantity.count',
    'filler.loose',
    'command.timeline',
    'inspector.asked',
    'movement.ever',
  ],
  examples: [
    'inspections between march and june 2024',
    'which councils were inspected last month',
    'show me the latest reports published',
    'which councils were inspected in 2023',
    'focused visits in 2022',
    'which councils had a focused visit in 2022',
    'how many inspections were there in 2019',
    'newest inspection in the record',
    'oldest inspection held',
    'london boroughs inspected in 2023',
  ],
  counterExamples: [
    'average time between inspections',
    'which councils are inadequate',
    'what did inspectors say in 2023 about neglect',
    'haven’t been inspected since 2022',
  ],
  shown: {
    usage: 'inspections in PERIOD',
    describes: 'the visits of that time, with grades and documents',
  },
  answer: (asked) => wordVisited(visited(asked), asked),
};
