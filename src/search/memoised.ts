/** So many results are remembered. */
const REMEMBERED = 5_000;

/** The function with its latest results remembered. */
export function memoised<T>(make: (id: number) => T): (id: number) => T {
  const results = new Map<number, T>();
  return (id) => {
    const result = results.get(id) ?? make(id);
    if (results.size >= REMEMBERED) results.clear();
    results.set(id, result);
    return result;
  };
}
