import { gradesOverTime } from '../../grades/over-time.js';
import { wordGradesOverTime } from '../../wording/grades-over-time.js';
import type { IntentOfAll } from '../intent.js';
import { RATED } from './features.js';

export const gradesOverTimeIntent: IntentOfAll = {
  id: 'grades-over-time',
  scope: 'all',
  holdsApart: 'one',
  needs: [
    ['place.everywhere', 'trend'],
    ['place.everywhere', 'movement.improved'],
    ['place.everywhere', 'movement.declined'],
    ['place.everywhere', 'movement.changed'],
    ['place.everywhere', 'comparison', 'period'],
    ['trend.any', 'grade'],
    ['trend.any', 'rating'],
    ['mention.by_year', 'grade'],
    ['mention.by_year', 'rating'],
    ['command.timeline', 'rating'],
    ['command.timeline', 'grade', 'councils.many'],
    ['command.timeline', 'grade', 'quantity'],
  ],
  allows: [
    ...RATED,
    'place.everywhere',
    'trend',
    'comparison',
    'movement.improved',
    'movement.declined',
    'movement.changed',
    'mention.by_year',
    'mention',
    'command.timeline',
    'period',
    'whole',
  ],
  forbids: ['every_area', 'councils.which', 'councils.by_region', 'visit.ungraded'],
  examples: [
    'has england got better since 2018',
    'trend of inadequate over time',
    'how many councils were outstanding over the years',
    'grades over the years across england',
    'are childrens services improving nationally',
    'trend in ofsted grades',
    'are things getting worse across england',
    'share of inadequate councils over time',
  ],
  counterExamples: [
    'how many inadequate each year',
    'which councils have got better since 2018',
    'tameside ratings over the years',
    'how often is neglect mentioned over the years',
  ],
  answer: (asked) => wordGradesOverTime(gradesOverTime(asked), asked),
};
