import { compareWithWhomAnswer } from '../../wording/compare-with-whom.js';
import type { IntentOfOne } from '../intent.js';

export const compareWithWhomIntent: IntentOfOne = {
  id: 'compare-with-whom',
  scope: 'one',
  needs: [['comparison.compare']],
  allows: ['rating', 'area', 'theme.graded', 'whole', 'filler.loose', 'councils.many', 'trend.any'],
  forbids: ['visit', 'period', 'residue', 'place.everywhere'],
  examples: [
    'compare tameside',
    'compare tameside please',
    'how does tameside compare',
    'tameside comparison',
    'compare tameside with other councils',
    'how does tameside measure up',
    'compare tameside on leadership',
    'how does tameside compare on care leavers',
  ],
  counterExamples: [
    'compare tameside in 2016 and 2023',
    'compare tameside and oldham',
    'compare tameside with its neighbours',
    'tameside latest',
  ],
  answer: compareWithWhomAnswer,
};
