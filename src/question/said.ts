import type { Token } from './question.js';

/**
 * The words of some tokens: `all` of them, `typed` the same as they were typed, and `words` with
 * `places` those that phrases are looked for in, where the name of a council counts as one. Lists
 * that hold the same are the same list, since whoever looks for phrases in a list looks once.
 */
export type Said = {
  all: readonly string[];
  typed: readonly string[];
  words: readonly string[];
  places: readonly number[];
};

/** What was made last: everybody who reads a question asks for the same tokens. */
let latest: { tokens: readonly Token[]; said: Said } | null = null;

/** The words of tokens, which are not to change any more. */
export function saidIn(tokens: readonly Token[]): Said {
  if (latest?.tokens === tokens) return latest.said;
  const typed = tokens.map((token) => token.typed);
  const all = tokens.every(({ word, typed: own }) => word === own)
    ? typed
    : tokens.map(({ word }) => word);
  const whole = tokens.some(isWithinName) ? tokens.filter((token) => !isWithinName(token)) : tokens;
  const said = {
    all,
    typed,
    words: whole === tokens ? all : whole.map(({ word }) => word),
    places: whole.map(({ at }) => at),
  };
  latest = { tokens, said };
  return said;
}

const isWithinName = ({ continuesName }: Token): boolean => continuesName === true;
