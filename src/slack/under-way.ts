/** Counts the work under way, so that a stop can wait for it. */
export function createUnderWay() {
  const running = new Set<Promise<unknown>>();
  return {
    /** Runs `work` and counts it until it has settled. */
    run: async <T>(work: () => Promise<T>): Promise<T> => {
      const promise = work();
      const settled = promise.catch(() => {});
      running.add(settled);
      try {
        return await promise;
      } finally {
        running.delete(settled);
      }
    },
    /** Resolves when no work is under way. */
    drained: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
