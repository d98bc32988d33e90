import type { RecordedDocument } from '../domain/document.js';
import type { Passage } from '../domain/passage.js';
import { type Parsed, parseJson } from './read-json.js';

/** Where the passages of a document begin and end in its file, as the import writes it. */
const OPENING = '\n  "passages": [\n';
const CLOSING = '\n  ]';

/**
 * A document from the bytes of its file, which must have been found valid before. Its passages, by
 * far the most of it, are read when they are first asked for. A file that is laid out otherwise
 * than the import does it is read whole.
 */
export function readLater(bytes: Buffer): Parsed<RecordedDocument> {
  // No string of a JSON text has a line break in it, so these can only be the list itself.
  const from = bytes.indexOf(OPENING);
  const to = from < 0 ? -1 : bytes.indexOf(CLOSING, from + OPENING.length);
  if (to < 0) return whole(bytes);
  const list = bytes.subarray(from + OPENING.length, to);
  const around = `${bytes.toString('utf8', 0, from)}\n"passages": []${bytes.toString('utf8', to + CLOSING.length)}`;
  const { value, reason } = parseJson(around);
  // What begins and ends elsewhere than it seemed leaves no JSON.
  return reason === null
    ? { value: withList(value as RecordedDocument, list), reason }
    : whole(bytes);
}

function whole(bytes: Buffer): Parsed<RecordedDocument> {
  const { value, reason } = parseJson(bytes.toString('utf8'));
  if (reason !== null) return { value: null, reason };
  const document = value as RecordedDocument;
  return { value: { ...document, passages: completed(document.passages) }, reason };
}

function withList(document: RecordedDocument, list: Buffer): RecordedDocument {
  let unread: Buffer | null = list;
  let passages: Passage[] = [];
  return Object.defineProperty(document, 'passages', {
    enumerable: true,
    get() {
      if (unread) passages = completed(JSON.parse(`[${unread.toString('utf8')}]`));
      unread = null;
      return passages;
    },
  });
}

/** An older file does not have the field, and nothing else gives it its default here. */
function completed(passages: Passage[]): Passage[] {
  for (const passage of passages) passage.tones ??= [];
  return passages;
}
