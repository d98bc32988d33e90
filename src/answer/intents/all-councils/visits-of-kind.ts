import { visited } from '../../across/visited.js';
import { visitsTallied } from '../../across/visits-tallied.js';
import { wordVisited } from '../../wording/visited.js';
import { wordVisitsTallied } from '../../wording/visits-tallied.js';
import type { IntentOfAll } from '../intent.js';
import { WHEN } from './features.js';

export const visitsOnThemeIntent: IntentOfAll = {
  id: 'visits-on-theme',
  scope: 'all',
  isOfOneToo: 'always',
  needs: [
    ['visit.particular', 'theme', 'period'],
    ['visit.particular', 'theme', 'councils.many'],
    ['visit.particular', 'theme', 'quantity.count'],
    ['visit.particular', 'theme', 'place'],
  ],
  allows: [
    ...WHEN,
    'theme',
    'area',
    'councils.many',
    'quantity.count',
    'filler.loose',
    'command.timeline',
  ],
  forbids: ['claim', 'residue', 'grade', 'rating'],
  examples: [
    'focused visits about care leavers in 2024/25 - where were they',
    'which councils had a focused visit on care leavers',
    'monitoring visits looking at the front door in the year to march 2025',
    'how many focused visits on children in care',
    'focused visits on permanence 2024',
    'who had a monitoring visit about children in care in 2024/25',
    'focused visits on care leavers in london',
    'list of focused visits on the front door, 2024/25',
  ],
  counterExamples: [
    'focused visits in 2022',
    'which councils are inadequate for care leavers',
    'what must improve after the focused visits on care leavers',
    'focused visits that praised care leavers',
  ],
  answer: (asked) => wordVisited(visited(asked), asked),
};

export const visitsTalliedIntent: IntentOfAll = {
  id: 'visits-tallied',
  scope: 'all',
  needs: [
    ['tally', 'visit'],
    ['order.most', 'visit'],
    ['order.fewest', 'visit'],
  ],
  allows: [
    ...WHEN,
    'tally',
    'order.most',
    'order.fewest',
    'councils.many',
    'quantity.count',
    'filler.loose',
    'movement.ever',
  ],
  forbids: ['grouping', 'councils.by_region', 'inspector', 'comparison'],
  examples: [
    'which council has been inspected most often',
    'most full inspections',
    'who has had the most monitoring visits',
    'largest number of full inspections',
    'which london borough has been inspected the most times',
    'councils with the most inspections',
    'which council has had the fewest inspections',
    'who has had more inspections than anyone else',
  ],
  counterExamples: [
    'which lead inspector has done the most inspections',
    'who has been inadequate the most times',
    'most recent inspections',
    'how many inspections were there in 2019',
  ],
  answer: (asked) => wordVisitsTallied(visitsTallied(asked), asked),
};
