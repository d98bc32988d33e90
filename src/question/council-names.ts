import { z } from 'zod';
import type { LocalAuthority } from '../domain/authority.js';
import { readVocabulary } from '../domain/vocabulary.js';
import { createPhraseFinder, words } from '../language/index.js';
import { createNameIndex, type NameIndex, withoutTitle } from './name-index.js';

/** One council, several that could be meant, or none. */
export type CouncilMatch =
  | { kind: 'one'; authority: LocalAuthority }
  | { kind: 'many'; candidates: LocalAuthority[] }
  | { kind: 'none' };

/** Reads texts that should be nothing but a council's name. */
export type CouncilNames = {
  resolve(name: string): CouncilMatch;
};

/** The councils of the register with their names. */
export const namedCouncils = (authorities: LocalAuthority[]) =>
  authorities.map((value) => ({ value, names: [value.name, ...value.aliases] }));

/**
 * Prepares the register once. A name is taken as it is, then without its title, then for part of
 * the names that have it, then by likeness.
 */
export function createCouncilNames(authorities: LocalAuthority[]): CouncilNames {
  const index: NameIndex<LocalAuthority> = createNameIndex(namedCouncils(authorities));
  const spelt = createSpellings(authorities);
  return {
    resolve(name) {
      const list = words(name);
      const bare = withoutTitle(list);
      const whole = index.exact(list) ?? index.exact(bare);
      if (whole) return { kind: 'one', authority: whole };
      const text = bare.join(' ');
      if (text.length < SHORTEST_NAME) return { kind: 'none' };
      const known = spelt(list).find(({ from, to }) => from === 0 && to === list.length)?.value;
      const joined = known ?? index.joined(bare.join(''));
      if (joined) return { kind: 'one', authority: joined };
      const partly = index.withWord(text);
      const candidates = partly.length > 0 ? partly : index.alike(text).map(({ value }) => value);
      const [only, ...others] = candidates;
      if (!only) return { kind: 'none' };
      return others.length === 0 ? { kind: 'one', authority: only } : { kind: 'many', candidates };
    },
  };
}

const SHORTEST_NAME = 3;

/**
 * Finds names that sound like a council's and are spelt with other words ("isle of white"), and
 * towns by which a council is called that the register does not list.
 */
export function createSpellings(authorities: LocalAuthority[]) {
  const { sets, entries } = readVocabulary('council-spellings', z.string());
  const byName = new Map(authorities.map((authority) => [authority.name, authority]));
  return createPhraseFinder(
    entries.flatMap(({ value, phrases }) => {
      const authority = value === null ? undefined : byName.get(value);
      return authority ? phrases.map((phrase) => [phrase, authority] as const) : [];
    }),
    sets,
  ).find;
}
