import type { CouncilFindings } from './plainest.js';

/** How many councils are quoted; the others stand in the table. */
const COUNCILS_QUOTED = 8;

/** Where so many councils have sentences in the very words of the asker, only those are quoted. */
const ENOUGH_OWN = 3;

/**
 * Where several councils have sentences that say what was asked for, only those are quoted; of
 * what is said in the asker's very words by some, and in others' by the rest, the first; of what
 * is nowhere said plainly, one.
 */
export function plainestQuoted(councils: CouncilFindings[]): CouncilFindings[] {
  const having = (
    list: CouncilFindings[],
    least: number,
    key: 'isLiteral' | 'isExact' | 'isOwn',
  ) => {
    const some = list.filter(({ found: [first] }) => first?.[key]);
    return some.length >= least ? some : list;
  };
  const literal = having(councils, 2, 'isLiteral');
  const kept = having(having(literal, 2, 'isExact'), ENOUGH_OWN, 'isOwn');
  const plain = kept.filter(({ isPlain }) => isPlain);
  return plain.length > 0 ? plain.slice(0, COUNCILS_QUOTED) : kept.slice(0, 1);
}
