/**
 * How many letters to add, drop or change to get from one word to the other, if that is `most` or
 * less; else a number above `most`. Two neighbouring letters exchanged count as one. The time it
 * takes grows with the words and `most`, and ends where the beginnings are too far apart already.
 */
export function editDistance(a: string, b: string, most: number): number {
  const beyond = most + 1;
  if (Math.abs(a.length - b.length) > most) return beyond;
  const width = b.length + 1;
  /** How far the beginnings of `a` are from those of `b`: three rows, which take turns. */
  const rows = new Uint8Array(3 * width).fill(beyond);
  for (let j = 0; j <= Math.min(b.length, most); j++) rows[j] = j;
  let least = 0;
  for (let i = 1; i <= a.length; i++) {
    const [row, above, twoAbove] = [(i % 3) * width, ((i + 2) % 3) * width, ((i + 1) % 3) * width];
    const leastBefore = least;
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    rows[row + from - 1] = from === 1 ? Math.min(i, beyond) : beyond;
    least = rows[row + from - 1] ?? beyond;
    for (let j = from; j <= to; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let value = Math.min(
        (rows[above + j] ?? beyond) + 1,
        (rows[row + j - 1] ?? beyond) + 1,
        (rows[above + j - 1] ?? beyond) + (isSame ? 0 : 1),
      );
      const isExchanged =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isExchanged) value = Math.min(value, (rows[twoAbove + j - 2] ?? beyond) + 1);
      rows[row + j] = Math.min(value, beyond);
      least = Math.min(least, value);
    }
    if (to < b.length) rows[row + to + 1] = beyond;
    if (least > most && leastBefore >= most) return beyond;
  }
  return rows[(a.length % 3) * width + b.length] ?? beyond;
}
