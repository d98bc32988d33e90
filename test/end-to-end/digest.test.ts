import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { LocalSlackOptions } from 'local-slack';
import { DEFAULT_SCOPES } from 'local-slack';

import { temporaryFolders } from '../support/record.js';
import { writeTameside } from '../support/tameside.js';
import { buttonLabels, buttonsOf, openWorkplace, type Workplace } from './workplace.js';

const folders = temporaryFolders();
afterAll(folders.remove);

let workplace: Workplace;
afterEach(() => workplace.close());

const open = async (options: LocalSlackOptions = {}) => {
  workplace = await openWorkplace(options);
};

/** Over a record of Tameside alone. */
const openOfTameside = async () => {
  const folder = await folders.create();
  await writeTameside(folder);
  workplace = await openWorkplace({ env: { DATA_DIR: folder } });
};

/** What the asker reads after `/ofsted digest …`. */
const digest = (text: string, where?: { channel?: string; user?: string }) =>
  workplace.ask(`digest ${text}`, where);
const said = async (text: string, where?: { channel?: string; user?: string }) =>
  (await digest(text, where)).text;

/** What the channel reads, oldest first. */
const posted = (channel = 'general') => workplace.slack.messages(channel).map(({ text }) => text);

const kept = (channel = 'general') =>
  workplace.inStore((store) =>
    store.subscriptions.get(workplace.slack.team.id, workplace.slack.channel(channel).id),
  );

describe('Setting up a digest', () => {
  it('says what was understood and when the first comes, and tells the channel who did it', async () => {
    await open();
    const text = await said('on tamside at 8.30am mon about temps');
    expect(text).toContain(
      'The digest is on: Tameside, every Monday at 08:30 (Europe/London), agency staff.',
    );
    expect(text).toContain('Read “tamside” as Tameside.');
    expect(text).toMatch(/Next: Monday \d+ \w+ \d{4} at 08:30 \(Europe\/London\)\./);
    const { you } = workplace.slack;
    expect(posted()).toEqual([
      expect.stringContaining(
        `<@${you.id}> set up a digest of inspection findings in this channel: Tameside, every Monday`,
      ),
    ]);
    expect(await kept()).toMatchObject({
      owner: you.id,
      at: '08:30',
      weekdays: ['mon'],
      status: 'active',
    });
  });

  it.each([
    '`digest on tameside at *08:30* daily zone Europe/Kyiv`',
    '\u200bdigest on tame\u00adside at 08:30 daily zone Europe/Kyiv :eyes:',
    '/ofsted digest on _tameside_ at ~08:30~ daily zone *Europe/Kyiv*',
  ])('understands “%s” whatever its formatting, and shows the zone as typed', async (text) => {
    await open();
    const reply = await workplace.ask(text);
    expect(reply.text).toContain('Tameside, every day at 08:30 (Europe/Kyiv), all themes');
    expect(await kept()).toMatchObject({ zone: 'Europe/Kyiv' });
  });

  it('explains both ways to treat a day without news, and a button changes it', async () => {
    await open();
    const reply = await digest('on tameside at 08:30');
    expect(reply.text).toContain('On a day with nothing new it has a theme of the day');
    expect(reply.text).toContain('It could also be posted only when something is new.');
    expect(buttonLabels(reply)).toContain('Only when something is new');
    await workplace.slack.click(reply, 'digest:mode');
    const changed = await workplace.slack.waitFor((slack) =>
      slack.ephemerals().find(({ text }) => text.includes('posted only when something is new in')),
    );
    expect(buttonLabels(changed)).toContain('Have a theme on other days too');
    expect((await kept())?.onlyNew).toBe(true);
    expect(posted()[1]).toContain('changed this channel’s digest');
    await workplace.slack.click(reply, 'digest:mode');
    await workplace.slack.waitFor((slack) =>
      slack.ephemerals().some(({ text }) => text.includes('is set so already')),
    );
    expect(posted()).toHaveLength(2);
  });

  it('changes the channel’s digest in place: whoever set it up stays its owner', async () => {
    await open();
    const other = workplace.slack.addUser({ name: 'Firstname Lastname' });
    await said('on tameside at 08:30');
    const first = await kept();
    expect(await said('on tameside at 9 fri', { user: other.id })).toContain(
      'every Friday at 09:00',
    );
    expect(posted()[1]).toContain(`<@${other.id}> changed this channel’s digest`);
    expect(await kept()).toMatchObject({
      id: first?.id,
      owner: workplace.slack.you.id,
      at: '09:00',
    });
  });

  it('resumes a paused digest that is changed', async () => {
    await open();
    await said('on tameside at 08:30');
    await said('pause');
    expect(await said('on tameside at 09:00')).toContain('The digest is on');
    expect(await kept()).toMatchObject({ status: 'active', pausedBecause: null, at: '09:00' });
  });

  it('whose buttons do nothing once it was ended and another set up', async () => {
    await open();
    const first = await digest('on tameside at 08:30');
    await said('off');
    await said('on tameside at 09:00');
    await workplace.slack.click(first, 'digest:mode');
    await workplace.slack.waitFor((slack) =>
      slack.ephemerals().some(({ text }) => text.includes('was changed since')),
    );
    expect((await kept())?.onlyNew).toBe(false);
  });

  it('is not begun afresh by “digest on” alone where the channel has one', async () => {
    await open();
    await said('on tameside at 17:45 fri');
    expect(await said('on')).toContain('This channel has a digest');
    expect(await kept()).toMatchObject({ at: '17:45', weekdays: ['fri'] });
  });

  it('begins with the record as told: only what is added later is news', async () => {
    await open();
    await said('on tameside at 08:30 only new');
    expect(await said('preview')).toContain('Nothing would be posted today');
  });

  it('takes the asker’s own time zone, and Europe/London where it may not be read', async () => {
    await open();
    const user = workplace.slack.addUser({ name: 'Firstname', tz: 'America/New_York' });
    expect(await said('on tameside at 08:30', { user: user.id })).toContain('(America/New_York)');
    await workplace.close();
    await open({ scopes: DEFAULT_SCOPES.filter((scope) => scope !== 'users:read') });
    const other = workplace.slack.addUser({ name: 'Firstname', tz: 'America/New_York' });
    expect(await said('on tameside at 08:30', { user: other.id })).toContain('(Europe/London)');
  });

  it('says when the time has passed today, and when the first digest comes instead', async () => {
    await open();
    const text = await said('on tameside at midnight zone UTC');
    expect(text).toContain('00:00 has passed today (UTC)');
    const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 4);
    expect(text).toMatch(new RegExp(`Next: \\w+ \\d+ \\w+ ${tomorrow} at 00:00 \\(UTC\\)`));
  });

  it('over a paused one resumes it, and says so beforehand in the form and afterwards in the channel', async () => {
    await open();
    await said('on tameside at 08:30');
    await said('pause');
    await workplace.slack.command('/ofsted digest');
    const form = await workplace.slack.waitFor((slack) => slack.modal());
    expect(JSON.stringify(form.given)).toContain('This digest is paused: saving resumes it.');
    await said('on tameside at 09:00');
    expect(posted().at(-1)).toContain('changed and resumed this channel’s digest');
    expect(await kept()).toMatchObject({ status: 'active', at: '09:00' });
  });

  it('is for the asker alone in the direct message with the bot', async () => {
    await open();
    const channel = workplace.slack.directMessageChannel.id;
    expect(await said('on tameside at 08:30', { channel })).toContain('The digest is on');
    expect(posted(channel)[0]).toContain('set up a digest');
  });

  it('says that days without news stay empty where the record has no findings on the themes', async () => {
    await open();
    const silent = 'The record has no findings on domestic abuse for Tameside yet';
    expect(await said('on tameside at 08:30 about domestic abuse')).toContain(silent);
    expect(await said('status')).toContain(silent);
    const previewed = await said('preview');
    expect(previewed).toContain('Nothing would be posted today');
    expect(previewed).toContain(silent);
    expect(await said('on tameside at 08:30 about care leavers')).not.toContain('no findings');
  });

  it('names the councils that the record holds nothing about yet', async () => {
    await openOfTameside();
    expect(await said('on tameside, leeds at 08:30')).toContain(
      'The record holds nothing about Leeds yet',
    );
  });

  it.each([
    ['on atlantis at 8', 'I know no council called “atlantis”'],
    ['on tameside at 25:00', '“25:00” is no time of day'],
    ['on tameside at 8 zone Londno', 'Did you mean Europe/London'],
    ['on tameside at 8 about pensions', 'is no theme that I know'],
    ['off today', '“digest off” takes nothing after it'],
    ['pause', 'This channel has no digest'],
    ['resume', 'This channel has no digest'],
    ['status', 'This channel has no digest'],
    ['preview', 'This channel has no digest'],
    ['off', 'This channel has no digest'],
    ['stauts', 'Did you mean “digest status”?'],
    ['stop', 'Did you mean “digest off”?'],
    ['tameside at 8', 'Did you mean “digest on tameside at 8”?'],
  ])('answers “%s” with what to do, and tells the channel nothing', async (text, sentence) => {
    await open();
    expect(await said(text)).toContain(sentence);
    expect(posted()).toEqual([]);
    expect(await kept()).toBeNull();
    expect(workplace.log()).not.toContain('"level":50');
  });

  it('is refused where the record holds nothing about the council', async () => {
    await openOfTameside();
    expect(await said('on leeds at 8')).toContain('The record holds nothing about Leeds');
    expect(await kept()).toBeNull();
  });

  it('is advised against where the text is about a particular child, and repeats nothing of it', async () => {
    await open();
    const text = await said('on my son firstname lastname, 15, missing since sunday');
    expect(text).toContain('particular child');
    expect(text).not.toContain('firstname');
    expect(workplace.log()).not.toContain('firstname');
  });
});

describe('An announcement that Slack does not take', () => {
  it('leaves the digest on, and whoever set it up is told to tell the channel', async () => {
    await open();
    workplace.slack.failNext('chat.postMessage', { error: 'internal_error' });
    expect(await said('on tameside at 08:30')).toContain('tell the channel yourself');
    expect(await kept()).not.toBeNull();
  });

  it('does not keep a pause or an end from being made', async () => {
    await open();
    await said('on tameside at 08:30');
    workplace.slack.channel('general').botIsMember = false;
    expect(await said('pause')).toContain('is paused');
    expect(await said('resume')).toContain('invite it there first');
    expect((await kept())?.status).toBe('paused');
    expect(await said('off')).toContain('is off');
    expect(await kept()).toBeNull();
  });
});

describe('A channel in which nothing may be posted', () => {
  const WITHOUT_READ = DEFAULT_SCOPES.filter((scope) => !scope.endsWith(':read'));

  it.each([
    ['with the scope to see channels', DEFAULT_SCOPES],
    ['without it, by the announcement', WITHOUT_READ],
  ])('is told from the others %s', async (_name, scopes) => {
    await open({ scopes });
    expect(await said('on tameside at 08:30', { channel: 'press' })).toContain('invite it there');
    expect(await kept('press')).toBeNull();
    workplace.slack.addChannel({ name: 'secret', isPrivate: true, botIsMember: false });
    expect(await said('on tameside at 08:30', { channel: 'secret' })).toContain('invite it there');
  });

  it('leaves the digest that was there before as it was', async () => {
    await open({ scopes: WITHOUT_READ });
    await said('on tameside at 08:30');
    workplace.slack.channel('general').botIsMember = false;
    expect(await said('on tameside at 09:00')).toContain('invite it there');
    expect((await kept())?.at).toBe('08:30');
    await said('pause');
    expect(await said('on tameside at 09:00')).toContain('invite it there');
    expect(await kept()).toMatchObject({ at: '08:30', status: 'paused' });
  });

  it('is one that another organisation shares', async () => {
    await open();
    workplace.slack.addChannel({ name: 'partners', isExtShared: true });
    expect(await said('on tameside at 08:30', { channel: 'partners' })).toContain(
      'shared with another organisation',
    );
    expect(posted('partners')).toEqual([]);
  });

  it('may come to be shared later: the digest is paused and its owner told', async () => {
    await open();
    await said('on tameside at 08:30');
    const general = workplace.slack.channel('general');
    general.isExtShared = true;
    await workplace.slack.sendEvent({ type: 'channel_shared', channel: general.id });
    await workplace.slack.waitFor((slack) =>
      slack
        .messages(slack.directMessageChannel.id)
        .some(({ text }) => text.includes('The digest for <#C0GENERAL> is paused')),
    );
    expect(await kept()).toMatchObject({ status: 'paused' });
    expect(await said('status')).toContain('shared with another organisation');
    expect(await said('resume')).toContain('shared with another organisation');
    expect(await kept()).toMatchObject({ status: 'paused' });
  });
});

describe('Looking after a digest', () => {
  it('shows who set it up, the next time and the last outcome', async () => {
    await open();
    await said('on tameside at 08:30 tue zone Europe/Paris');
    const text = await said('status');
    expect(text).toContain(`Set up by <@${workplace.slack.you.id}>`);
    expect(text).toMatch(/Next: Tuesday \d+ \w+ \d{4} at 08:30 \(Europe\/Paris\)/);
    expect(text).toContain('Last: none has fallen due yet.');
  });

  it('pauses, resumes and ends it, each by any member and each told to the channel', async () => {
    await open();
    const other = workplace.slack.addUser({ name: 'Firstname Lastname' });
    const as = { user: other.id };
    await said('on tameside at 08:30');
    expect(await said('pause', as)).toContain('is paused');
    expect(await said('pause', as)).toContain('paused already');
    expect(await said('status', as)).toContain('is paused: Tameside');
    expect(await said('preview', as)).toContain('This digest is paused');
    expect(await said('resume', as)).toContain('is on again');
    expect(await said('resume', as)).toContain('on already');
    expect(await said('off', as)).toContain('is off');
    expect(posted().slice(1)).toEqual([
      expect.stringContaining(`<@${other.id}> paused this channel’s digest`),
      expect.stringContaining(`<@${other.id}> resumed this channel’s digest`),
      expect.stringContaining(`<@${other.id}> turned off this channel’s digest`),
    ]);
    expect(await kept()).toBeNull();
  });

  it('has a preview and the form behind the buttons under what is said of it', async () => {
    await open();
    await said('on tameside at 08:30');
    const status = await digest('status');
    expect(buttonLabels(status)).toEqual(['Preview', 'Change…']);
    await workplace.slack.click(status, 'digest:preview');
    await workplace.slack.waitFor((slack) =>
      slack.ephemerals().some(({ text }) => text.startsWith('Preview: only you see this')),
    );
    await workplace.slack.click(status, 'digest:edit');
    const form = await workplace.slack.waitFor((slack) => slack.modal());
    expect(form.given.submit?.text).toBe('Save');
    expect(posted()).toHaveLength(1);
  });

  it('lists the channel’s digest and the asker’s own, not those of others elsewhere', async () => {
    await open();
    const other = workplace.slack.addUser({ name: 'Firstname Lastname' });
    workplace.slack.addChannel({ name: 'third' });
    await said('on tameside at 08:30', { user: other.id });
    await said('on tameside at 09:00', { channel: 'childrens-services' });
    await said('on tameside at 10:00', { channel: 'third', user: other.id });
    const text = await said('list');
    expect(text).toContain('08:30');
    expect(text).toContain('09:00');
    expect(text).not.toContain('10:00');
  });

  it('shows a preview of councils that nobody follows, and keeps nothing', async () => {
    await open();
    const text = await said('preview tameside about agency staff');
    expect(text).toContain('Theme: agency staff');
    expect(await kept()).toBeNull();
    expect(posted()).toEqual([]);
  });

  it('is a slash command: a mention of it is answered with how to write it', async () => {
    await open();
    const reply = await workplace.mention('digest on tameside at 08:30');
    expect(reply.text).toContain('Digests are set up with the slash command');
    expect(reply.text).toContain('/ofsted digest on COUNCIL…');
  });

  it('is found in the Home tab, whose button tells how to write it', async () => {
    await open();
    await workplace.slack.openHome();
    const home = await workplace.slack.waitFor((slack) => slack.home());
    const how = buttonsOf(home).find(({ label }) => label === 'How digests are set up');
    await workplace.slack.click(home, how?.actionId ?? '');
    await workplace.slack.waitFor((slack) =>
      slack
        .messages(slack.directMessageChannel.id)
        .some(({ text }) => text.includes('/ofsted digest on COUNCIL…')),
    );
  });

  it('works over Socket Mode', async () => {
    workplace = await openWorkplace({ socketMode: true });
    expect(await said('on tameside at 08:30')).toContain('The digest is on');
  });

  it('says in a sentence that it failed, with a reference of the log, where the state fails', async () => {
    await open();
    await said('on tameside at 08:30');
    await workplace.breakState('subscriptions');
    const text = await said('status');
    const [, reference = ''] = /the reference (\w{8})/.exec(text) ?? [];
    expect(reference).not.toBe('');
    expect(workplace.log()).toContain(reference);
    expect(text).not.toMatch(/SQL|at .*\.ts/);
  });

  it('is forgotten when the app is removed', async () => {
    await open();
    await said('on tameside at 08:30');
    await workplace.slack.uninstall();
    await workplace.slack.idle();
    expect(await kept()).toBeNull();
  });
});
