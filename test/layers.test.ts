import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Which rooms a room may import from; its own files and packages go without saying. */
const MAY_IMPORT: Record<string, string[]> = {
  language: [],
  domain: ['language'],
  question: ['domain', 'language'],
  search: ['domain', 'language'],
  answer: ['question', 'search', 'domain', 'language'],
  store: ['domain'],
  corpus: ['domain', 'language'],
  digest: ['store', 'domain'],
  slack: ['answer', 'digest', 'store', 'domain', 'language'],
  'local-slack': [],
  cli: ['answer', 'question', 'search', 'corpus', 'store', 'domain'],
};
const ROOMS = Object.keys(MAY_IMPORT);
/** Rooms that others enter by their `index.ts` only. */
const ROOMS_WITH_A_DOOR = ['language', 'search'];
/** Packages that belong to one side of the house. */
const PACKAGES: Record<string, string[]> = {
  '@slack/bolt': ['slack'],
  '@slack/web-api': ['slack'],
  keyv: ['store'],
  libsql: ['store'],
  pg: ['store'],
  croner: ['digest'],
  'fuse.js': ['question', 'slack'],
  porter2: ['language'],
  unpdf: ['corpus'],
  commander: ['cli'],
};
const IMPORT = /(?:from\s+|import\s*\(\s*|import\s+)['"]([^'"]+)['"]/g;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? '');
}

const roomOf = (file: string): string => {
  const [, first = ''] = file.split('/');
  return first.includes('.') ? 'wiring' : first;
};

describe('The rooms of the house', () => {
  it('are the ones the picture in ARCHITECTURE.md names', () => {
    const picture = readFileSync('ARCHITECTURE.md', 'utf8');
    const rooms = [...new Set(files.map(roomOf))].filter((room) => room !== 'wiring');
    expect(rooms.sort()).toEqual([...ROOMS].sort());
    for (const room of ROOMS) expect(picture).toContain(`\`src/${room}/\``);
  });

  it.each(ROOMS)('%s imports only what its arrows allow', (room) => {
    const wrong = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        importsOf(file)
          .filter((path) => path.startsWith('.'))
          .map((path) => roomOf(relative('.', normalize(join(dirname(file), path)))))
          .filter((other) => other !== room && !MAY_IMPORT[room]?.includes(other))
          .map((other) => `${file} → ${other}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each(ROOMS_WITH_A_DOOR)('%s is entered by its door only', (room) => {
    const wrong = files
      .filter((file) => roomOf(file) !== room)
      .flatMap((file) =>
        importsOf(file)
          .filter((path) => path.startsWith('.'))
          .map((path) => relative('.', normalize(join(dirname(file), path))))
          .filter((path) => roomOf(path) === room && path !== `src/${room}/index.js`)
          .map((path) => `${file} → ${path}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each(Object.keys(PACKAGES))('%s is used where it belongs', (name) => {
    const users = files.filter((file) => importsOf(file).includes(name)).map(roomOf);
    expect(users.filter((room) => room !== 'wiring' && !PACKAGES[name]?.includes(room))).toEqual(
      [],
    );
  });

  it('have no file without an importer', () => {
    const imported = new Set(
      files.flatMap((file) =>
        importsOf(file)
          .filter((path) => path.startsWith('.'))
          .map((path) => normalize(join(dirname(file), path.replace(/\.js$/, '.ts')))),
      ),
    );
    const entries = [
      'src/app.ts',
      'src/cli/main.ts',
      'src/corpus/import/pdf/worker.ts',
      'src/local-slack/page/app.ts',
    ];
    const loose = files.filter(
      (file) => !imported.has(file) && !entries.includes(file) && !file.endsWith('.d.ts'),
    );
    expect(loose).toEqual([]);
  });
});
