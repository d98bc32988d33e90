/** "a", "a and b", "a, b and c"; with `last` "or" in place of "and". */
export const listed = (names: readonly string[], last = 'and'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;

/** " Did you mean Europe/Paris or Europe/Prague?", or nothing where there is nothing near. */
export const didYouMean = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Did you mean ${listed(names, 'or')}?`;
