import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { LocalAuthority } from '../../domain/authority.js';
import { Theme } from '../../domain/theme.js';
import { fileReader } from './read-file.js';

// One thread of the pool: reads the files it is sent, one after the other.
const { authorities, themes } = z
  .object({ authorities: z.array(LocalAuthority), themes: z.array(Theme) })
  .parse(workerData);
const read = fileReader(authorities, themes);

parentPort?.on('message', async (path: string) => {
  parentPort?.postMessage(await read(path));
});
