/**
 * What `work` comes to, or null where it takes longer; `work` goes on by itself then. Slack waits
 * three seconds for an acknowledgement.
 */
export function withinTime<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds, null);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
