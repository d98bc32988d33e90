import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredMessage } from 'local-slack';
import type { RecordedDocument } from '../../src/domain/document.js';
import {
  AUTHORITIES,
  letter,
  OLDHAM,
  passage,
  ROCHDALE,
  sha256,
  writeFiles,
  writeRecord,
} from '../support/record.js';
import { buttonsOf, openWorkplace, type Workplace } from './workplace.js';

const CHANNEL = 'childrens-services';
const PATIENCE = { timeoutMs: 25_000 };

const BURY = '80450';
const REGISTER = {
  ...AUTHORITIES,
  authorities: [
    ...AUTHORITIES.authorities,
    { urn: BURY, name: 'Bury', aliases: [], region: 'North West', type: 'Metropolitan' },
  ],
};

function letterTo(urn: string): RecordedDocument {
  const [first] = letter().visits;
  if (!first) throw new Error('The letter is on no visit.');
  const id = first.id.replace(OLDHAM, urn);
  return letter({
    urn,
    visits: [{ ...first, urn, id }],
    source: { ...letter().source, id: `letter-${urn}`, sha256: sha256(urn) },
    passages: [passage({ visit: id })],
  });
}

let record: string;
let workplace: Workplace;
let thread: StoredMessage;
/** An answer on Oldham from before it left. */
let answer: StoredMessage;

beforeAll(async () => {
  record = mkdtempSync(join(tmpdir(), 'gone-'));
  await writeRecord(record, {
    [`imported/${OLDHAM}/letter.json`]: letter(),
    [`imported/${ROCHDALE}/letter.json`]: letterTo(ROCHDALE),
    [`imported/${BURY}/letter.json`]: letterTo(BURY),
    'authorities.json': REGISTER,
  });
  workplace = await openWorkplace({ lookEveryMs: 200, env: { DATA_DIR: record } });
  const { slack } = workplace;
  await workplace.ask('use oldham');
  await workplace.ask('alert oldham');
  await workplace.ask('digest on oldham, rochdale only new', { channel: CHANNEL });
  thread = await workplace.mention('what did inspectors say about caseloads in oldham', {
    channel: CHANNEL,
  });
  answer = await workplace.ask('oldham latest', { channel: CHANNEL });
  await slack.openHome('home');
  const home = await slack.waitFor((s) => s.home());
  await slack.suggest(home, { actionId: 'home:council', value: 'old' });
  await slack.click(home, { actionId: 'home:council', value: OLDHAM });
  await slack.waitFor((s) => JSON.stringify(s.home()?.blocks).includes('Oldham'));
  rmSync(join(record, 'imported', OLDHAM), { recursive: true });
  const authorities = REGISTER.authorities.filter(({ urn }) => urn !== OLDHAM);
  await writeFiles(record, { 'authorities.json': { ...REGISTER, authorities } });
  await slack.waitFor(() => workplace.log().includes('councils left the record'), PATIENCE);
  await workplace.inStore(async (store) => {
    const set = await store.subscriptions.get(slack.team.id, slack.channel(CHANNEL).id);
    if (!set) throw new Error('The digest was not set up.');
    const due = new Date(Date.now() - 3_600_000);
    const activeFrom = new Date(due.getTime() - 60_000).toISOString();
    const at = due.toISOString().slice(11, 16);
    await store.subscriptions.save({ ...set, zone: 'UTC', at, activeFrom });
  });
});
afterAll(async () => {
  await workplace.close();
  rmSync(record, { recursive: true });
});

const GONE = /no longer in the record’s register/;
const posted = (channel: string) =>
  workplace.slack
    .messages(channel)
    .filter(({ metadata }) => metadata?.event_type === 'ofsted_digest');

describe('A council that left the register', () => {
  it('is named in the log, and once by the alert that is on it', async () => {
    const [told] = await workplace.slack.waitFor(
      () => posted('general').length > 0 && posted('general'),
      PATIENCE,
    );
    expect(told?.text).toMatch(/Oldham is no longer in the record’s register/);
    const line = workplace
      .log()
      .split('\n')
      .find((each) => each.includes('councils left the record'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ councils: ['Oldham'] });
    expect((await workplace.ask('alert list')).text).toMatch(GONE);
    await workplace.slack.idle();
    expect(posted('general')).toHaveLength(1);
  });

  it('is told once by its digest, which goes on with the others', async () => {
    const { slack } = workplace;
    const status = await workplace.ask('digest status', { channel: CHANNEL });
    expect(status.text).toMatch(GONE);
    expect(status.text).toContain('Rochdale');
    const [told] = await slack.waitFor(
      () => posted(CHANNEL).length > 0 && posted(CHANNEL),
      PATIENCE,
    );
    expect(told?.text).toMatch(GONE);
    for (const text of [status.text, told?.text]) {
      expect(text).toContain('Oldham');
      expect(text).not.toContain(OLDHAM);
    }
    await workplace.inStore(async (store) => {
      const set = await store.subscriptions.get(slack.team.id, slack.channel(CHANNEL).id);
      expect(set?.authorities).toEqual([OLDHAM, ROCHDALE]);
    });
  });

  it('is no channel’s any more: answers say so, and are about all councils', async () => {
    expect((await workplace.ask('use')).text).toMatch(
      /Oldham is no longer in the record’s register/,
    );
    const reply = await workplace.ask('which councils are inadequate');
    expect(JSON.stringify(reply.blocks)).toMatch(/Oldham is no longer in the record’s register/);
    await workplace.ask('use rochdale');
    expect(JSON.stringify((await workplace.ask('latest')).blocks)).not.toMatch(GONE);
  });

  it('is not taken up by a follow-up, which says so; another can be named', async () => {
    const threadTs = thread.threadTs ?? thread.ts;
    const where = { channel: CHANNEL, threadTs };
    expect((await workplace.mention('and in 2021?', where)).text).toMatch(
      /^.{0,2}Oldham.*register/,
    );
    expect((await workplace.mention('what about rochdale', where)).text).toContain('Rochdale');
  });

  it('is nowhere a button’s: the reply says that it is no council of the register', async () => {
    const reply = await workplace.write('oldham timeline');
    expect(reply.text).toMatch(/no council of the register/);
  });

  it.each(['Timeline', 'Share to channel'])(
    '(%s) is named by a button of before, which says that it left, and whom else to ask about',
    async (label) => {
      const { slack } = workplace;
      const before = slack.ephemerals().length;
      const posts = slack.messages(CHANNEL).length;
      const button = buttonsOf(answer).find((each) => each.label === label);
      await slack.click(answer, button?.actionId ?? '');
      const told = await slack.waitFor((s) => s.ephemerals()[before], PATIENCE);
      expect(told.text).toMatch(/Oldham is no longer in the record’s register.*another council/);
      expect(slack.messages(CHANNEL)).toHaveLength(posts);
    },
  );

  it('is not chosen on the Home tab any more, which says why', async () => {
    const { slack } = workplace;
    const home = await slack.waitFor((s) => s.home());
    await slack.click(home, { actionId: 'home:council', value: OLDHAM });
    await slack.waitFor((s) => GONE.test(JSON.stringify(s.home()?.blocks)));
  });
});
