import type { LocalAuthority } from '../domain/authority.js';
import { words } from '../domain/words.js';
import type { Query } from './query.js';

/** Words that only say "everywhere": the record knows no council elsewhere. */
const EVERYWHERE = /^(england|english|nationwide|nationally)$/;
/** What people say for a region whose name is longer. */
const SHORT_NAMES: [short: string, region: string][] = [['yorkshire', 'Yorkshire and the Humber']];

/**
 * The region of the register that a question names ("in the north west"), or none, and the question without the words that said
 * so: they tell councils apart, not passages.
 */
export function readRegion(
  query: Query,
  authorities: LocalAuthority[],
): { region: string | null; query: Query } {
  const text = ` ${query.words.join(' ')} `;
  const names: [string, string][] = [
    ...[...new Set(authorities.map((authority) => authority.region))].map(
      (region): [string, string] => [words(region).join(' '), region],
    ),
    ...SHORT_NAMES,
  ];
  const [said, region] = names.find(([name]) => text.includes(` ${name} `)) ?? ['', null];
  const saidWords = said.split(' ');
  const terms = query.terms.filter(
    ({ word }) => !saidWords.includes(word) && !EVERYWHERE.test(word),
  );
  return { region, query: { ...query, terms } };
}
