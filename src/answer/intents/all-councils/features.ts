import type { Feature } from '../../../question/index.js';

/** Words by which grades of many councils are asked for. */
export const RATED: Feature[] = [
  'grade',
  'rating',
  'area',
  'theme.graded',
  'councils.many',
  'quantity.count',
  'quantity.share',
  'quantity.split',
  'visit.any',
  'filler.loose',
  'every_area',
  'order.newest',
  'contrast',
];

export const WHEN: Feature[] = ['period', 'visit', 'framework', 'order.newest', 'when'];

/** Words that make of one grade all that are better or worse, too. */
export const WIDER: Feature[] = [
  'negation.at_least',
  'negation.at_most',
  'negation.above',
  'negation.below',
];
