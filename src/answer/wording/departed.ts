import { formatDate } from '../../domain/dates.js';
import type { DepartedCouncil } from '../../domain/departed.js';
import { listed } from './phrases.js';

/** How a council that the register has no more is called: by its number where no name is known. */
const nameOf = ({ name, urn }: Pick<DepartedCouncil, 'name' | 'urn'>): string =>
  name ?? `The council with Ofsted’s number ${urn}`;

/** Says of a council that somebody follows that it is gone, and who followed it. */
export function departedSentence(gone: DepartedCouncil): string {
  const { authority, successors } = gone;
  if (!authority?.ended)
    return `${nameOf(gone)} is no longer in the record’s register: nothing is said of it any more.`;
  const after =
    successors.length > 0
      ? `: its services went to ${listed(successors.map((each) => each.name))}`
      : '';
  return `${nameOf(gone)} is no council any more, since ${formatDate(authority.ended)}${after}.`;
}

/** The same of a council of which the register still has the name, and the record nothing. */
export const nothingHeldSentence = (name: string): string =>
  `Nothing of ${name} is in this record any more.`;
