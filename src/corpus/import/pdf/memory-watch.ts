/** Watches how much the process grows while work is under way that may be broken off. */
export type MemoryWatch<T> = { begin(work: T): void; end(work: T): void };

const LOOK_EVERY_MS = 20;
const MB = 1_000_000;

/**
 * Calls `onTooMuch` with all the work under way when the process has grown by more than
 * `allowedMb` of it since the first of it began. It is looked at from outside of the work, which
 * may keep its own thread busy for as long as it grows.
 */
export function memoryWatch<T>(
  allowedMb: (underWay: number) => number,
  onTooMuch: (underWay: T[]) => void,
): MemoryWatch<T> {
  const underWay = new Set<T>();
  let before = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const grown = process.memoryUsage.rss() - before;
    if (grown > allowedMb(underWay.size) * MB) onTooMuch([...underWay]);
  };
  return {
    begin: (work) => {
      if (underWay.size === 0) {
        before = process.memoryUsage.rss();
        timer = setInterval(look, LOOK_EVERY_MS);
      }
      underWay.add(work);
    },
    end: (work) => {
      underWay.delete(work);
      if (underWay.size === 0) clearInterval(timer);
    },
  };
}
