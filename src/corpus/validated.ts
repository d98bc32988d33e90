import type { z } from 'zod';
import type { RecordedDocument } from '../domain/document.js';
import type { InspectionTable } from './inspection-table.js';
import { validate } from './read-json.js';
import type { FileRead, RecordFiles, TableText } from './record-files.js';

/** The files of a record, each valid or with the reason why it is not. */
export type ValidFiles = RecordFiles<RecordedDocument, InspectionTable>;

/** Validates what was read of the documents and the table. */
export function validated(
  read: RecordFiles,
  document: z.ZodType<RecordedDocument>,
  table: z.ZodType<InspectionTable>,
): ValidFiles {
  const valid = (file: FileRead): FileRead<RecordedDocument> => validDocument(file, document);
  return {
    ...read,
    table: read.table && validTable(read.table, table),
    documents: read.documents.map(valid),
    own: read.own.map(valid),
  };
}

export const validDocument = (
  { content, ...file }: FileRead,
  schema: z.ZodType<RecordedDocument>,
): FileRead<RecordedDocument> => ({ ...file, content: content && validate(content, schema) });

export function validTable(
  { content, ...file }: FileRead<TableText>,
  schema: z.ZodType<InspectionTable>,
): FileRead<InspectionTable> {
  if (content === null || content.reason !== null) return { ...file, content };
  return { ...file, content: validate(content.value.json, schema, content.value.text) };
}
