import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/store/database.js';
import { createSealing } from '../../src/store/sealing.js';
import { openWorkplace, type Workplace } from '../end-to-end/workplace.js';

const SECRET = 'a secret of some length that is in no database';
const QUESTION = 'what about care leavers in tameside? “é”';

describe('What is sealed', () => {
  const sealing = createSealing(SECRET, 'inbox');

  it('opens with the same secret, in the same place', () => {
    const sealed = sealing.seal(QUESTION, 'T1/R1');
    expect(createSealing(SECRET, 'inbox').open(sealed, 'T1/R1')).toBe(QUESTION);
    expect(sealed).not.toContain('care');
    expect(sealing.seal(QUESTION, 'T1/R1')).not.toBe(sealed);
  });

  it('opens with no other secret, for no other use, in no other place, and not when altered', () => {
    const sealed = sealing.seal(QUESTION, 'T1/R1');
    const bytes = Buffer.from(sealed, 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(sealing.open(altered.toString('base64'), 'T1/R1')).toBeNull();
    }
    expect(createSealing(`${SECRET}.`, 'inbox').open(sealed, 'T1/R1')).toBeNull();
    expect(createSealing(SECRET, 'tokens').open(sealed, 'T1/R1')).toBeNull();
    expect(sealing.open(sealed, 'T1/R2')).toBeNull();
    for (const none of ['', 'AAAA', sealed.slice(0, 20)])
      expect(sealing.open(none, 'T1/R1')).toBeNull();
  });
});

describe('Several secrets', () => {
  const [old, next] = [SECRET, `${SECRET} newer`];
  const sealed = createSealing(old, 'tokens').seal(QUESTION, 'T1');

  it('each open, and the first one seals', () => {
    const both = createSealing([next, old], 'tokens');
    expect(both.open(sealed, 'T1')).toBe(QUESTION);
    expect(createSealing(next, 'tokens').open(both.seal(QUESTION, 'T1'), 'T1')).toBe(QUESTION);
    expect(createSealing(next, 'tokens').open(sealed, 'T1')).toBeNull();
  });

  it('are changed for the first where a later one had sealed', () => {
    const both = createSealing([next, old], 'tokens');
    const renewed = both.renew(sealed, 'T1') ?? '';
    expect(createSealing(next, 'tokens').open(renewed, 'T1')).toBe(QUESTION);
    expect(both.renew(renewed, 'T1')).toBeNull();
    expect(both.renew(sealed, 'T2')).toBeNull();
  });
});

describe('A question under way', () => {
  let workplace: Workplace;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sealed-'));
    // Slack never takes the reply, so that the question stays under way.
    workplace = await openWorkplace({ sleep: () => new Promise(() => {}) });
    workplace.slack.failNext('chat.postMessage', { retryAfter: 60, times: 9 });
  });
  afterEach(async () => {
    await workplace.close();
    rmSync(folder, { recursive: true });
  });

  const kept = async (): Promise<string> => {
    const database = await openDatabase(workplace.databaseUrl);
    try {
      const rows = await database.run('SELECT * FROM inbox WHERE sealed IS NOT NULL');
      expect(rows).toHaveLength(1);
      return JSON.stringify(rows);
    } finally {
      await database.close();
    }
  };

  it('stands in the database sealed, with a key that is not there, and none of its words', async () => {
    await workplace.slack.directMessage('care leavers in tameside');
    expect(await kept()).not.toMatch(/leavers|tameside|xox|hooks/i);
  });

  it('about a particular child is not there, not even sealed', async () => {
    const { slack } = workplace;
    await slack.directMessage('lad, 15, missing since sunday, what do I do');
    const [, sealed = ''] = /"sealed":"([^"]*)"/.exec(await kept()) ?? [];
    const opened = createSealing(slack.signingSecret, 'inbox').open(
      sealed,
      `${slack.team.id}/message/${slack.directMessageChannel.id}/${slack.messages()[0]?.ts}`,
    );
    expect(JSON.parse(opened ?? '')).toMatchObject({ text: '', user: slack.you.id });
  });
});
