import { findingsAcross } from '../../across/findings/findings.js';
import { wordFindings } from '../../wording/findings.js';
import type { IntentOfAll } from '../intent.js';

export const findingsIntent: IntentOfAll = {
  id: 'findings',
  scope: 'all',
  isOfOneToo: 'always',
  isFree: true,
  needs: [['theme'], ['residue'], ['figure'], ['area'], ['quantity'], ['quoted'], ['filler.loose']],
  allows: 'anything',
  forbids: ['grade', 'rating', 'rank', 'negation.of_visits', 'comparison.then'],
  examples: [
    'what did inspectors say about agency staff?',
    'care leavers',
    'where did inspectors find children in unregistered placements',
    'councils where children wait too long for camhs',
    'examples of outstanding early help',
    'london boroughs criticised for putting care leavers in bed and breakfast',
    'average caseload',
    'neglect in 2023',
    'county lines in the north west',
  ],
  counterExamples: [
    'which councils are inadequate for care leavers',
    'which councils were inspected in 2023',
    'worst in yorkshire',
    'which councils are in this record',
  ],
  shown: {
    leads: true,
    usage: 'any question, no council',
    describes: 'what was found at every council of the record, council by council, newest first',
  },
  answer: (asked) => wordFindings(findingsAcross(asked), asked),
};
