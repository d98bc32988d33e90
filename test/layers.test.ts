import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseSync } from '@swc/core';

/**
 * Which rooms a room may import from; its own files and packages go without saying. Answers take no
 * words apart and match none: what they know of language, `question` and `search` tell them.
 */
const MAY_IMPORT: Record<string, string[]> = {
  language: [],
  background: [],
  observability: [],
  domain: ['language', 'background'],
  question: ['domain', 'language'],
  search: ['domain', 'language', 'background'],
  answer: ['question', 'search', 'domain', 'background'],
  picture: ['answer', 'domain'],
  store: ['domain', 'background'],
  corpus: ['domain', 'language', 'background'],
  digest: ['answer', 'question', 'search', 'domain', 'language'],
  slack: [
    'observability',
    'digest',
    'picture',
    'answer',
    'question',
    'search',
    'store',
    'domain',
    'language',
  ],
  cli: [
    'answer',
    'digest',
    'picture',
    'question',
    'search',
    'corpus',
    'store',
    'domain',
    'language',
  ],
};
const ROOMS = Object.keys(MAY_IMPORT);
/** Rooms that others enter by their `index.ts` only. */
const ROOMS_WITH_A_DOOR = [
  'language',
  'observability',
  'question',
  'search',
  'answer',
  'picture',
  'digest',
];
/** Packages that belong to one side of the house. */
const PACKAGES: Record<string, string[]> = {
  '@slack/bolt': ['slack'],
  '@slack/web-api': ['slack'],
  keyv: ['store'],
  libsql: ['store'],
  pg: ['store'],
  croner: ['digest'],
  'fuse.js': ['question', 'digest'],
  porter2: ['language'],
  unpdf: ['corpus'],
  undici: ['corpus', 'slack'],
  htmlparser2: ['corpus'],
  'css-select': ['corpus'],
  fflate: ['corpus'],
  commander: ['cli'],
  'prom-client': ['observability'],
  '@resvg/resvg-js': ['picture'],
  'local-slack': [],
};
const IMPORT = /(?:from\s+|import\s*\(\s*|import\s+)['"]([^'"]+)['"]/g;

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const files = sourcesIn('src');
const PACKAGE = 'packages/local-slack';
const packageFiles = sourcesIn(`${PACKAGE}/src`);

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? '');
}

/** The files of this project that a file imports, as paths from the project's root. */
function filesImportedBy(file: string): string[] {
  return importsOf(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => normalize(join(dirname(file), path.replace(/\.js$/, '.ts'))));
}

function withoutImporter(sources: string[], entries: string[]): string[] {
  const imported = new Set(sources.flatMap(filesImportedBy));
  return sources.filter(
    (file) => !imported.has(file) && !entries.includes(file) && !file.endsWith('.d.ts'),
  );
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
        filesImportedBy(file)
          .map((path) => roomOf(relative('.', path)))
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
    const threads = [
      ...['corpus/import/pdf/worker', 'corpus/thread', 'search/index/thread'],
      'store/checkpoint-thread',
    ];
    const entries = ['src/app.ts', 'src/cli/main.ts', ...threads.map((name) => `src/${name}.ts`)];
    expect(withoutImporter(files, entries)).toEqual([]);
  });
});

describe('An answer', () => {
  const own = files.filter((file) => roomOf(file) === 'answer');
  const outsideWording = (file: string) => !file.includes('/wording/');

  it('is made without matching words of a question or a passage', () => {
    const matching = own.flatMap((file) =>
      nodesOf(file)
        .filter(({ type, value }) => type === 'RegExpLiteral' || value === 'RegExp')
        .map(({ pattern }) => `${file}: ${pattern ?? 'RegExp'}`),
    );
    expect(matching.filter((found) => !PATTERNS_OF_WORDING.includes(found))).toEqual([]);
  });

  it('and a digest are made of values, and only their wording has sentences', () => {
    const worded = [...own, ...files.filter((file) => file.startsWith('src/digest/content/'))]
      .filter(outsideWording)
      .flatMap((file) =>
        nodesOf(file)
          .map(textOf)
          .filter(isSentence)
          .map((text) => `${file}: ${text}`),
      );
    expect(worded).toEqual([]);
  });

  it.each([
    ['a plain text', "const note = 'The record does not say.';", true],
    ['a text with values', `const note = \`The record holds \${n} of them.\`;`, true],
    ['a text of two sentences', `const note = \`Read \${a} as such. It may be \${b}\`;`, true],
    [
      'a question that may be asked',
      "const example = 'which councils are inadequate now?';",
      false,
    ],
    ['a few words', "const intent = 'of which council';", false],
  ])('could hide a sentence in %s', (_what, source, isOne) => {
    expect(nodesIn(source).map(textOf).some(isSentence)).toBe(isOne);
  });
});

/** Patterns that look at the bot's own words: an article, a capital, a grade's name. */
const PATTERNS_OF_WORDING = [
  'src/answer/wording/scope.ts: ^the',
  'src/answer/wording/visits.ts: ^[aeiou]',
  'src/answer/wording/findings.ts: ^\\p{Lu}',
];

type Node = { type: string; value?: unknown; pattern?: string; quasis?: { cooked?: string }[] };

function nodesIn(source: string): Node[] {
  const found: Node[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && typeof node.type === 'string') found.push(node as Node);
    Object.values(node).forEach(visit);
  };
  visit(parseSync(source, { syntax: 'typescript', target: 'es2022' }).body);
  return found;
}

const nodesOf = (file: string): Node[] => nodesIn(readFileSync(file, 'utf8'));

/** The text of a string or a template, with a letter for each value in it; else an empty one. */
function textOf({ type, value, quasis = [] }: Node): string {
  if (type === 'TemplateLiteral') return quasis.map(({ cooked }) => cooked).join('X');
  return type === 'StringLiteral' && typeof value === 'string' ? value : '';
}

const isSentence = (text: string): boolean =>
  text.trim().split(/\s+/).length >= 4 && /[.!]$|\. \p{Lu}/u.test(text.trim());

describe('The package that stands in for Slack', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(`${PACKAGE}/package.json`, 'utf8'),
  );

  it('imports its own files and what it declares, and nothing of the bot', () => {
    const sources = [...packageFiles, ...sourcesIn(`${PACKAGE}/test`)];
    const outside = sources.flatMap((file) =>
      filesImportedBy(file)
        .filter((path) => !path.startsWith(`${PACKAGE}/`))
        .map((path) => `${file} → ${path}`),
    );
    expect(outside).toEqual([]);
    const declared = [...Object.keys(dependencies), 'node'];
    const undeclared = packageFiles.flatMap((file) =>
      importsOf(file).filter((path) => !path.startsWith('.') && !isOneOf(declared, path)),
    );
    expect(undeclared).toEqual([]);
    const forTests = [...declared, ...Object.keys(devDependencies)];
    const missing = sources.flatMap((file) =>
      importsOf(file).filter((path) => !path.startsWith('.') && !isOneOf(forTests, path)),
    );
    expect(missing).toEqual([]);
  });

  it('is imported through its index alone', () => {
    const behind = [...files, ...sourcesIn('test')].flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith('local-slack/') || path.includes(`${PACKAGE}/src`))
        .map((path) => `${file} → ${path}`),
    );
    expect(behind).toEqual([]);
  });

  it('has no word of the bot', () => {
    const texts = readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^(src|test|README)/.test(name) && /\.(ts|html|css|svg|md)$/.test(name))
      .map((name) => join(PACKAGE, name));
    const OF_THE_BOT = /ofsted|tameside|council|inspector|inspection|care leaver/i;
    expect(texts.filter((file) => OF_THE_BOT.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('has no file without an importer', () => {
    const entries = [`${PACKAGE}/src/index.ts`, `${PACKAGE}/src/page/app.ts`];
    expect(withoutImporter(packageFiles, entries)).toEqual([]);
  });
});

const isOneOf = (packages: string[], path: string): boolean =>
  packages.some(
    (name) => path === name || path.startsWith(`${name}/`) || path.startsWith(`${name}:`),
  );
