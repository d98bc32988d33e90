import { InspectionError, StoreError } from '../domain/errors.js';

/**
 * What the codes of SQLite, PostgreSQL and the operating system mean for somebody who asks.
 * Sources: SQLite, "Result and Error Codes"; PostgreSQL, "Appendix A. PostgreSQL Error Codes";
 * errno(3).
 */
const MEANINGS: [RegExp, string][] = [
  [
    /^(SQLITE_(BUSY|LOCKED)|55P03$|40P01$|57014$)/,
    'The bot’s database is busy with something else, so nothing was changed: try again in a minute.',
  ],
  [
    /^(SQLITE_FULL|53100$|ENOSPC$)/,
    'The disk that holds the bot’s database is full, so nothing was changed: ask whoever runs the bot to make room, then try again.',
  ],
  [
    /^(SQLITE_READONLY|SQLITE_PERM|25006$|42501$|EROFS$|EACCES$)/,
    'The bot’s database can only be read, so nothing was changed: ask whoever runs the bot to make it writable, then try again.',
  ],
  [
    /^(SQLITE_(CANTOPEN|IOERR|CORRUPT|NOTADB)|08|57P|53300$|E[A-Z]+$)/,
    'The bot’s database is out of reach, so nothing was changed: try again in a few minutes; whoever runs the bot finds the reason in its log.',
  ],
];

/** PostgreSQL's client gives these no code. */
const LOST = /connection terminated|timeout exceeded when trying to connect|query read timeout/i;

/** The code of an error of the database or the operating system; empty where it has none. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** A fault of a database as a `StoreError`; any other error as it is. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof InspectionError) return error;
  const code = codeOf(error);
  const meaning =
    MEANINGS.find(([codes]) => codes.test(code)) ??
    (LOST.test(String(error)) ? MEANINGS.at(-1) : undefined);
  return meaning ? new StoreError(meaning[1], { cause: error }) : error;
}
