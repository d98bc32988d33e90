import { pointsByTheme } from '../../across/points-by-theme.js';
import { wordPointsByTheme } from '../../wording/points-by-theme.js';
import type { IntentOfAll } from '../intent.js';
import { WHEN } from './features.js';

export const pointsByThemeIntent: IntentOfAll = {
  id: 'points-by-theme',
  scope: 'all',
  needs: [
    ['recommendations', 'order.most'],
    ['recommendations', 'order.fewest'],
    ['tone', 'order.most'],
    ['tone', 'order.fewest'],
  ],
  allows: [
    ...WHEN,
    'tone',
    'recommendations',
    'order.most',
    'order.fewest',
    'councils.many',
    'quantity.count',
    'mention',
    'tally',
    'whole',
    'filler.loose',
  ],
  forbids: ['theme', 'residue', 'councils.which', 'grade', 'area', 'visit.ungraded'],
  examples: [
    'most common recommendations',
    'what do inspectors praise most often',
    'what are councils criticised for most often',
    'most frequent weaknesses across england',
    'commonest concerns in london',
    'most common strengths',
    'what do inspectors criticise most',
    'most common areas for improvement in 2024',
    'which themes are criticised most often',
    'what are the biggest weaknesses in the north west',
    'top 5 criticisms in england',
    'which issues come up most',
    'which problems crop up again and again',
  ],
  counterExamples: [
    'recommendations for tameside',
    'which councils are criticised for caseloads',
    'which council has the most inspections',
    'most recent concerns in tameside',
  ],
  answer: (asked) => wordPointsByTheme(pointsByTheme(asked), asked),
};
