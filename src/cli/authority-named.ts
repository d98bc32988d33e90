import type { LocalAuthority } from '../domain/authority.js';
import { InspectionError } from '../domain/errors.js';
import type { InspectionRecord } from '../domain/record.js';
import { createCouncilNames } from '../question/index.js';

/**
 * The council of the record that somebody names, by name or URN.
 * @throws InspectionError where no council has the name, or several could be meant.
 */
export const authorityNamed = (name: string, { authorities }: InspectionRecord): LocalAuthority =>
  councilNamed(name, authorities);

/** The same, of a register. */
export function councilNamed(name: string, authorities: LocalAuthority[]): LocalAuthority {
  const match = createCouncilNames(authorities).resolve(name);
  const numbered = authorities.find((a) => a.urn === name);
  if (numbered) return numbered;
  if (match.kind === 'one') return match.authority;
  throw new InspectionError(
    match.kind === 'many'
      ? `“${name}” could be ${match.candidates.map((a) => a.name).join(' or ')}; name one of them.`
      : `The register has no English council called “${name}”; give its name or its URN.`,
  );
}
