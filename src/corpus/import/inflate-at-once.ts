import { TransformStream } from 'node:stream/web';
import { inflateSync } from 'node:zlib';
import { MAX_STREAM } from './pdf-streams.js';

/**
 * A `DecompressionStream` for data that comes in one piece, as the PDF library gives it: Node's own sends each of a
 * file's many small streams through its pool of threads, which costs more than inflating them does. Data that is
 * damaged fails the stream, as Node's does; the library then goes over it with a decoder of its own.
 */
export class InflateAtOnce extends TransformStream<Uint8Array, Uint8Array> {
  constructor(format: string) {
    if (format !== 'deflate') throw new TypeError(`no decoder for ${format}`);
    super({
      transform: (data, controller) =>
        controller.enqueue(inflateSync(data, { maxOutputLength: MAX_STREAM })),
    });
  }
}
