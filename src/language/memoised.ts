/**
 * A function of texts that remembers what it made of the latest: of the last `most` different texts
 * at least, and of twice as many at most. What it gives is shared, and not to be changed.
 */
export function memoisedByText<T>(make: (text: string) => T, most: number): (text: string) => T {
  let latest = new Map<string, { made: T }>();
  let earlier: typeof latest = new Map();
  return (text) => {
    const known = latest.get(text);
    if (known) return known.made;
    const before = earlier.get(text) ?? { made: make(text) };
    if (latest.size >= most) {
      earlier = latest;
      latest = new Map();
    }
    latest.set(text, before);
    return before.made;
  };
}
