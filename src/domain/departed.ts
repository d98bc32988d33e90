import type { LocalAuthority, Urn } from './authority.js';
import type { InspectionRecord } from './record.js';

/**
 * A council that somebody follows and that the register has no more (`authority` is null), or has
 * as one that ended. `name` is what it is called wherever it was followed, where that is known.
 */
export type DepartedCouncil = {
  urn: Urn;
  name: string | null;
  authority: LocalAuthority | null;
  successors: LocalAuthority[];
};

/** A council that left the register, or ended; null for one that goes on. */
export function departed(
  urn: Urn,
  { authorities }: Pick<InspectionRecord, 'authorities'>,
  name: string | null = null,
): DepartedCouncil | null {
  const authority = authorities.find((each) => each.urn === urn) ?? null;
  if (authority && !authority.ended) return null;
  const successors = (authority?.successors ?? []).flatMap(
    (one) => authorities.find((each) => each.urn === one) ?? [],
  );
  return { urn, name: authority?.name ?? name, authority, successors };
}

/**
 * What a subscription remembers of councils that it has told to be gone, beside the documents that
 * it has reported: one that comes back can leave again.
 */
export function departuresTold(
  reported: Record<string, string>,
  gone: readonly DepartedCouncil[],
): { untold: DepartedCouncil[]; reported: Record<string, string> } {
  const others = Object.entries(reported).filter(([key]) => !key.startsWith(GONE));
  return {
    untold: gone.filter(({ urn }) => !(keyOf(urn) in reported)),
    reported: Object.fromEntries([
      ...others,
      ...gone.map(({ urn }): [string, string] => [keyOf(urn), '']),
    ]),
  };
}

const NAME = 'name:';

/**
 * What councils are called, as a subscription keeps it beside the documents that it has reported:
 * the register may lose them.
 */
export const namesToKeep = (
  urns: readonly Urn[],
  { authorities }: Pick<InspectionRecord, 'authorities'>,
): Record<string, string> =>
  Object.fromEntries(
    authorities
      .filter(({ urn }) => urns.includes(urn))
      .map(({ urn, name }): [string, string] => [`${NAME}${urn}`, name]),
  );

/** What a subscription has kept as a council's name; null where it has none. */
export const nameKept = (reported: Readonly<Record<string, string>>, urn: Urn): string | null =>
  reported[`${NAME}${urn}`] ?? null;

const GONE = 'gone:';
const keyOf = (urn: Urn): string => `${GONE}${urn}`;
