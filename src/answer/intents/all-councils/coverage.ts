import { coverage } from '../../across/visited.js';
import { wordCoverage } from '../../wording/visit-counts.js';
import type { IntentOfAll } from '../intent.js';

export const coverageIntent: IntentOfAll = {
  id: 'coverage',
  scope: 'all',
  needs: [
    ['command.coverage'],
    ['councils.many', 'quantity.count'],
    ['place', 'quantity.count'],
    ['council_type', 'quantity.count'],
  ],
  allows: ['councils.many', 'quantity.count', 'filler.loose', 'order.newest', 'command.sources'],
  examples: [
    'which councils are in this record',
    'which councils do you cover',
    'what do you cover',
    'list the councils',
    'how many councils are there in the south west',
    'how many councils do you have',
    'what is in the record',
    'name the councils you know',
  ],
  counterExamples: [
    'how many councils are inadequate',
    'which councils cover missing children well',
    'list all councils rated good',
    'how many councils were inspected in 2023',
  ],
  answer: (asked) => wordCoverage(coverage(asked), asked),
};

export const councilsNamedIntent: IntentOfAll = {
  id: 'councils-named',
  scope: 'all',
  needs: [['councils.many'], ['council_type'], ['place']],
  allows: ['quantity.count', 'whole', 'order.newest'],
  examples: [
    'all councils',
    'which councils?',
    'london boroughs',
    'north west councils',
    'county councils',
    'authorities in london',
    'councils in yorkshire',
    'all authorities please',
  ],
  counterExamples: [
    'which councils are good',
    'north west councils on neglect',
    'london boroughs inspected in 2023',
    'worst councils',
  ],
  answer: (asked) => wordCoverage(coverage(asked), asked),
};
