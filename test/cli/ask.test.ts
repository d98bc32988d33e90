import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { runOfsted, startOfsted } from '../support/cli.js';
import {
  article,
  letter,
  report,
  temporaryFolders,
  writeFiles,
  writeRecord,
} from '../support/record.js';

// Each test starts a program or several, which takes long on a busy machine.
jest.setTimeout(60_000);

const folders = temporaryFolders();
afterAll(folders.remove);

let home: string;
let data: string;
beforeAll(async () => {
  home = await folders.create();
  data = await folders.create();
  await writeRecord(data, { 'l.json': letter(), 'r.json': report(), 'a.json': article() });
});

const Pictured = z.object({
  grid: z
    .object({
      visits: z.array(z.object({ dates: z.string(), said: z.string() })),
      rows: z.array(
        z.object({
          area: z.string(),
          cells: z.array(z.object({ grade: z.string().nullable() })),
        }),
      ),
    })
    .nullable(),
  chart: z
    .object({
      categories: z.array(z.string()),
      series: z.array(z.object({ values: z.array(z.number()) })).min(1),
    })
    .nullable(),
});
const Line = z.object({
  question: z.string(),
  status: z.string(),
  citations: z.array(z.object({ quote: z.string(), score: z.number() })),
});
const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => Line.parse(JSON.parse(line)));
const ask = (args: string[], input = '', env = {}) =>
  runOfsted(['ask', ...args], { home, input, env });

describe('ofsted ask', () => {
  it('answers a question given as words, with the quotation and its citation', async () => {
    const { code, stdout, stderr } = await ask(['--data', data, 'caseloads', 'in', 'oldham']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('“Caseloads are too high in some teams.”');
    expect(stdout).toContain('Focused visit, 9–10 March 2021 · Ofsted, letter dated 20 April 2021');
  });

  it('shows a first screen and says how to see the whole', async () => {
    const [first, whole] = await Promise.all(
      [[], ['--all']].map((options) => ask([...options, 'tameside timeline', 'help'])),
    );
    expect(first?.stdout).toContain('--all');
    expect(whole?.stdout).not.toContain('--all');
    expect(whole?.stdout.length).toBeGreaterThan(first?.stdout.length ?? 0);
  });

  it('reads the folder named by DATA_DIR', async () => {
    const { stdout } = await ask(['caseloads'], '', { DATA_DIR: data });
    expect(stdout).toContain('“Caseloads are too high in some teams.”');
  });

  it('answers from the shipped record where no folder is named', async () => {
    const { code, stdout } = await ask(['latest', 'tameside'], '', { DATA_DIR: '' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Tameside: inadequate overall \(inspected 4–15 December 2023\)/);
  });

  it('does not style or wrap what is read by a program', async () => {
    const { stdout } = await ask(['--data', data, 'caseloads']);
    expect(stdout).not.toContain('\u001b');
  });

  it('answers each line of standard input with one JSON object, in order, leaving out empty lines', async () => {
    const questions = ['caseloads in oldham', 'what is the weather', 'homes for care leavers'];
    const { code, stdout } = await ask(
      ['--json', '--data', data],
      `${questions[0]}\r\n\n  \n${questions[1]}\n${questions[2]}`,
    );
    expect(code).toBe(0);
    const lines = linesOf(stdout);
    expect(lines.map((line) => line.question)).toEqual(questions);
    expect(lines[0]?.status).toBe('found');
    expect(lines[0]?.citations[0]?.quote).toBe('Caseloads are too high in some teams.');
    expect(lines[1]).toMatchObject({ status: 'nothing_found', citations: [] });
  });

  it('gives the values of what pictures show: a visit’s grades by area, counts as bars', async () => {
    const { stdout } = await ask(['--json'], 'tameside timeline\nhow many councils are good\nhelp');
    const [timeline, counts, none] = stdout
      .trim()
      .split('\n')
      .map((line) => Pictured.parse(JSON.parse(line)));
    const { grid } = timeline ?? {};
    const overall = grid?.rows.find(({ area }) => /overall/i.test(area))?.cells ?? [];
    expect(overall).toHaveLength(grid?.visits.length ?? 0);
    expect(overall.findLast(({ grade }) => grade !== null)?.grade).toBe('inadequate');
    const { chart } = counts ?? {};
    expect(chart?.series.length).toBeGreaterThan(0);
    for (const { values } of chart?.series ?? [])
      expect(values).toHaveLength(chart?.categories.length ?? 0);
    expect(none).toEqual({ grid: null, chart: null });
    expect([timeline?.chart, counts?.grid]).toEqual([null, null]);
  });

  it('answers a line before it has read the next', async () => {
    const child = startOfsted(['ask', '--json', '--data', data], { home });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const question of ['caseloads', 'care leavers']) {
      child.stdin.write(`${question}\n`);
      const { value } = await answers.next();
      expect(Line.parse(JSON.parse(value)).question).toBe(question);
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('takes arguments of several words each as questions of their own', async () => {
    const { stdout } = await ask([
      '--json',
      '--data',
      data,
      'caseloads in oldham',
      'care leavers now',
    ]);
    expect(linesOf(stdout).map((line) => line.question)).toEqual([
      'caseloads in oldham',
      'care leavers now',
    ]);
  });

  it('explains how a question was read', async () => {
    const { code, stdout } = await ask(['--explain', '--data', data, 'caseloads in oldham']);
    expect(code).toBe(0);
    expect(stdout).toContain('Oldham (80535)');
    expect(stdout).toContain('oldham-2021-letter/p1.2');
  });

  it('says in one sentence that a folder does not exist', async () => {
    const { code, stdout, stderr } = await ask(['--data', join(data, 'nowhere'), 'caseloads']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^There is no folder .*nowhere; give --data .*\.\n$/);
  });

  it('says in one sentence which file of the record is damaged', async () => {
    const damaged = await folders.create();
    await writeRecord(damaged, { 'x/letter.json': { ...letter(), format: 2 } });
    const { code, stderr } = await ask(['--data', damaged, 'caseloads']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\S+\/x\/letter\.json: format: expected 1; correct the file[^\n]*\n$/);
  });

  it.each([
    ['no question', []],
    ['no question on standard input', ['--json']],
    ['an unknown option', ['--yaml', 'caseloads']],
    ['two forms of output', ['--json', '--explain', 'caseloads']],
  ])('takes %s for wrong usage', async (_, args) => {
    const { code, stdout, stderr } = await ask([...args, '--data', data]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: /);
  });

  it('is quiet when its reader has seen enough', async () => {
    const child = startOfsted(['ask', '--json', '--data', data], { home });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdin.end('caseloads in oldham\n'.repeat(2000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(stderr).toBe('');
  });

  it('loads neither Slack nor the database', async () => {
    const preload = join(home, 'loaded.cjs');
    await writeFiles(home, {
      'loaded.cjs': `process.on('exit', () => console.error(Object.keys(require.cache).join('\\n')));`,
    });
    const { stderr } = await runOfsted(['ask', '--data', data, 'caseloads'], {
      home,
      node: ['--require', preload],
    });
    expect(stderr).toContain('/node_modules/commander/');
    expect(stderr).not.toMatch(/node_modules\/(@slack|libsql|@libsql)\//);
  });
});
