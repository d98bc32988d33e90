import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnswerContext, createAnswerContext } from '../../src/answer/index.js';
import { InspectionTable } from '../../src/corpus/inspection-table.js';
import { loadRecord } from '../../src/corpus/load.js';
import { assembleRecord, type InspectionRecord } from '../../src/domain/record.js';

const TAMESIDE = '80569';

/** The shipped record of one council alone, the one of which documents are quoted. */
export async function loadTameside(): Promise<InspectionRecord> {
  const { authorities, themes, documents } = await loadRecord({ dataDir: 'data' });
  return assembleRecord(
    authorities,
    themes,
    documents.filter(({ urn }) => urn === TAMESIDE),
  );
}

/** Answers from it, asked on the day given. */
export const contextOfTameside = async (today?: () => string): Promise<AnswerContext> =>
  createAnswerContext(await loadTameside(), null, today);

/** Writes that record's documents into a folder, which is then a whole record. */
export async function writeTameside(folder: string): Promise<void> {
  await cp('data/80569-tameside', join(folder, '80569-tameside'), { recursive: true });
  const table = InspectionTable.parse(JSON.parse(await readFile('data/inspections.json', 'utf8')));
  const inspections = table.inspections.filter(({ urn }) => urn === TAMESIDE);
  await writeFile(join(folder, 'inspections.json'), JSON.stringify({ ...table, inspections }));
}
