import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Folders that are held to these lengths, with all that is in them. */
const ROOMS = ['src', 'test', 'packages'];
/** Tables of data, which may be longer than a file is read in one sitting. */
const TABLES = ['src/domain/frameworks.ts'];

const COLUMNS = 100;
const LINES = 220;

const files = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
).filter((file) => /\.(?:ts|mjs)$/.test(file) && !/\/(?:node_modules|dist)\//.test(file));

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');

/** The numbers of the lines, from 1, that are comments and longer than `COLUMNS`. */
function longComments(lines: string[]): number[] {
  let inBlock = false;
  return lines.flatMap((line, i) => {
    const opens = /^\s*\/\*/.test(line);
    const isComment = inBlock || opens || /^\s*\/\//.test(line);
    inBlock = (inBlock || opens) && !line.includes('*/');
    const isLong = [...line].length > COLUMNS && !/https?:\/\/\S+$|biome-ignore/.test(line);
    return isComment && isLong ? [i + 1] : [];
  });
}

describe('The source', () => {
  it('has no comment of more than 100 columns', () => {
    const found = files.flatMap((file) =>
      longComments(linesOf(file)).map((line) => `${file}:${line}`),
    );
    expect(found).toEqual([]);
  });

  it('has no file of more than 220 lines, tables of data apart', () => {
    const found = files
      .filter((file) => /^(?:src|packages\/[^/]+\/src)\//.test(file))
      .filter((file) => !TABLES.some((table) => file.startsWith(table)))
      .map((file) => ({ file, length: linesOf(file).length }))
      .filter(({ length }) => length > LINES);
    expect(found).toEqual([]);
  });
});

describe('A long comment', () => {
  const long = 'word '.repeat(25);
  it.each([
    ['after two slashes', [`// ${long}`], [1]],
    ['in one line', [`/** ${long} */`, `const text = '${long}';`], [1]],
    ['in the middle of a block', ['/**', ` * ${long}`, ' */', `f('${long}');`], [2]],
  ])('is found %s', (_where, lines, expected) => {
    expect(longComments(lines)).toEqual(expected);
  });
});
