import type { FindingsFacts } from '../across/findings/findings.js';

/** How many councils are named; the others are counted. */
const NAMED = 20;

/** The councils of which a newer full inspection is known whose text the record lacks. */
export function newerLines({ read: { newer } }: Pick<FindingsFacts, 'read'>): string[] {
  const named = (list: string[]) =>
    list.length > NAMED
      ? `${list.slice(0, NAMED).join('; ')} and ${list.length - NAMED} more`
      : list.join('; ');
  return [
    ...(newer.length > 0
      ? [
          `A newer full inspection is known, without its text, of: ${named(newer.map(({ authority, visit }) => `${authority.name} (${visit.period.slice(0, 4)})`))}.`,
        ]
      : []),
  ];
}
