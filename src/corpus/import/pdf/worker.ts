import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { getResolvedPDFJS } from 'unpdf';
import { type ReadFile, refused } from '../file-reading.js';
import { fileReader } from '../read-file.js';
import { InflateAtOnce } from './inflate-at-once.js';
import type { Sent } from './pool.js';

// One thread of the pool: is sent its tables, then reads the files it is sent, one after the other.
// It loads the library before. What it is sent was checked when the record was loaded.
Object.defineProperty(globalThis, 'DecompressionStream', { value: InflateAtOnce });
void getResolvedPDFJS();
let read: ReadFile;

// The library drops some of its failures over a damaged file where nobody can catch them. What it
// gave for such a file may be less than the file holds.
let dropped = false;
process.on('unhandledRejection', () => {
  dropped = true;
});

parentPort?.on('message', async (message: Sent) => {
  if (typeof message !== 'string') {
    read = fileReader(message.authorities, message.themes);
    return;
  }
  dropped = false;
  const result = await read(message);
  await setImmediate();
  parentPort?.postMessage(dropped ? refused(result.sha256, 'truncated') : result);
});
