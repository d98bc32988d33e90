import type { z } from 'zod';
import type { Steps } from '../background/steps.js';
import { NeighbourList } from '../domain/authority.js';
import { RecordedDocument } from '../domain/document.js';
import { InspectionTable } from './inspection-table.js';
import { type Parsed, parseJson, validate } from './read-json.js';
import type { FileRead, HandWritten, RecordFiles } from './record-files.js';

/** The files of a record, each valid or with the reason why it is not. */
export type ValidFiles = RecordFiles<{
  document: RecordedDocument;
  neighbours: NeighbourList;
  table: InspectionTable;
}>;

/** How documents are made of their bytes, and what the other files must be. */
export type Schemas = {
  document: (bytes: Buffer) => Parsed<RecordedDocument>;
  neighbours: z.ZodType<NeighbourList>;
  table: z.ZodType<InspectionTable>;
};
export const SCHEMAS: Schemas = {
  document: (bytes) => validate(parseJson(bytes.toString('utf8')), RecordedDocument),
  neighbours: NeighbourList,
  table: InspectionTable,
};

/** Validates what was not validated when it was read. */
export function* validating(read: RecordFiles, schemas: Schemas): Steps<ValidFiles> {
  const neighbours = read.neighbours && validHandWritten(read.neighbours, schemas.neighbours);
  yield;
  const table = read.table && validHandWritten(read.table, schemas.table);
  yield;
  const documents = yield* allValid(read.documents, schemas);
  const own = yield* allValid(read.own, schemas);
  return { ...read, neighbours, table, documents, own };
}

function* allValid(files: FileRead<Buffer>[], { document }: Schemas) {
  const valid: FileRead<RecordedDocument>[] = [];
  for (const file of files) {
    valid.push(validDocument(file, document));
    yield;
  }
  return valid;
}

/** Validates a document; one that is as it was known is left as it is. */
export const validDocument = (
  { content, ...file }: FileRead<Buffer>,
  made: Schemas['document'],
): FileRead<RecordedDocument> => ({
  ...file,
  content: content && (content.reason === null ? made(content.value) : content),
});

function validHandWritten<T>(
  { content, ...file }: FileRead<HandWritten>,
  schema: z.ZodType<T>,
): FileRead<T> {
  if (content === null || content.reason !== null) return { ...file, content };
  return { ...file, content: validate(content.value.json, schema, content.value.text) };
}
