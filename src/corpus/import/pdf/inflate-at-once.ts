import { inflateSync } from 'node:zlib';
import { isTooLong, MAX_STREAM, PIECE } from './filters.js';

/**
 * What the PDF library uses of a `DecompressionStream`, for data that comes in one piece, as the
 * library gives it. Node's own sends each of a file's many small streams through its pool of
 * threads and through three queues, which costs more than inflating them does. Data that is damaged
 * fails the reading, as Node's does; the library then goes over it with a decoder of its own. Since
 * that one knows no limit, data that is too long ends the thread.
 */
export class InflateAtOnce {
  readonly writable: { getWriter(): Writer };
  readonly readable: AsyncIterable<Uint8Array>;

  constructor(format: string) {
    if (format !== 'deflate') throw new TypeError(`no decoder for ${format}`);
    let written: Uint8Array = new Uint8Array();
    const writer: Writer = {
      ready: Promise.resolve(),
      write: async (data) => {
        written = data;
      },
      close: async () => undefined,
    };
    this.writable = { getWriter: () => writer };
    this.readable = {
      async *[Symbol.asyncIterator]() {
        try {
          yield inflateSync(written, { maxOutputLength: MAX_STREAM, chunkSize: PIECE });
        } catch (error) {
          if (isTooLong(error)) process.exit(TOO_LARGE);
          throw error;
        }
      },
    };
  }
}

/** The code that a thread ends with whose file holds more than a report can. */
export const TOO_LARGE = 70;

type Writer = {
  ready: Promise<void>;
  write(data: Uint8Array): Promise<void>;
  close(): Promise<void>;
};
