import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LocalSlackOptions } from 'local-slack';
import { inspection, letter, passage, report, writeFiles, writeRecord } from '../support/record.js';
import { buttonLabels, buttonsOf, openWorkplace, type Workplace } from './workplace.js';

// What is waited for comes when it comes: these only end a wait that is in vain.
const PATIENCE = { timeoutMs: 110_000 };
jest.setTimeout(120_000);

let record: string;
let workplace: Workplace;

const inspected = report({
  source: { ...report().source, holds: 'passages' },
  passages: [
    passage({
      visit: inspection().id,
      quote: 'Some children live in unregistered homes. Leaders know of it.',
    }),
  ],
});

const open = async (options: LocalSlackOptions & { env?: Record<string, string> } = {}) => {
  const { env, ...rest } = options;
  workplace = await openWorkplace({
    lookEveryMs: 200,
    ...rest,
    env: { DATA_DIR: record, ...env },
  });
};
beforeEach(async () => {
  record = mkdtempSync(join(tmpdir(), 'alerts-'));
  await writeRecord(record, { 'imported/80535/letter.json': letter() });
});
afterEach(async () => {
  await workplace.close();
  rmSync(record, { recursive: true });
});

const reportComes = () => writeFiles(record, { 'imported/80535/report.json': inspected });
const here = (channel: string) =>
  workplace.slack
    .messages(channel)
    .filter(({ metadata }) => metadata?.event_type === 'ofsted_digest');
const direct = () => here(workplace.slack.directMessageChannel.id);

describe('An alert', () => {
  it.each([
    'alert my *son* was taken',
    'alert when a report on kent says Chloe Barnes was abused',
    'alert a boy called Adam',
  ])('is not set up by “%s”, which is about a particular child', async (text) => {
    await open();
    const reply = await workplace.ask(text);
    expect(reply.text).toContain('particular child, family or case');
    expect(await workplace.ask('alert list')).not.toMatchObject({
      text: expect.stringMatching(/son|Chloe|Adam/),
    });
    expect(here('general')).toEqual([]);
  });

  it('tells a channel once of a report that says the word, quoted, with who asked and how to stop', async () => {
    await open();
    const reply = await workplace.ask('alert unregistered');
    expect(reply.text).toContain('“unregistered”');
    expect(buttonLabels(reply)).toEqual(['Pause', 'Change…', 'Stop']);
    await workplace.ask('alert caseloads');
    await reportComes();
    const [told] = await workplace.slack.waitFor(
      () => here('general').length > 0 && here('general'),
      PATIENCE,
    );
    expect(told?.text).toContain('Some children live in unregistered homes.');
    expect(told?.text).not.toContain('Leaders know of it');
    expect(told?.text).toContain('/ofsted alert stop unregistered');
    expect(told?.text).toContain('@you ·');
    expect(told?.text).not.toContain('<@');
    await workplace.restart();
    await workplace.ask('alert list');
    await workplace.slack.idle();
    expect(here('general')).toHaveLength(1);
  });

  it('tells one document once in a channel, however many alerts there look for it', async () => {
    await open();
    await workplace.ask('alert oldham: unregistered');
    await workplace.ask('alert leaders');
    await workplace.ask('alert oldham');
    await workplace.ask('alert leaders', { channel: 'childrens-services' });
    await reportComes();
    const [told] = await workplace.slack.waitFor(
      () => here('general').length > 0 && here('childrens-services').length > 0 && here('general'),
      PATIENCE,
    );
    expect(told?.text).toContain('Some children live in unregistered homes.');
    expect(told?.text).toContain('Leaders know of it.');
    for (const title of ['“unregistered”', '“leaders”', 'new reports on Oldham'])
      expect(told?.text).toContain(title);
    await workplace.restart();
    await workplace.slack.idle();
    expect(here('general')).toHaveLength(1);
    expect(here('childrens-services')).toHaveLength(1);
  });

  it('is asked for in words and comes to the person alone, also from a channel', async () => {
    await open();
    const reply = await workplace.mention('tell me when oldham is inspected');
    expect(reply.text).toContain('new reports on Oldham');
    expect(reply.text).toContain('direct message');
    await reportComes();
    const [told] = await workplace.slack.waitFor(() => direct().length > 0 && direct(), PATIENCE);
    expect(told?.text).toContain('Oldham: a report came into the record');
    expect(here('general')).toEqual([]);
  });

  it('can be listed, rest, go on and be stopped, by whoever is in the channel or asked for it', async () => {
    await open();
    await workplace.ask('alert unregistered');
    const again = await workplace.ask('alert unregistered');
    expect(again.text).toContain('on already');
    expect((await workplace.ask('alert list')).text).toContain('1. reports that say');
    const other = workplace.slack.addUser({ name: 'Somebody else' });
    const elsewhere = await workplace.ask('alert stop 1', {
      channel: 'childrens-services',
      user: other.id,
    });
    expect(elsewhere.text).toContain('There is no alert here');
    expect((await workplace.ask('alert pause unregistered')).text).toContain('rests');
    expect((await workplace.ask('alert resume 1')).text).toContain('on again');
    const gone = await workplace.ask('alert stop', { user: other.id });
    expect(gone.text).toContain('deleted');
    await workplace.inStore(async (store) => expect(await store.alerts.listAll()).toEqual([]));
  });

  it('is set up and changed in its form, which says what it could not read', async () => {
    await open();
    const { slack } = workplace;
    await slack.command('/ofsted alert');
    await slack.waitFor((s) => s.modal());
    await slack.submit({ words: { words: 'unregistered' }, places: { places: 'narnia' } });
    const wrong = await slack.waitFor((s) => Object.keys(s.modal()?.errors ?? {}).length > 0 && s);
    expect(JSON.stringify(wrong.modal()?.errors)).toContain('narnia');
    await slack.submit({ words: { words: 'unregistered' }, places: { places: 'oldham' } });
    await slack.waitFor((s) => JSON.stringify(s.modal()?.blocks).includes('reports on Oldham'));
    await workplace.inStore(async (store) => {
      const [alert] = await store.alerts.listAll();
      expect(alert).toMatchObject({ channel: 'C0GENERAL', words: ['unregistered'] });
    });
  });

  it('can be set up for oneself in the form that a channel opened', async () => {
    await open();
    const { slack } = workplace;
    await slack.command('/ofsted alert');
    await slack.waitFor((s) => s.modal());
    await slack.submit({ words: { words: 'unlawful' }, to_me: { to_me: ['to_me'] } });
    await slack.waitFor((s) => JSON.stringify(s.modal()?.blocks).includes('direct message'));
    await workplace.inStore(async (store) => {
      const [alert] = await store.alerts.listAll();
      expect(alert).toMatchObject({ channel: slack.directMessageChannel.id, owner: slack.you.id });
    });
    expect(slack.messages('general')).toEqual([]);
  });

  it('whose posting broke off is looked for, and not told again where it is there', async () => {
    await open({ env: { DIGEST_LEASE_SECONDS: '2' } });
    await workplace.write('tell me when a report says unregistered');
    workplace.slack.failNext('chat.postMessage', { applied: true, dropConnection: true });
    await reportComes();
    await workplace.slack.waitFor(
      (slack) => slack.requests('conversations.history').length > 0,
      PATIENCE,
    );
    await workplace.slack.idle();
    await workplace.restart();
    await workplace.slack.idle();
    expect(direct()).toHaveLength(1);
  });

  it('stopped while its message is being posted leaves nothing for the others to tell again', async () => {
    await open();
    await workplace.ask('alert unregistered');
    await workplace.ask('alert oldham');
    workplace.slack.failNext('chat.postMessage', { applied: true, delayMs: 2_500 });
    await reportComes();
    await workplace.slack.waitFor(() => here('general').length > 0, PATIENCE);
    await workplace.ask('alert stop unregistered');
    await workplace.ask('alert stop oldham');
    await workplace.ask('alert leaders');
    await workplace.slack.idle();
    await workplace.restart();
    await workplace.slack.idle();
    expect(here('general')).toHaveLength(1);
  });

  it('that Slack refuses holds up no other alert of the channel', async () => {
    await open();
    await workplace.ask('alert unregistered');
    await workplace.ask('alert leaders');
    workplace.slack.failNext('chat.postMessage', { error: 'not_in_channel' });
    await reportComes();
    const [told] = await workplace.slack.waitFor(
      () => here('general').length > 0 && here('general'),
      PATIENCE,
    );
    // Whichever of them was first is refused; the other is told by itself.
    const said = ['unregistered homes', 'Leaders know of it.'].filter((each) =>
      told?.text.includes(each),
    );
    expect(said).toHaveLength(1);
    const dm = workplace.slack.directMessageChannel.id;
    const notice = await workplace.slack.waitFor((s) => s.messages(dm)[0], PATIENCE);
    expect(notice.text).toContain('is paused');
  });

  it('is paused in a channel that another organisation shares, and its owner is told', async () => {
    await open();
    await workplace.ask('alert oldham');
    workplace.slack.channel('general').isExtShared = true;
    await reportComes();
    const dm = workplace.slack.directMessageChannel.id;
    const notice = await workplace.slack.waitFor((s) => s.messages(dm)[0], PATIENCE);
    expect(notice.text).toContain('The alert for <#C0GENERAL> is paused');
    expect(here('general')).toEqual([]);
  });

  it('stands on the Home tab of whoever asked for it, with buttons that work there', async () => {
    await open();
    const { slack } = workplace;
    await workplace.ask('alert unregistered');
    await workplace.ask('digest on oldham');
    await slack.openHome('home');
    const home = await slack.waitFor((s) => s.home());
    expect(JSON.stringify(home.blocks)).toContain('Reports that say “unregistered”');
    const ids = buttonsOf(home).map(({ actionId }) => actionId);
    expect(ids).toEqual(expect.arrayContaining(['alert:stop', 'home:digest:pause']));
    await slack.click(home, 'home:digest:pause');
    await slack.waitFor((s) => JSON.stringify(s.home()?.blocks).includes('home:digest:resume'));
    await slack.click(home, 'alert:stop');
    await slack.waitFor((s) => !JSON.stringify(s.home()?.blocks).includes('“unregistered”'));
    await workplace.inStore(async (store) => {
      expect(await store.alerts.listAll()).toEqual([]);
      const [digest] = await store.subscriptions.listAll();
      expect(digest?.status).toBe('paused');
    });
  });
});

it('A digest can be somebody’s own: it comes to their direct message, and nobody else sees it', async () => {
  await open();
  const { slack } = workplace;
  const dm = slack.directMessageChannel.id;
  expect((await workplace.ask('digest on oldham at 08:30 to me')).text).toContain('Oldham');
  await workplace.inStore(async (store) => {
    const [digest] = await store.subscriptions.listAll();
    expect(digest).toMatchObject({ channel: dm, owner: slack.you.id });
  });
  expect(slack.messages('general')).toEqual([]);
  expect((await workplace.ask('digest list')).text).toContain('your direct message');
  const other = slack.addUser({ name: 'Somebody else' });
  await slack.openHome('home', other.id);
  const home = await slack.waitFor((s) => s.home(other.id));
  const [oldham] = await slack.suggest(home, { actionId: 'home:council', value: 'oldham' });
  await slack.click(home, {
    actionId: 'home:council',
    value: String(oldham?.value),
    user: other.id,
  });
  const chosen = await slack.waitFor((s) =>
    JSON.stringify(s.home(other.id)?.blocks).includes('Timeline') ? s.home(other.id) : undefined,
  );
  expect(JSON.stringify(chosen.blocks)).not.toContain('Digest here');
});

it('A condensed digest has its headline in the channel and the rest in its thread, once', async () => {
  await open();
  await workplace.ask('digest on oldham only new condensed');
  await workplace.stop();
  await writeFiles(record, { 'imported/80535/report.json': inspected });
  await workplace.inStore(async (store) => {
    const set = await store.subscriptions.get(workplace.slack.team.id, 'C0GENERAL');
    if (!set) throw new Error('The digest was not set up.');
    const due = new Date(Date.now() - 3_600_000);
    const at = due.toISOString().slice(11, 16);
    const activeFrom = new Date(due.getTime() - 60_000).toISOString();
    await store.subscriptions.save({ ...set, zone: 'UTC', at, activeFrom });
  });
  await workplace.restart();
  const [first, second] = await workplace.slack.waitFor(
    () => here('general').length > 1 && here('general'),
    PATIENCE,
  );
  expect(first?.threadTs ?? null).toBeNull();
  expect(first?.text).toContain('Oldham: added to the record');
  expect(first?.text).not.toContain('unregistered homes');
  expect(second?.threadTs).toBe(first?.ts);
  expect(second?.text).toContain('unregistered homes');
});
