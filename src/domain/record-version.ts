import { createHash } from 'node:crypto';
import type { RecordedDocument } from './document.js';

const LENGTH = 12;
const known = new WeakMap<readonly RecordedDocument[], string>();

/**
 * Names a state of the record in twelve hexadecimal digits: the same documents, in whatever order,
 * have the same version, and another revision or reading of one has another.
 */
export function recordVersion(documents: readonly RecordedDocument[]): string {
  const before = known.get(documents);
  if (before !== undefined) return before;
  const lines = documents.map(
    ({ source: { id, sha256, revision }, readBy = '' }) => `${id} ${sha256} ${revision} ${readBy}`,
  );
  const version = createHash('sha256')
    .update(lines.toSorted().join('\n'))
    .digest('hex')
    .slice(0, LENGTH);
  known.set(documents, version);
  return version;
}
