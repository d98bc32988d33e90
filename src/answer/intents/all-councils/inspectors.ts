import { inspectors, visited } from '../../across/visited.js';
import { wordInspectors } from '../../wording/visit-counts.js';
import { wordVisited } from '../../wording/visited.js';
import type { IntentOfAll } from '../intent.js';
import { WHEN } from './features.js';

export const leadInspectorsIntent: IntentOfAll = {
  id: 'lead-inspectors',
  scope: 'all',
  needs: [
    ['inspector.asked', 'order.most'],
    ['inspector.asked', 'order.fewest'],
    ['inspector.asked', 'quantity.count'],
    ['inspector.asked', 'command.timeline'],
    ['inspector.asked', 'times'],
    ['inspector.asked', 'visit_count'],
    ['inspector.asked', 'council_count'],
  ],
  allows: [...WHEN, 'grade', 'rating', 'area', 'councils.many', 'filler.loose', 'order.best'],
  forbids: ['inspector.named'],
  examples: [
    'which lead inspector has done the most inspections',
    'who has led most inspections since 2023',
    'lead inspector with the most inspections in london',
    'which lead inspector led the most inspections graded inadequate',
    'how many inspections has each lead inspector led',
    'lead inspector who led the most in 2022',
    'which lead inspector has the most visits',
    'number of inspections by lead inspector',
    'inspectors who have led more than one inspection',
    'which inspectors have inspected more than one council',
    'who has done the most inspections in london',
  ],
  counterExamples: [
    'inspections led by neil penswick',
    'who was the lead inspector',
    'which region has the most inadequate councils',
    'which councils did neil penswick inspect',
  ],
  answer: (asked) => wordInspectors(inspectors(asked), asked),
};

export const ledByIntent: IntentOfAll = {
  id: 'led-by',
  scope: 'all',
  needs: [['inspector.named']],
  allows: [
    ...WHEN,
    'inspector',
    'grade',
    'rating',
    'area',
    'councils.many',
    'quantity.count',
    'filler.loose',
    'command.timeline',
  ],
  examples: [
    'inspections led by neil penswick',
    'which councils did steve lowe inspect',
    'how many inspections has neil penswick led',
    'councils inspected by margaret burke in 2022',
    'led by tracey metcalfe',
    'lead inspector brenda mclaughlin',
    'which inadequate inspections did lisa summers lead',
    'neil penswick',
  ],
  counterExamples: [
    'which lead inspector has done the most inspections',
    'who was the lead inspector',
    'which councils were inspected in 2023',
    'what did inspectors say about care leavers',
  ],
  answer: (asked) => wordVisited(visited(asked), asked),
};
