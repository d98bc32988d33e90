import { readFile } from 'node:fs/promises';
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

/** The shipped table of inspections, with the rows of one council alone. */
export async function inspectionsOf(urn: string): Promise<InspectionTable> {
  const table = InspectionTable.parse(JSON.parse(await readFile('data/inspections.json', 'utf8')));
  return { ...table, inspections: table.inspections.filter((row) => row.urn === urn) };
}
