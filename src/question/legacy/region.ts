import type { LocalAuthority } from '../../domain/authority.js';
import { words } from '../../language/index.js';
import { METROPOLITAN_COUNTIES } from './metropolitan-counties.js';
import type { Query } from './query.js';

/** Words that only say "everywhere": the record knows no council elsewhere. */
const EVERYWHERE = /^(england|english|nationwide|nationally)$/;
/** What people say for a region whose name is longer. */
const SHORT_NAMES: [short: string, region: string][] = [
  ['yorkshire', 'Yorkshire and the Humber'],
  ['greater london', 'London'],
  ['west midlands metropolitan county', 'West Midlands county'],
];

/** A question without the words that named a region; `councils` are those of the region, `text` is what was typed without them. */
export type InRegion = {
  region: string | null;
  councils: LocalAuthority[];
  query: Query;
  text: string;
};

/**
 * The region of the register, or the metropolitan county, that a question names ("in the north west"), or none, and the question without the words that said
 * so: they tell councils apart, not passages.
 */
export function readRegion(query: Query, authorities: LocalAuthority[]): InRegion {
  const asked = ` ${query.words.join(' ')} `;
  const regions = [...new Set(authorities.map((authority) => authority.region))];
  const names: [string, string][] = [
    ...[...Object.keys(METROPOLITAN_COUNTIES), ...regions].map((region): [string, string] => [
      words(region).join(' '),
      region,
    ]),
    ...SHORT_NAMES,
  ];
  // The longest name said: "South Yorkshire" is not all of Yorkshire.
  const [said, region] = names
    .toSorted(([one], [other]) => other.length - one.length)
    .find(([name]) => asked.includes(` ${name} `)) ?? ['', null];
  const ofCounty = region === null ? undefined : METROPOLITAN_COUNTIES[region];
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
    councils: authorities.filter(
      (authority) =>
        region === null ||
        (ofCounty ? ofCounty.includes(authority.name) : authority.region === region),
    ),
    query: { ...query, terms },
    text: region ? query.text.replace(inRegion, '').trim() : query.text,
  };
}
