import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { LocalAuthority } from '../../domain/authority.js';
import { Theme } from '../../domain/theme.js';
import { refused } from './file-reading.js';
import { InflateAtOnce } from './inflate-at-once.js';
import { fileReader } from './read-file.js';

// One thread of the pool: reads the files it is sent, one after the other.
const { authorities, themes } = z
  .object({ authorities: z.array(LocalAuthority), themes: z.array(Theme) })
  .parse(workerData);
Object.defineProperty(globalThis, 'DecompressionStream', { value: InflateAtOnce });
const read = fileReader(authorities, themes);

// The library drops some of its failures over a damaged file where nobody can catch them. What it gave for such a file
// may be less than the file holds.
let dropped = false;
process.on('unhandledRejection', () => {
  dropped = true;
});

parentPort?.on('message', async (path: string) => {
  dropped = false;
  const result = await read(path);
  await setImmediate();
  parentPort?.postMessage(dropped ? refused(result.sha256, 'truncated') : result);
});
