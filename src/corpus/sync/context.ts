import type { Importer } from '../import/importer.js';
import type { Client } from './client.js';
import type { Site } from './site.js';
import type { SyncState } from './state.js';

/** What a sync works with. */
export type SyncContext = {
  client: Client;
  site: Site;
  state: SyncState;
  importer: Importer;
  now: () => Date;
  signal: AbortSignal | undefined;
  /** Told after each document of the council that is being read. */
  onFile: ((done: number, total: number) => void) | undefined;
};
