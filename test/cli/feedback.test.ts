import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openDatabase } from '../../src/store/database.js';
import type { Feedback } from '../../src/store/feedback.js';
import { createStore } from '../../src/store/store.js';
import { runOfsted } from '../support/cli.js';
import { temporaryFolders } from '../support/record.js';

// Each test starts a program or several, which takes long on a busy machine.
jest.setTimeout(60_000);

const folders = temporaryFolders();
afterAll(folders.remove);

let home: string;
let file: string;
beforeEach(async () => {
  home = await folders.create();
  file = join(await folders.create(), 'state.sqlite');
});

const OLD: Feedback = {
  ...{ team: 'T1', id: 'secret-one', rating: 'up', choice: null, comment: null },
  ...{ intent: 'latest', parts: [{ slot: 'councils', said: 'Oldham' }], record: 'aaaaaaaaaaaa' },
  day: '2026-01-20',
};
const WRONG: Feedback = {
  ...OLD,
  ...{ id: 'secret-two', rating: 'down', choice: 'wrong council', day: '2999-01-01' },
  comment: '=HYPERLINK("x"),\nsecond line \u001b[31m',
};

async function keep(...ratings: Feedback[]) {
  const store = createStore(await openDatabase(`file:${file}`));
  for (const each of ratings) await store.feedback.rate(each);
  await store.close();
}
const feedback = (...args: string[]) =>
  runOfsted(['feedback', ...args], { home, env: { DATABASE_URL: `file:${file}` } });

describe('ofsted feedback', () => {
  it('counts the thumbs and lists each, newest first', async () => {
    await keep(OLD, WRONG);
    const { code, stdout } = await feedback();
    expect(code).toBe(0);
    const [sum, first, second] = stdout.split('\n\n');
    expect(sum).toMatch(/^1 thumb up, 1 down/);
    expect(first).toMatch(/2999-01-01.*down.*wrong council[\s\S]*latest[\s\S]*Oldham[\s\S]*second/);
    expect(second).toMatch(/2026-01-20.*up/);
    for (const hidden of ['secret', '\u001b']) expect(stdout).not.toContain(hidden);
  });

  it('gives a table that no spreadsheet takes for a formula, and JSON', async () => {
    await keep(OLD, WRONG);
    const { stdout } = await feedback('--csv');
    expect(stdout).toContain('day,rating,choice,comment,intent,read as,record,workspace\r\n');
    expect(stdout).toContain('"\'=HYPERLINK(""x""),\nsecond');
    expect(stdout).toContain('2026-01-20,up,,,latest,Oldham,aaaaaaaaaaaa,T1\r\n');
    const [first, second] = JSON.parse((await feedback('--json')).stdout);
    expect(first).toMatchObject({ rating: 'down', comment: WRONG.comment, readAs: ['Oldham'] });
    expect(second).not.toHaveProperty('id');
  });

  it('deletes by age, or everything', async () => {
    await keep(OLD, WRONG);
    expect((await feedback('--delete', '90')).stdout).toBe('Deleted 1 rating.\n');
    expect((await feedback('--delete', '0')).stdout).toBe('Deleted 1 rating.\n');
    expect((await feedback()).stdout).toBe('No feedback.\n');
    expect(await feedback('--delete', 'soon')).toMatchObject({ code: 2 });
  });
});
