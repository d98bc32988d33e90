/**
 * Gives a function that does `work` for one item, together with all items that come while the work
 * before is under way, `most` at once. Each caller gets what the work of its batch gave.
 */
export function createBatches<Item, Result>(
  most: number,
  work: (items: Item[]) => Promise<Result>,
): (item: Item) => Promise<Result> {
  type Waiting = {
    item: Item;
    resolve: (result: Result) => void;
    reject: (error: unknown) => void;
  };
  const waiting: Waiting[] = [];
  let isAtWork = false;
  const workOff = async (): Promise<void> => {
    isAtWork = true;
    while (waiting.length > 0) {
      // What else has arrived is read before the next batch is made.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = waiting.splice(0, most);
      try {
        const result = await work(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve(result);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    isAtWork = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isAtWork) void workOff();
    });
}
