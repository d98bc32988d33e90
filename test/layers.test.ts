import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Which rooms a room may import from; its own files and packages go without saying. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  search: ['domain'],
  answer: ['search', 'domain'],
  store: ['domain'],
  corpus: ['domain'],
  digest: ['answer', 'domain'],
  slack: ['answer', 'digest', 'store', 'domain'],
  'local-slack': [],
  cli: ['answer', 'digest', 'search', 'corpus', 'store', 'domain'],
};
const ROOMS = Object.keys(MAY_IMPORT);
/** Packages that belong to one side of the house. */
const PACKAGES: Record<string, string[]> = {
  '@slack/bolt': ['slack'],
  '@slack/web-api': ['slack'],
  keyv: ['store'],
  libsql: ['store'],
  pg: ['store'],
  croner: ['digest'],
  'fuse.js': ['search', 'digest'],
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

  it.each(Object.keys(PACKAGES))('%s is used where it belongs', (name) => {
    const users = files.filter((file) => importsOf(file).includes(name)).map(roomOf);
    expect(users.filter((room) => room !== 'wiring' && !PACKAGES[name]?.includes(room))).toEqual(
      [],
    );
  });

  it('call Slack from slack/api alone, and know its error words there alone', () => {
    const wrong = files
      .filter((file) => roomOf(file) === 'slack' && !file.startsWith('src/slack/api/'))
      .filter((file) =>
        /\bclient\s*\.\s*(?:\w+\s*\.\s*)+\w+\(|WebAPI\w*Error/.test(readFileSync(file, 'utf8')),
      );
    expect(wrong).toEqual([]);
  });

  it('are wired by a file that does nothing else', () => {
    expect(readFileSync('src/app.ts', 'utf8').split('\n').length).toBeLessThan(60);
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
      'src/corpus/import/worker.ts',
      'src/local-slack/page/app.ts',
    ];
    const loose = files.filter(
      (file) => !imported.has(file) && !entries.includes(file) && !file.endsWith('.d.ts'),
    );
    expect(loose).toEqual([]);
  });
});
