import type { Choice, Section } from '../../answer/index.js';

/**
 * What is read of one council: `heading` is null where the digest's headline says it already.
 * `summary` says in two words what there is; `question` asks the bot for more of it.
 */
export type CouncilText = {
  name: string;
  heading: string | null;
  summary: string;
  sections: Section[];
  closing: string[];
  question: string;
};

/**
 * A digest in sentences, as plain text that knows nothing of where it is shown. `headline` stands
 * alone; `others` has a line for each council that has nothing new and no part of its own.
 */
export type DigestText = {
  headline: string;
  councils: CouncilText[];
  others: Section | null;
  closing: string[];
  choices: Choice[];
};
