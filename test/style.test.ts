import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Folders and files that are held to these lengths. */
const ROOMS = [
  'src/domain',
  'src/language',
  'src/corpus',
  'src/store',
  'src/cli',
  'src/config.ts',
  'src/logger.ts',
  'test',
];
/** Files of these rooms that are not held to them yet. */
const NOT_YET = ['src/corpus/kept.ts'];
/**
 * Tables of data, which may be longer than a file is read in one sitting, beside all of `data/`.
 */
const TABLES: string[] = [];

const COLUMNS = 100;
const LINES = 220;

const files = ROOMS.filter((room) => existsSync(room))
  .flatMap((room) =>
    statSync(room).isDirectory()
      ? readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name))
      : [room],
  )
  .filter((file) => /\.(?:ts|mjs)$/.test(file) && !file.includes('node_modules'))
  .filter((file) => !NOT_YET.includes(file));

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
      .filter((file) => !file.includes('/data/') && !TABLES.includes(file))
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
