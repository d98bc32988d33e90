import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedDocument } from '../../../domain/document.js';
import { InspectionError } from '../../../domain/errors.js';
import { sha256 } from '../../document-text.js';
import { loadRecord, type RecordLocations } from '../../load.js';
import { IMPORTED, ownFolder } from '../../locations.js';
import { removeQuestions } from './corrections.js';
import { openRepository } from './repository.js';

/**
 * Takes documents out of the record that were imported: each named by its source's id, its file's
 * checksum, or the file. What somebody answered about them is chosen for when they are imported
 * again.
 * @throws InspectionError, with nothing removed, where a name is that of no imported document.
 */
export async function removeImported(
  names: string[],
  locations: RecordLocations = {},
): Promise<RecordedDocument[]> {
  const { authorities } = await loadRecord(locations);
  const councils = new Map(authorities.map((a) => [a.urn, a.name]));
  const folder = join(locations.dataDir ?? locations.own ?? ownFolder(), IMPORTED);
  const repository = await openRepository(folder, (urn) => councils.get(urn) ?? urn);
  const found: RecordedDocument[] = [];
  for (const name of names) {
    const sum = await checksumOf(name);
    const document = repository
      .all()
      .find(({ source }) => source.id === name || source.sha256 === sum || source.sha256 === name);
    if (!document)
      throw new InspectionError(
        `No imported document is called “${name}”; ofsted inspections lists them.`,
      );
    if (!found.includes(document)) found.push(document);
  }
  for (const { source } of found) {
    await repository.remove(source.sha256);
    await removeQuestions(folder, source.sha256);
  }
  return found;
}

async function checksumOf(path: string): Promise<string | null> {
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() ? sha256(await readFile(path)) : null;
}
