import { shorten } from './elements.js';

const REST = ' The rest is not shown here.';

/**
 * The text, or where it is over `limit` characters its beginning and a sentence that says so. A
 * quotation (“…”, others inside it included) is left whole or left out.
 */
export function abridge(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const beginning = shorten(text, limit - REST.length);
  const open = openQuotation(beginning);
  const shown = open === null ? beginning : beginning.slice(0, open).trimEnd();
  return `${shown}${REST}`.trimStart();
}

/** Where the outermost quotation that the text does not end begins; null where there is none. */
function openQuotation(text: string): number | null {
  const begun: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[“”]/g)) {
    if (mark === '“') begun.push(index);
    else begun.pop();
  }
  return begun[0] ?? null;
}
