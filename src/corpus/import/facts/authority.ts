import type { LocalAuthority, Urn } from '../../../domain/authority.js';

/**
 * Finds which authority a title names: the longest name or alias that stands in it as whole words.
 */
export type AuthorityFinder = (title: string) => Urn | null;

/**
 * Prepares the register once. A title that names two authorities, neither within the other, names
 * none for certain ("Derby and Nottingham"); "Derbyshire" is not "Derby".
 */
export function authorityFinder(authorities: LocalAuthority[]): AuthorityFinder {
  const names = authorities
    .flatMap(({ urn, name, aliases }) => [name, ...aliases].map((n) => ({ urn, key: keyOf(n) })))
    .filter(({ key }) => key.length > 2)
    .sort((a, b) => b.key.length - a.key.length);
  return (title) => {
    let rest = ` ${keyOf(title)} `;
    const found = new Set<Urn>();
    for (const { urn, key } of names) {
      if (!rest.includes(` ${key} `)) continue;
      found.add(urn);
      rest = rest.replaceAll(` ${key} `, ' | ');
    }
    const [only] = found;
    return found.size === 1 && only ? only : null;
  };
}

/**
 * When councils that took the place of others began (the structural changes orders of 2018, 2019
 * and 2022): a report of an earlier visit is about one of those before it, whatever its title has
 * in common with the new name.
 */
const FOUNDED = new Map<Urn, string>([
  ['2532283', '2019-04-01'],
  ['2532287', '2019-04-01'],
  ['2637539', '2021-04-01'],
  ['2637548', '2021-04-01'],
  ['2733690', '2023-04-01'],
  ['2733698', '2023-04-01'],
]);

/** Whether the council was there when the visit began; `start` is an ISO date. */
export const existedOn = (urn: Urn, start: string): boolean => start >= (FOUNDED.get(urn) ?? '');

/**
 * Words that only say what sort of council it is, or join a name in some documents and not in
 * others.
 */
const GENERIC = new Set(
  'council borough county metropolitan district royal unitary authority local mbc cc the of upon on and city s'.split(
    ' ',
  ),
);

function keyOf(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/\bst\b\.?/g, 'saint ')
      .replace(/&/g, ' and ')
      .replace(/\b(?:city of london|london corporation)\b/g, 'cityoflondon')
      .match(/[a-z]+/g) ?? [];
  return words.filter((word) => !GENERIC.has(word)).join(' ');
}
