import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SyncStopped } from './failures.js';

/** Milliseconds between the signs of life that a sync gives. */
const SIGN_OF_LIFE = 20_000;
/** A lock without a sign of life for so long is that of a process that is no more. */
const DEAD_AFTER = 120_000;

/**
 * Sees to it that one sync works in a folder at a time, also on a shared disk. What a killed one
 * left is taken over.
 * @returns what ends the claim.
 * @throws SyncStopped where another is at work.
 */
export async function claimSync(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'lock');
  const mine = `${process.pid} ${hostname()} ${randomUUID()}`;
  const take = (): Promise<boolean> =>
    writeFile(path, mine, { flag: 'wx' }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
  if (!(await take())) {
    const other = await readFile(path, 'utf8').catch(() => '');
    if (await isAlive(path, other))
      throw new SyncStopped(
        `Another sync is at work (process ${other.split(' ')[0]}); wait for it, or stop it.`,
      );
    // Of two that find the same dead lock one moves it away; the other finds the new one.
    const aside = `${path}-${randomUUID()}`;
    await rename(path, aside).catch(() => undefined);
    await rm(aside, { force: true });
    await take();
    await sleep(50);
    if ((await readFile(path, 'utf8').catch(() => '')) !== mine)
      throw new SyncStopped('Another sync has just begun; wait for it, or stop it.');
  }
  const timer = setInterval(() => {
    void utimes(path, new Date(), new Date()).catch(() => undefined);
  }, SIGN_OF_LIFE);
  timer.unref();
  return async () => {
    clearInterval(timer);
    if ((await readFile(path, 'utf8').catch(() => '')) === mine) await rm(path, { force: true });
  };
}

async function isAlive(path: string, content: string): Promise<boolean> {
  const [pid = '', host = ''] = content.split(' ');
  const seen = await stat(path).catch(() => null);
  const silent = seen ? Date.now() - seen.mtimeMs : DEAD_AFTER;
  if (silent >= DEAD_AFTER) return false;
  // Whoever made it was ended before its name was in it.
  if (content === '') return silent < 2_000;
  if (host !== hostname()) return true;
  // In a container that is started again, processes get the same numbers again.
  if (Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
