import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runOfsted } from '../support/cli.js';
import { article, letter, report, temporaryFolders, writeRecord } from '../support/record.js';

// Each test starts a program, which takes long on a busy machine.
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

const preview = (...args: string[]) =>
  runOfsted(['digest', 'preview', ...args, '--data', data], { home });

describe('ofsted digest preview', () => {
  it('prints what a channel gets on a day with nothing new', async () => {
    const { code, stdout, stderr } = await preview('oldham', '--date', '2026-11-22');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain(
      '22 November 2026. Oldham: nothing new in the record. Theme: care leavers, 2021, the only visit quoted here.',
    );
    expect(stdout).toContain('2021 · Strength: “Care leavers are helped to find work.”');
    expect(stdout).toContain('22 November 2026: 1,031 days since the last full inspection');
  });

  it('prints what is posted when a document comes in', async () => {
    const { stdout } = await preview('oldham', '--added', 'oldham-2021-letter');
    expect(stdout).toMatch(
      /^Oldham: added to the record: Ofsted’s letter on the focused visit, 9–10 March 2021 \(letter dated 20 April 2021\)\. Not a new inspection\./,
    );
  });

  it('prints what is posted when a whole record comes in', async () => {
    const { stdout } = await preview('oldham', '--added');
    expect(stdout).toContain('Oldham: 3 documents added to the record.');
  });

  it('keeps to one theme', async () => {
    const { stdout } = await preview('oldham', '--about', 'caseloads');
    expect(stdout).toContain('Theme: caseloads, 2021');
  });

  it('says when nothing would be posted, and why', async () => {
    expect((await preview('oldham', '--only-new')).stdout).toBe(
      'Nothing would be posted: there is nothing new.\n',
    );
    expect((await preview('rochdale')).stdout).toBe(
      'Nothing would be posted: the record holds nothing about Rochdale.\n',
    );
    expect((await preview('rochdale', '--about', 'caseloads')).stdout).toBe(
      'Nothing would be posted: the record holds nothing about Rochdale on caseloads.\n',
    );
  });

  it.each([
    [['oldham', '--date', '2026-13-01'], 2, 'A date is YYYY-MM-DD.'],
    [['oldham', '--about', 'football'], 1, '“football” is no theme of these reports; name one'],
    [['oldham', '--added', 'nope'], 1, 'The council has no document “nope” in this record; it has'],
    [['atlantis'], 1, 'no English council called “atlantis”'],
    [[], 2, 'missing required argument'],
  ])('refuses %j with a sentence', async (args, expected, sentence) => {
    const { code, stderr } = await preview(...args);
    expect(code).toBe(expected);
    expect(stderr).toContain(sentence);
  });
});
