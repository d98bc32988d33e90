import type { LocalAuthority } from '../../domain/authority.js';
import { createSpeller, memoised, words } from '../../language/index.js';
import { namedCouncils } from '../council-names.js';
import { type PlaceNamed, placeNames } from '../place-names.js';
import type { Annotator, Meaning } from '../question.js';
import { saidIn } from '../said.js';
import type { NamedFormerCouncil } from './former-councils.js';
import { readOtherNames } from './misspelt-names.js';

export type PlaceTools = {
  authorities: LocalAuthority[];
  /** Whether the record has a word, so that it is no misspelt name. */
  isWord: (word: string) => boolean;
  formerCouncils: NamedFormerCouncil[];
};

/** So many words are remembered as they are read. */
const WORDS_REMEMBERED = 20_000;

/** Too many other words are like the short ones, but for these. */
const DIRECTIONS = new Set(['east', 'west']);

/**
 * Sees what stands for many councils at once: regions, counties, all of England, types of council,
 * neighbours. A word that is none of the language is read as the nearest one of a place's name.
 */
export function createPlaceAnnotator(tools: PlaceTools): Annotator {
  const { find, vocabulary } = placeNames;
  const long = [...vocabulary].filter((word) => word.length > 4 || DIRECTIONS.has(word));
  const speller = createSpeller(new Map(long.map((word) => [word, 1])));
  const otherNames = new Set([...wordsOfNames(tools.authorities), ...readOtherNames()]);
  const repaired = memoised(
    (word: string): string =>
      vocabulary.has(word) || otherNames.has(word) || tools.isWord(word)
        ? word
        : (speller.repair(word) ?? word),
    WORDS_REMEMBERED,
  );
  const former = new Set(tools.formerCouncils.map(({ council }) => council.name));

  return {
    name: 'places',
    annotate({ tokens, text }) {
      const { typed: said } = saidIn(tokens);
      const read = said.every((word) => repaired(word) === word) ? said : said.map(repaired);
      return find(read).map(({ value, from, to }) => ({
        ...meaningOf(value, tools.authorities, former),
        from,
        to,
        surface: text.slice(tokens[from]?.start, tokens[to - 1]?.end),
        by: 'places',
        byLikeness: tokens.slice(from, to).some(({ typed }, i) => typed !== read[from + i]),
      }));
    },
  };
}

/** The words of councils' names, also with a possessive "s": Tameside is no misspelt Tyneside. */
function wordsOfNames(authorities: LocalAuthority[]): Set<string> {
  const names = namedCouncils(authorities).flatMap((council) => council.names.flatMap(words));
  return new Set(names.flatMap((name) => [name, `${name}s`]));
}

/** What a place says, with its councils as the register has them. */
function meaningOf(
  named: PlaceNamed,
  authorities: LocalAuthority[],
  former: ReadonlySet<string>,
): Meaning {
  switch (named.type) {
    case 'region': {
      const councils = authorities.filter(({ region }) => named.regions.includes(region));
      return { kind: 'place', value: { type: 'region', name: named.name, councils } };
    }
    case 'county': {
      const councils = authorities.filter(({ name }) => named.councils.includes(name));
      return { kind: 'place', value: { type: 'county', name: named.name, councils } };
    }
    case 'everywhere':
      return {
        kind: 'place',
        value: { type: 'everywhere', name: 'England', councils: authorities },
      };
    case 'council_type': {
      // A council that is no more is of no type any more.
      const councils = authorities.filter(
        ({ name, type }) => named.types.includes(type) && !former.has(name),
      );
      return { kind: 'council_type', value: { name: named.name, councils } };
    }
    case 'neighbours':
      return { kind: 'neighbours', value: named.whose };
  }
}
