import { z } from 'zod';
import { formatDate } from './dates.js';

/**
 * How a date is known: printed in the document, inferred from it (see `note`), given by whoever
 * imported it, listed on the publisher's site, in its file's name, or in Ofsted's official
 * statistics.
 */
export const DateBasis = z.enum([
  'printed',
  'inferred',
  'given',
  'listed',
  'file name',
  'statistics',
]);
export type DateBasis = z.infer<typeof DateBasis>;

/** A date of a document and how it is known. `note` says what an inference rests on. */
export const DocumentDate = z.strictObject({
  date: z.iso.date(),
  basis: DateBasis,
  note: z.string().nullable(),
});
export type DocumentDate = z.infer<typeof DocumentDate>;

export const SourceKind = z.enum(['report', 'letter', 'press', 'statistics']);
export type SourceKind = z.infer<typeof SourceKind>;

/**
 * A document. `published` is when it came out, `dated` the date written on a letter: neither is a
 * visit date, and either may be unknown. `sha256` is the checksum of the file that was read; `file`
 * names it. `licence` says on what footing its words are quoted: Ofsted's own documents under the
 * Open Government Licence v3.0, the press by short quotation. `holds` is `facts` where only dates
 * and grades were taken from it and its text is not in the record.
 */
export const Source = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: SourceKind,
  title: z.string().min(1),
  publisher: z.string().min(1),
  author: z.string().nullable(),
  published: DocumentDate.nullable(),
  dated: DocumentDate.nullable(),
  url: z.url().nullable(),
  licence: z.enum(['OGL-3.0', 'quotation']),
  holds: z.enum(['passages', 'facts']),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  pages: z.number().int().positive().nullable(),
  revision: z.number().int().positive(),
});
export type Source = z.infer<typeof Source>;

/**
 * "published 19 October 2017", "letter dated 25 June 2021", "undated"; an inferred date says so.
 */
export function sourceDate(source: Source): string {
  if (source.dated) return `letter dated ${formatDate(source.dated.date)}`;
  if (!source.published)
    return source.kind === 'press' ? 'undated' : 'publication date not printed';
  const how = {
    printed: '',
    inferred: ', inferred',
    given: ', as given',
    listed: ', by its site',
    'file name': ', by its file name',
    statistics: '',
  };
  return `published ${formatDate(source.published.date)}${how[source.published.basis]}`;
}
