import type { Feature } from '../../../question/index.js';

/** Words that say which visit is meant, or when. */
export const VISITS: Feature[] = [
  'visit',
  'period',
  'framework',
  'order.newest',
  'order.oldest',
  'when',
];

/** Words beside a visit that ask for no more than it. */
export const BESIDE_VISIT: Feature[] = ['trend', 'comparison', 'councils.many', 'movement.ever'];

/** Words by which a grade is asked for. */
export const RATED: Feature[] = ['rating', 'area', 'theme.graded', 'every_area', 'councils.many'];

/** That grades changed, which the grades through time tell. */
export const CHANGED: Feature[] = [
  'movement.changed',
  'movement.improved',
  'movement.declined',
  'movement.unchanged',
  'trend.better',
  'trend.worse',
  'trend.any',
];

/** How grades went, and how often one was given. */
export const HISTORY: Feature[] = [
  'movement',
  'from_to',
  'times',
  'streak',
  'tally',
  'order.previous',
  'order.consecutive',
  'negation',
  'trend',
  'contrast',
  'comparison',
];
