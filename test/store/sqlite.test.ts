import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/database.js';
import { createStore } from '../../src/store/store.js';
import { storeContract } from './store-contract.js';

storeContract('a SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  const url = `file:${join(folder, 'state.sqlite')}`;
  return {
    open: (now) => createStore(openDatabase(url), now),
    breakDown: () => {
      const database = openDatabase(url);
      database.exec('DROP TABLE key_value');
      database.close();
    },
    wipe: () => rmSync(folder, { recursive: true }),
  };
});
