/**
 * A function that remembers what it made of the latest keys: of the last `most` different ones at
 * least, and of twice as many at most. What it gives is shared, and not to be changed.
 */
export function memoised<K, T>(make: (key: K) => T, most: number): (key: K) => T {
  let latest = new Map<K, { made: T }>();
  let earlier: typeof latest = new Map();
  return (key) => {
    const known = latest.get(key);
    if (known) return known.made;
    const before = earlier.get(key) ?? { made: make(key) };
    if (latest.size >= most) {
      earlier = latest;
      latest = new Map();
    }
    latest.set(key, before);
    return before.made;
  };
}
