/**
 * What can be asked: the one table of intents. Routing, help, README and the tests of reading are
 * made from its rows.
 */
import { INTENTS_OF_ALL } from './all-councils/index.js';
import { intentsOfAny } from './any.js';
import type { Intent } from './intent.js';
import { INTENTS_OF_ONE } from './one-council/index.js';
import { INTENTS_OF_SEVERAL } from './several-councils.js';

export type { Condition, Intent, Shown } from './intent.js';
export { INTENTS_OF_ALL, INTENTS_OF_ONE, INTENTS_OF_SEVERAL };

export const INTENTS_OF_ANY = intentsOfAny(() => shownExamples());

export const INTENTS: Intent[] = [
  ...INTENTS_OF_ANY,
  ...INTENTS_OF_ONE,
  ...INTENTS_OF_SEVERAL,
  ...INTENTS_OF_ALL,
];

/**
 * What can be asked, as help and documentation show it: usage, first example, what comes. Tables go
 * from the particular to the general, and readers the other way.
 */
export const shownExamples = () =>
  [INTENTS_OF_ONE, INTENTS_OF_SEVERAL, INTENTS_OF_ALL, INTENTS_OF_ANY]
    .flatMap((intents): Intent[] => intents.toReversed())
    .flatMap(({ shown, examples: [example = ''] }) => (shown ? [{ ...shown, example }] : []));
