import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { examplesFor } from './examples.js';
import { emptyAnswer } from './phrases.js';

/** A way to ask as help shows it: how it is written, an example, and what comes. */
export type ShownExample = { usage: string; example: string; describes: string; leads?: true };

const COUNCILS_NAMED = 12;

/** What the bot can be asked, made from the table of intents. */
export function helpAnswer({ context }: Asked, shown: ShownExample[]): Answer {
  const names = context.covered.filter(({ ended }) => !ended).map(({ name }) => name);
  const councils =
    names.length === 0
      ? 'no council yet'
      : names.length <= COUNCILS_NAMED
        ? names.join(', ')
        : `${names.length} councils`;
  return {
    ...emptyAnswer('help', 'help'),
    headline: `Ask about a council’s Ofsted inspection history. This record covers ${councils}.`,
    sections: [
      {
        heading: 'You can ask for',
        lines: leadingFirst(shown).map(({ usage, example, describes }) =>
          usage === example ? `${usage}: ${describes}` : `${usage}: ${describes} (“${example}”)`,
        ),
        points: [],
      },
    ],
    closing: [
      'Every point is a quotation with who said it and when. Where the record holds nothing, the reply says so.',
      'Please post nothing about a particular child or family. Not affiliated with Ofsted.',
    ],
    choices: examplesFor(context, { last: 'timeline' }),
  };
}

/** What most people need, before the rest. */
const leadingFirst = (shown: ShownExample[]): ShownExample[] =>
  shown.toSorted((a, b) => Number(b.leads ?? false) - Number(a.leads ?? false));
