import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { LocalSlackOptions, StoredView } from 'local-slack';
import { DEFAULT_SCOPES } from 'local-slack';
import { temporaryFolders } from '../support/record.js';
import { writeTameside } from '../support/tameside.js';
import { openWorkplace, type Workplace } from './workplace.js';

const TAMESIDE = '80569';
const LEEDS = '80481';

const folders = temporaryFolders();
afterAll(folders.remove);

/** A record of Tameside alone. */
async function recordOfTameside(): Promise<{ DATA_DIR: string }> {
  const folder = await folders.create();
  await writeTameside(folder);
  return { DATA_DIR: folder };
}

let workplace: Workplace;
afterEach(() => workplace.close());

/** Opens the form in a channel by `/ofsted digest`; its list of councils then offers Tameside. */
async function openForm(
  options: LocalSlackOptions & {
    channel?: string;
    socketMode?: boolean;
    env?: Record<string, string>;
  } = {},
): Promise<StoredView> {
  const { channel, ...slack } = options;
  workplace = await openWorkplace(slack);
  await workplace.slack.command('/ofsted digest', { channel });
  const form = await workplace.slack.waitFor((s) => s.modal());
  await workplace.slack.suggest(form, { actionId: 'councils', value: 'tameside' });
  return form;
}

type Answers = Record<string, unknown>;

/** Sends the form in front, about Tameside, with these answers; the others stay as they are. */
const submit = (answers: Answers = {}) =>
  workplace.slack.submit(
    Object.fromEntries(
      Object.entries({ councils: [TAMESIDE], ...answers }).map(([field, value]) => [
        field,
        { [field]: value },
      ]),
    ),
  );

const errors = () => workplace.slack.modal()?.errors;
const shown = () => JSON.stringify(workplace.slack.modal()?.given);

const kept = (channel = 'general') =>
  workplace.inStore((store) =>
    store.subscriptions.get(workplace.slack.team.id, workplace.slack.channel(channel).id),
  );

/** The names that a list of the form offers for what is typed. */
const offered = async (form: StoredView, actionId: string, value: string) =>
  JSON.stringify(await workplace.slack.suggest(form, { actionId, value }));

describe('The form for a digest', () => {
  it('is filled in with the only council of a record', async () => {
    const form = await openForm({ env: await recordOfTameside() });
    expect(form.state.councils).toMatchObject({
      councils: { selected_options: [{ value: TAMESIDE }] },
    });
  });

  it('is filled in with the channel, 08:30 every day and the asker’s zone, and names no council of many', async () => {
    const form = await openForm();
    expect(form.state).toMatchObject({
      channel: { channel: { selected_conversation: 'C0GENERAL' } },
      councils: { councils: { selected_options: [] } },
      time: { time: { selected_time: '08:30' } },
      zone: { zone: { selected_option: { value: 'Europe/London' } } },
      mode: { mode: { selected_options: [] } },
    });
    expect(form.state.days?.days?.selected_options).toHaveLength(7);
  });

  it.each(['digests', 'Digest  ', 'digests \n <!here|here> :tada:', '*digest*', 'digest ` _ 😀'])(
    'opens where only formatting follows the word (%j)',
    async (text) => {
      workplace = await openWorkplace();
      await workplace.slack.command(`/ofsted ${text}`);
      const form = await workplace.slack.waitFor((s) => s.modal());
      expect(form.state).toMatchObject({ time: { time: { selected_time: '08:30' } } });
    },
  );

  it('is filled in with the digest that the channel has', async () => {
    workplace = await openWorkplace();
    await workplace.ask(
      'digest on tameside, leeds at 17:45 mon,fri zone Europe/Paris about temps only new',
    );
    await workplace.slack.command('/ofsted digest');
    const form = await workplace.slack.waitFor((slack) => slack.modal());
    expect(form.state).toMatchObject({
      councils: { councils: { selected_options: [{ value: LEEDS }, { value: TAMESIDE }] } },
      themes: { themes: { selected_options: [{ text: { text: 'Agency staff' } }] } },
      time: { time: { selected_time: '17:45' } },
      zone: { zone: { selected_option: { value: 'Europe/Paris' } } },
      days: { days: { selected_options: [{ value: 'mon' }, { value: 'fri' }] } },
      mode: { mode: { selected_options: [{ value: 'only-new' }] } },
    });
  });

  it('finds councils, themes and zones by what is typed, misspelt or in lay words too', async () => {
    const form = await openForm();
    expect(await offered(form, 'councils', 'oldam')).toMatch(/^\[\{"text":\{[^}]*"text":"Oldham"/);
    expect(await offered(form, 'councils', 'hull')).toContain('Kingston upon Hull');
    expect(await offered(form, 'themes', 'temps')).toContain('Agency staff');
    expect(await offered(form, 'zone', 'new yo')).toContain('America/New_York');
    expect(await offered(form, 'zone', '')).toContain('Europe/London');
  });

  it('sets the digest up, says so, and tells the channel', async () => {
    const form = await openForm();
    await workplace.slack.suggest(form, { actionId: 'councils', value: 'oldham' });
    await workplace.slack.suggest(form, { actionId: 'themes', value: 'care leavers' });
    await submit({
      councils: [TAMESIDE, '80535'],
      themes: ['care-leavers'],
      time: '09:15',
      days: ['mon', 'tue'],
      mode: ['only-new'],
    });
    expect(shown()).toContain(
      'The digest is on: Oldham and Tameside, every Monday and Tuesday at 09:15',
    );
    expect(await kept()).toMatchObject({ at: '09:15', themes: ['care-leavers'], onlyNew: true });
    expect(workplace.slack.messages('general')).toHaveLength(1);
  });

  it('works over Socket Mode', async () => {
    const form = await openForm({ socketMode: true });
    expect(await offered(form, 'councils', 'oldham')).toContain('Oldham');
    await submit();
    expect(shown()).toContain('The digest is on');
  });

  it('says at each question what is wrong with its answer', async () => {
    const form = await openForm({ env: await recordOfTameside() });
    await workplace.slack.suggest(form, { actionId: 'councils', value: 'leeds' });
    workplace.slack.addChannel({ name: 'old', id: 'C0OLD', isArchived: true });
    await submit({ councils: [LEEDS] });
    expect(errors()).toEqual({ councils: expect.stringContaining('holds nothing about Leeds') });
    await submit({ councils: [TAMESIDE], channel: 'C0PRESS' });
    expect(errors()).toEqual({ channel: expect.stringContaining('invite it there first') });
    await submit({ channel: 'C0OLD' });
    expect(errors()).toEqual({ channel: expect.stringContaining('archived') });
    await submit({ days: [] });
    expect(errors()).toEqual({ days: expect.any(String) });
    expect(await kept()).toBeNull();
  });

  it('takes twenty councils at most', async () => {
    const form = await openForm();
    const options = await workplace.slack.suggest(form, { actionId: 'councils', value: '' });
    expect(options).toHaveLength(100);
    await submit({ councils: options.map(({ value }) => value) });
    expect(errors()).toEqual({
      councils: 'A digest follows at most 20 councils and these are 100: choose fewer.',
    });
  });

  it('lets only a member of another channel set up its digest', async () => {
    await openForm();
    const { id } = workplace.slack.addChannel({ name: 'closed', members: [] });
    await submit({ channel: id });
    expect(errors()).toEqual({ channel: expect.stringContaining('Only a member of a channel') });
    workplace.slack.channel(id).members = [workplace.slack.you.id];
    await submit({ channel: id });
    expect(shown()).toContain('The digest is on');
    expect(await kept('closed')).not.toBeNull();
    expect(await kept()).toBeNull();
  });

  it('asks to be opened in the channel itself where it may not be seen who is in another', async () => {
    await openForm({
      scopes: DEFAULT_SCOPES.filter(
        (scope) => !scope.endsWith(':read') || scope === 'app_mentions:read',
      ),
    });
    await submit({ channel: 'C0CHILDRENS' });
    expect(errors()).toEqual({ channel: expect.stringContaining('in the channel itself') });
    await submit({ channel: 'C0GENERAL' });
    expect(shown()).toContain('The digest is on');
  });

  it('refuses a channel that another organisation shares', async () => {
    await openForm();
    const { id } = workplace.slack.addChannel({ name: 'partners', isExtShared: true });
    await submit({ channel: id });
    expect(errors()).toEqual({
      channel: expect.stringContaining('shared with another organisation'),
    });
  });

  it('sets up a digest for the asker alone in the direct message', async () => {
    const form = await openForm({ channel: 'D0LOCALDM' });
    expect(form.state.channel?.channel).toMatchObject({ selected_conversation: 'D0LOCALDM' });
    await submit();
    expect(shown()).toContain('The digest is on');
  });

  it('sets up one for the asker alone from a channel too, which is told nothing', async () => {
    await openForm();
    await submit({ to_me: ['to_me'] });
    expect(shown()).toContain('The digest is on');
    const { slack } = workplace;
    const { id } = slack.directMessageChannel;
    await workplace.inStore(async (store) =>
      expect(await store.subscriptions.listAll()).toMatchObject([{ channel: id }]),
    );
    expect(slack.messages('general')).toEqual([]);
    const told = slack.messages(id).map(({ text }) => text);
    expect(told.at(-1)).toContain('Tameside, every day at 08:30');
    expect(told.join(' ')).not.toMatch(/this channel|any member/i);
  });

  it('says that it could not be saved, with a reference of the log, where the state fails', async () => {
    await openForm();
    await workplace.breakState('subscriptions');
    await submit();
    const [, reference = ''] = /the reference (\w{8})/.exec(errors()?.channel ?? '') ?? [];
    expect(reference).not.toBe('');
    expect(workplace.log()).toContain(reference);
  });

  it('tells later by direct message where Slack is slow to answer', async () => {
    await openForm();
    workplace.slack.failNext('conversations.info', { delayMs: 2_500 });
    await submit();
    expect(shown()).toContain('You are told in a direct message');
    await workplace.slack.waitFor((slack) =>
      slack
        .messages(slack.directMessageChannel.id)
        .some(({ text }) => text.includes('The digest is on')),
    );
  });
});
