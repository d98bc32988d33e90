const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Where one is in a list (`index`), or in an object (`key`, once it was read). */
type Inside = { index: number } | { key: string | null };

/**
 * The 1-based line of a valid JSON text on which the value at `path` begins; where there is none,
 * that of the innermost value around it.
 */
export function jsonLine(text: string, path: readonly PropertyKey[]): number {
  const open: Inside[] = [];
  let found = { depth: -1, at: 0 };
  /** Notes the value that begins here, where it is the path's or holds it. */
  const value = (at: number): void => {
    const holds = open.every((inside, i) => stepOf(inside) === path[i]);
    if (holds && open.length <= path.length && open.length > found.depth)
      found = { depth: open.length, at };
  };
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    const inside = open.at(-1);
    if (token === '{' || token === '[') {
      value(at);
      open.push(token === '{' ? { key: null } : { index: 0 });
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && inside) {
      if ('index' in inside) inside.index++;
      else inside.key = null;
    } else if (token === ':') continue;
    else if (inside && 'key' in inside && inside.key === null)
      inside.key = String(JSON.parse(token));
    else value(at);
  }
  return text.slice(0, found.at).split('\n').length;
}

const stepOf = (inside: Inside): PropertyKey | null =>
  'index' in inside ? inside.index : inside.key;
