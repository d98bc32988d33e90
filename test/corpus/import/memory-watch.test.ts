import { describe, expect, it } from '@jest/globals';
import { memoryWatch } from '../../../src/corpus/import/pdf/memory-watch.js';

describe('The watch over memory', () => {
  it('tells what is under way when the process has grown by more than it may', async () => {
    const kept: Buffer[] = [];
    const told = await new Promise<string[]>((resolve) => {
      const watch = memoryWatch<string>(
        () => 50,
        (underWay) => {
          for (const work of underWay) watch.end(work);
          resolve(underWay);
        },
      );
      watch.begin('a.pdf');
      watch.begin('b.pdf');
      watch.begin('c.pdf');
      watch.end('c.pdf');
      for (let i = 0; i < 8; i++) kept.push(Buffer.alloc(16_000_000, 1));
    });
    expect(told).toEqual(['a.pdf', 'b.pdf']);
    expect(kept).toHaveLength(8);
  });
});
