const token = (body: string): RegExp => new RegExp(`[ \\t\\r\\n]*(?:${body})`, 'y');
const SPACE = token('');
const STRING = token(String.raw`"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`);
const SCALAR = token(String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null`);
const OPEN_OBJECT = token('\\{');
const CLOSE_OBJECT = token('\\}');
const OPEN_LIST = token('\\[');
const CLOSE_LIST = token('\\]');
const COLON = token(':');
const COMMA = token(',');

/**
 * Where a text stops being JSON (RFC 8259): 1-based line and column of the first token that does
 * not belong. Needed because `JSON.parse` names a position in some of its messages only, and
 * differently in each version of Node.
 */
export function jsonFault(text: string): { line: number; column: number } {
  let at = 0;
  const take = (next: RegExp): boolean => {
    next.lastIndex = at;
    if (!next.test(text)) return false;
    at = next.lastIndex;
    return true;
  };
  const key = () => take(STRING) && take(COLON);
  /**
   * Reads values one after the other, nested ones too, until something does not belong or the first
   * is complete.
   */
  const read = (): void => {
    const open: RegExp[] = [];
    for (;;) {
      const close = take(OPEN_OBJECT) ? CLOSE_OBJECT : take(OPEN_LIST) ? CLOSE_LIST : null;
      if (close && !take(close)) open.push(close);
      else if (close || take(STRING) || take(SCALAR)) {
        for (let inner = open.at(-1); inner && !take(COMMA); inner = open.at(-1)) {
          if (!take(inner)) return;
          open.pop();
        }
        if (open.length === 0) return;
      } else return;
      if (open.at(-1) === CLOSE_OBJECT && !key()) return;
    }
  };
  read();
  take(SPACE);
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
