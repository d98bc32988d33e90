import { visited } from '../../across/visited.js';
import { visitsBeside } from '../../across/visits-beside.js';
import { visitsByTime } from '../../across/visits-by-time.js';
import { visitsCounted, visitsTallied } from '../../across/visits-tallied.js';
import { wordVisited } from '../../wording/visited.js';
import { wordVisitsBeside } from '../../wording/visits-beside.js';
import { wordVisitsByTime } from '../../wording/visits-by-time.js';
import { wordVisitsCounted, wordVisitsTallied } from '../../wording/visits-tallied.js';
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

export const visitsBesideIntent: IntentOfAll = {
  id: 'visits-beside',
  scope: 'all',
  holdsSeveral: ['period', 'framework', 'inspector', 'visit'],
  needs: [
    ['visit', 'period.several'],
    ['command.timeline', 'period.several'],
    ['visit', 'framework.several'],
    ['grade', 'framework.several'],
    ['visit', 'inspector.several'],
    ['visit.several'],
  ],
  allows: [
    ...WHEN,
    'inspector',
    'councils.many',
    'quantity.count',
    'filler.loose',
    'command.timeline',
    'comparison.compare',
    'comparison.then',
    'movement.ever',
    'movement.again',
    'grade',
    'area',
    'theme.graded',
    'rating',
  ],
  forbids: ['grade.several', 'negation', 'contrast', 'order', 'trend'],
  examples: [
    'how many inspections were there in 2019 and 2023',
    'were there more inspections in 2019 than in 2022',
    'compare the number of inspections in 2018 and 2023',
    'which councils were inspected in 2019 and again in 2023',
    'how many sif and ilacs inspections were there',
    'inspections led by brenda mclaughlin and neil penswick',
    'which councils had both a focused visit and a full inspection in 2019',
    'did ilacs give more outstandings than sif',
  ],
  counterExamples: [
    'how many inspections were there in 2019',
    'inspections from 2019 to 2023',
    'which councils were inadequate in 2016 and 2018',
    'focused visits in 2022',
  ],
  answer: (asked) => wordVisitsBeside(visitsBeside(asked), asked),
};

export const visitsCountedIntent: IntentOfAll = {
  id: 'visits-counted',
  scope: 'all',
  needs: [
    ['visit_count', 'visit'],
    ['visit_count', 'framework'],
  ],
  allows: [...WHEN, 'councils.many', 'quantity.count', 'filler.loose', 'movement.ever'],
  forbids: ['order.newest', 'grade', 'rating'],
  examples: [
    'which councils have had more than three full inspections',
    'who has been inspected exactly twice',
    'councils inspected only once',
    'which councils had at least two monitoring visits in 2024',
    'how many councils have had four full inspections',
    'london boroughs inspected more than twice',
    'which councils have had three or more inspections since 2015',
    'councils that had just one inspection',
  ],
  counterExamples: [
    'which council has been inspected most often',
    'which councils have been inadequate more than once',
    'good at their last three inspections',
    'how many inspections were there in 2019',
  ],
  answer: (asked) => wordVisitsCounted(visitsCounted(asked), asked),
};

export const visitsByTimeIntent: IntentOfAll = {
  id: 'visits-by-time',
  scope: 'all',
  needs: [
    ['grouping.year', 'visit', 'order.most'],
    ['grouping.year', 'visit', 'order.fewest'],
    ['grouping.year', 'visit.ungraded'],
    ['grouping.month', 'visit'],
  ],
  allows: [
    ...WHEN,
    'grouping.year',
    'grouping.month',
    'tally',
    'order.most',
    'order.fewest',
    'councils.many',
    'quantity.count',
    'filler.loose',
    'command.timeline',
    'movement.ever',
  ],
  forbids: ['councils.by_region', 'inspector', 'comparison', 'order.newest'],
  examples: [
    'which year had the most inspections',
    'in which year were the most councils inspected',
    'which year had the fewest inspections',
    'what year saw the most focused visits',
    'which month had the most inspections',
    'monitoring visits by year',
    'inspections by month',
    'in what month are the most inspections in london',
  ],
  counterExamples: [
    'inspections by year',
    'which year had the most inadequate councils',
    'how many inspections were there in 2019',
    'which council has had the most inspections',
  ],
  answer: (asked) => wordVisitsByTime(visitsByTime(asked), asked),
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
