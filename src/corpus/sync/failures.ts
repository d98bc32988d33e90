import { InspectionError } from '../../domain/errors.js';

/** The sync cannot go on now; what it has stored stays, and the next run goes on from there. */
export class SyncStopped extends InspectionError {
  override name = 'SyncStopped';
}

/** One page or file could not be had; the sync goes on with the others. The message says why. */
export class Unavailable extends Error {
  override name = 'Unavailable';
  constructor(
    message: string,
    /** Whether the site is at fault, rather than this one page or file. */
    readonly inTrouble = false,
  ) {
    super(message);
  }
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const NO_RIGHT = new Set(['EACCES', 'EPERM', 'EROFS']);

/** A fault of the disk as a sentence to act on; any other error as it is. */
export function diskFault(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (NO_ROOM.has(code))
    return new SyncStopped(
      `There is no room left for ${folder} (${code}); make some and sync again: it goes on from here.`,
    );
  if (NO_RIGHT.has(code)) return new SyncStopped(`${folder} cannot be written (${code}).`);
  return error;
}

/** The code of a system's error, or of the one that caused it; empty where there is none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && !/^UND_ERR$/.test(error.code))
    return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
