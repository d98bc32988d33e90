import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import { giveWay } from '../background/priority.js';

// A thread that works the write-ahead log of a SQLite file into the file, once, as far as nobody
// has to wait for that. A file that is gone is not made anew.
giveWay();
const database = new Database(`${pathToFileURL(workerData).href}?mode=rw`);
try {
  database.pragma('wal_checkpoint(PASSIVE)');
} finally {
  database.close();
}
parentPort?.postMessage('done');
