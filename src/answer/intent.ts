import type { Feature } from '../question/index.js';
import type { Answer } from './answer.js';
import type { AskedOfAll, AskedOfOne, AskedOfSeveral } from './asked.js';

/** How an intent is shown in help, README and the manifest's prompts. */
export type Shown = { usage: string; describes: string };

/**
 * A way to answer a question. It takes a question of its scope only where one of its `needs` is met
 * (every feature of it is said) and everything that the question says is among what it `allows`; what
 * is needed is allowed. Where an intent forbids nothing, it allows 'anything'.
 * `examples` are questions that it takes, `counterExamples` look alike and belong to another: both
 * are its tests. `shown` puts it, with its first example, into help and documentation.
 */
type Row<Scope extends string, A> = {
  id: string;
  scope: Scope;
  needs: Feature[][];
  allows: Feature[] | 'anything';
  examples: string[];
  counterExamples: string[];
  shown: Shown | null;
  answer: (asked: A) => Answer;
};

export type IntentOfOne = Row<'one', AskedOfOne>;
export type IntentOfSeveral = Row<'several', AskedOfSeveral>;
export type IntentOfAll = Row<'all', AskedOfAll>;
export type Intent = IntentOfOne | IntentOfSeveral | IntentOfAll;
