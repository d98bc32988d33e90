import { quotedAcross } from '../../across/findings/quoted.js';
import { wordQuotedAcross } from '../../wording/quoted-across.js';
import type { IntentOfAll } from '../intent.js';

export const quotedInAllIntent: IntentOfAll = {
  id: 'quoted-in-all',
  scope: 'all',
  isOfOneToo: 'always',
  needs: [['quoted.phrase']],
  allows: 'anything',
  examples: [
    '"too many children"',
    'which reports say "drift and delay"',
    '"serious failures" in north west councils',
    'where do inspectors write “not good enough”',
    'how many councils have "widespread and serious"',
    'reports with "corporate parenting" in 2023',
    '"return home interviews" london boroughs',
    'who wrote "pace of change"',
  ],
  counterExamples: [
    'too many children',
    'which councils are "inadequate"',
    'what did inspectors say about drift',
    'reports in 2023',
  ],
  answer: (asked) => wordQuotedAcross(quotedAcross(asked), asked),
};
