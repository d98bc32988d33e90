import type { RecordedDocument } from '../domain/document.js';
import { sourceDate } from '../domain/source.js';
import { words } from '../language/index.js';

/** How many of the words a document's title, publisher, kind, author and date have. */
export function sharedWords({ source }: RecordedDocument, asked: Iterable<string>): number {
  const own = new Set(
    words(
      `${source.title} ${source.publisher} ${source.kind} ${source.author ?? ''} ${sourceDate(source)}`,
    ),
  );
  return [...new Set(asked)].filter((word) => own.has(word)).length;
}
