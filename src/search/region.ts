import type { LocalAuthority } from '../domain/authority.js';
import { words } from '../domain/words.js';
import type { Query } from './query.js';

/** Words that only say "everywhere": the record knows no council elsewhere. */
const EVERYWHERE = /^(england|english|nationwide|nationally)$/;
/** What people say for a region whose name is longer. */
const SHORT_NAMES: [short: string, region: string][] = [['yorkshire', 'Yorkshire and the Humber']];

/** A question without the words that named a region; `text` is what was typed without them. */
export type InRegion = { region: string | null; query: Query; text: string };

/**
 * The region of the register that a question names ("in the north west"), or none, and the question without the words that said
 * so: they tell councils apart, not passages.
 */
export function readRegion(query: Query, authorities: LocalAuthority[]): InRegion {
  const asked = ` ${query.words.join(' ')} `;
  const names: [string, string][] = [
    ...[...new Set(authorities.map((authority) => authority.region))].map(
      (region): [string, string] => [words(region).join(' '), region],
    ),
    ...SHORT_NAMES,
  ];
  const [said, region] = names.find(([name]) => asked.includes(` ${name} `)) ?? ['', null];
  const saidWords = said.split(' ');
  const terms = query.terms.filter(
    ({ word }) => !saidWords.includes(word) && !EVERYWHERE.test(word),
  );
  const inRegion = new RegExp(
    `\\s*\\b(?:(?:in|of|across|from) )?(?:the )?${said.replaceAll(' ', '[ -]')}\\b(?: of england)?`,
    'i',
  );
  return {
    region,
    query: { ...query, terms },
    text: region ? query.text.replace(inRegion, '').trim() : query.text,
  };
}
