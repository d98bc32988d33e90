import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runOfsted } from '../support/cli.js';
import { letter, report, temporaryFolders, writeRecord } from '../support/record.js';

// Each test starts a program or several, which takes long on a busy machine.
jest.setTimeout(60_000);

const folders = temporaryFolders();
afterAll(folders.remove);

let home: string;
let data: string;
beforeAll(async () => {
  [home, data] = [await folders.create(), await folders.create()];
  await writeRecord(data, { 'letter.json': letter(), 'report.json': report() });
});

const timeline = (...args: string[]) =>
  runOfsted(['timeline', ...args], { home, env: { DATA_DIR: data } });

describe('ofsted timeline', () => {
  it('prints every visit of a council with its grades', async () => {
    const { code, stdout } = await timeline('oldham');
    expect(code).toBe(0);
    expect(stdout).toContain('15–26 January 2024');
    expect(stdout).toContain('Overall effectiveness: requires improvement to be good');
    expect(stdout).toContain('9–10 March 2021');
  });

  it('writes the grid as SVG to standard output or to a file', async () => {
    const file = join(home, 'grid.svg');
    const { code, stdout } = await timeline('oldham', '--svg');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(await timeline('oldham', '--svg', file)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(stdout);
  });

  it('draws the grid as PNG', async () => {
    const file = join(home, 'grid.png');
    expect((await timeline('oldham', '--png', file)).code).toBe(0);
    expect(readFileSync(file).subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  it.each([
    ['a council that nobody knows', ['nowhereshire', '--svg'], /nowhereshire/],
    ['a file that cannot be written', ['oldham', '--svg', '/nowhere/grid.svg'], /ENOENT/],
  ])('fails with a sentence for %s', async (_what, args, said) => {
    const { code, stdout, stderr } = await timeline(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(said);
  });

  it('is used with a council, and draws one kind of picture', async () => {
    expect((await timeline()).code).toBe(2);
    expect((await timeline('oldham', '--svg', '--png', 'grid.png')).code).toBe(2);
  });
});
