import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { shownExamples } from '../src/answer/index.js';
import { DIGEST_COMMANDS } from '../src/slack/listeners/digest/commands.js';
import { INSTALL_PATH, REDIRECT_PATH, SLACK_PATH } from '../src/slack/web-server.js';

const read = (path: string) => readFileSync(path, 'utf8');
const readme = read('README.md');
const manifest = JSON.parse(read('package.json'));

describe('The README', () => {
  it.each(shownExamples())(
    'lists “$usage” with its example and what it gives',
    ({ usage, example, describes }) => {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${usage}\` |`));
      expect(row).toContain(example);
      expect(row).toContain(describes);
    },
  );

  it.each(DIGEST_COMMANDS)(
    'lists “$usage” with its example and what it does',
    ({ usage, example, describes }) => {
      const written = `| \`${usage.replaceAll('|', '\\|')}\` |`;
      const row = readme.split('\n').find((line) => line.startsWith(written));
      expect(row).toContain(`/ofsted ${example}`);
      expect(row).toContain(describes);
    },
  );

  it('names every variable that the configuration reads', () => {
    const block =
      /const Environment = z\.object\(\{([\s\S]*?)\n\}\)/.exec(read('src/config.ts'))?.[1] ?? '';
    const variables = [...block.matchAll(/^\s+([A-Z_]+):/gm)].map((match) => match[1] ?? '');
    expect(variables.length).toBeGreaterThan(5);
    for (const variable of variables) expect(readme).toContain(`\`${variable}\``);
  });

  it('shows only commands that exist', () => {
    const scripts = [...readme.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
    for (const script of scripts) expect(Object.keys(manifest.scripts)).toContain(script);
    const shown = [...readme.matchAll(/npm run ofsted -- ([a-z]+)/g)].map(
      (match) => match[1] ?? '',
    );
    const commands = readdirSync('src/cli/commands').map((name) => name.replace('.ts', ''));
    for (const command of shown) expect(commands).toContain(command);
    for (const command of commands)
      expect(readme).toMatch(new RegExp(`\\bofsted (-- )?${command}\\b|ofsted -- ${command}`));
  });

  it('says how several workspaces install the app: variables and paths', () => {
    const [, section = ''] = readme.split('\n### Several workspaces\n');
    const text = section.split('\n## ')[0] ?? '';
    const needed = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET', 'STATE_KEY'];
    for (const word of [...needed, SLACK_PATH, INSTALL_PATH, REDIRECT_PATH])
      expect(text).toContain(`\`${word}\``);
  });

  it('shows a picture that is there', () => {
    for (const [, path = ''] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
      expect(read(path).length).toBeGreaterThan(1000);
  });

  it('says what the engines field says', () => {
    const versions: string[] = manifest.engines.node.match(/\d+(?:\.\d+)*/g) ?? [];
    expect(versions.length).toBeGreaterThan(2);
    for (const version of versions) expect(readme).toContain(version.replace(/(?:\.0)+$/, ''));
  });
});

describe('The other documents', () => {
  it('ARCHITECTURE.md gives a reason for every dependency', () => {
    const architecture = read('ARCHITECTURE.md');
    for (const name of [
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.devDependencies),
    ])
      expect(architecture).toContain(`\`${name}\``);
  });

  it('CHANGELOG.md has an entry for this version', () => {
    expect(read('CHANGELOG.md')).toContain(`## ${manifest.version} `);
  });
});

describe('The pages beside the README', () => {
  const pages = [
    'README.md',
    ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
  ];
  const linked = (page: string) =>
    [...read(page).matchAll(/(?:\]\(|src=")(?!https?:|#)([^)#"\s]+)/g)].map(([, path = '']) =>
      join(dirname(page), path),
    );

  it.each(pages)('(%s) lead only to what is there', (page) => {
    expect(linked(page).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('show every picture that is taken for them, with words for who cannot see it', () => {
    const shown = linked('docs/tour.md').filter((path) => path.endsWith('.png'));
    expect(shown.map((path) => basename(path)).toSorted()).toEqual(
      readdirSync('docs/tour').toSorted(),
    );
    const described = [...read('docs/tour.md').matchAll(/!\[([^\]]*)\]|alt="([^"]*)"/g)];
    expect(described).toHaveLength(shown.length);
    for (const [, inMarkdown, inHtml] of described)
      expect((inMarkdown ?? inHtml ?? '').length).toBeGreaterThan(20);
  });
});
