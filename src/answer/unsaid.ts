import type { Citation } from '../domain/citation.js';

/** The same words of two visits are two quotations. */
export const keyOf = ({ visit, quote }: Citation): string => `${visit.id} ${quote}`;

/** The lines that were not said yet; they are said then. */
export function unsaid(lines: string[], said: Set<string>): string[] {
  return lines.filter((line) => {
    const isNew = line !== '' && !said.has(line);
    said.add(line);
    return isNew;
  });
}
