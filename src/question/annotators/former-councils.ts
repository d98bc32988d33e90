import { z } from 'zod';
import type { LocalAuthority } from '../../domain/authority.js';
import { readVocabulary } from '../../domain/vocabulary.js';
import type { FormerCouncil } from '../question.js';

/** A council that is no more, with the names that people type for it. */
export type NamedFormerCouncil = { council: FormerCouncil; names: string[] };

const Value = z.strictObject({
  name: z.string().min(1),
  ended: z.iso.date(),
  successors: z.array(z.string().min(1)).min(1),
});

/**
 * The former councils of `data/language/former-councils.json` whose successors the register has.
 * One that stands in the register itself, for the reports that it had, is known by its names there.
 */
export function readFormerCouncils(authorities: LocalAuthority[]): NamedFormerCouncil[] {
  const byName = new Map(authorities.map((authority) => [authority.name, authority]));
  return readVocabulary('former-councils', Value).entries.flatMap(({ value, phrases }) => {
    if (value === null) return [];
    const successors = value.successors.flatMap((name) => byName.get(name) ?? []);
    if (successors.length < value.successors.length) return [];
    const names = [...phrases, ...(byName.get(value.name)?.aliases ?? [])];
    return [{ council: { ...value, successors }, names }];
  });
}

/** The names of those that followed a council that is no more; none of one that is. */
export const successorsOf = (name: string): string[] =>
  readVocabulary('former-councils', Value).entries.find(({ value }) => value?.name === name)?.value
    ?.successors ?? [];
