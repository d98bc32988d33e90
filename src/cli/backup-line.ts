import type { Backup } from '../store/backup.js';
import { count } from './count.js';

/** "2 subscriptions, 14 digests, 31 other entries": what a backup holds. */
export function backupLine({ rows }: Pick<Backup, 'rows'>): string {
  const { subscriptions = 0, digest_runs: digests = 0, ...others } = rows;
  const other = Object.values(others).reduce((sum, number) => sum + number, 0);
  return [
    count(subscriptions, 'subscription'),
    count(digests, 'digest'),
    `${other} other ${other === 1 ? 'entry' : 'entries'}`,
  ].join(', ');
}
