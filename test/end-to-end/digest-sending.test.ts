import { afterEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_SCOPES, type LocalSlackOptions } from 'local-slack';
import { buttonLabels, openWorkplace, type Workplace } from './workplace.js';

const HISTORY = ['channels:history', 'groups:history'];
const MINUTE_MS = 60_000;
/** A zone in which it is about noon, so that a few minutes more or less stay within the day. */
const ZONE = zoneOfNoon(new Date().getUTCHours());

function zoneOfNoon(hour: number): string {
  if (hour === 12) return 'UTC';
  return hour < 12 ? `Etc/GMT-${12 - hour}` : `Etc/GMT+${hour - 12}`;
}

const timeIn = (zone: string, moment: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(moment);

let workplace: Workplace;
afterEach(() => workplace.close());

/**
 * A workplace whose #general has a digest that fell due a few minutes ago and was not posted yet.
 */
async function openWithDigestDue(
  options: LocalSlackOptions & { env?: Record<string, string> } = {},
) {
  workplace = await openWorkplace({ lookEveryMs: 200, ...options });
  await workplace.ask(`digest on tameside zone ${ZONE}`);
  await workplace.stop();
  await workplace.inStore(async (store) => {
    const { team } = workplace.slack;
    const set = await store.subscriptions.get(team.id, 'C0GENERAL');
    if (!set) throw new Error('The digest was not set up.');
    const due = new Date(Date.now() - 5 * MINUTE_MS);
    await store.subscriptions.save({
      ...set,
      at: timeIn(ZONE, due),
      activeFrom: new Date(due.getTime() - MINUTE_MS).toISOString(),
    });
  });
}

/** The digests that #general reads, without what it was told of them. */
const digests = () =>
  workplace.slack
    .messages('general')
    .filter(({ metadata }) => metadata?.event_type === 'ofsted_digest');

const toldOwner = () =>
  workplace.slack.messages(workplace.slack.directMessageChannel.id).map(({ text }) => text);

describe('A digest that is due', () => {
  it('is posted once, also over a restart, and status says so', async () => {
    await openWithDigestDue();
    await workplace.restart();
    const [digest] = await workplace.slack.waitFor(() => digests().length > 0 && digests());
    await workplace.restart();
    const status = (await workplace.ask('digest status')).text;
    expect(status).toMatch(/Last: posted on \d+ \w+ \d{4}\./);
    expect(digests()).toHaveLength(1);
    expect(digest?.text).toContain('Tameside: nothing new in the record. Theme:');
    expect(digest?.text).not.toContain(`<@${workplace.slack.you.id}>`);
  });

  it('comes once a day though its time is moved, and the reply says when the next one is', async () => {
    await openWithDigestDue();
    await workplace.restart();
    await workplace.slack.waitFor(() => digests().length > 0);
    await workplace.restart();
    await workplace.inStore(async (store) => {
      const { team } = workplace.slack;
      const last = await store.subscriptions.lastOutcome(team.id, 'C0GENERAL');
      expect(last?.outcome).toBe('sent');
    });
    const { text } = await workplace.ask(`digest on tameside at 23:59 zone ${ZONE}`);
    expect(text).toContain('The digest of that day fell due already');
    expect((await workplace.ask('digest status')).text).toMatch(/Last: posted on/);
  });

  it('shows in the preview just what is posted then', async () => {
    await openWithDigestDue();
    await workplace.inStore((store) =>
      store.subscriptions.pause(workplace.slack.team.id, 'C0GENERAL', null),
    );
    await workplace.restart();
    const preview = (await workplace.ask('digest preview')).text;
    await workplace.stop();
    await workplace.inStore((store) =>
      store.subscriptions.resume(
        workplace.slack.team.id,
        'C0GENERAL',
        new Date(Date.now() - 10 * MINUTE_MS).toISOString(),
      ),
    );
    await workplace.restart();
    const [digest] = await workplace.slack.waitFor(() => digests().length > 0 && digests());
    const lines = digest?.text.split('\n') ?? [];
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(preview).toContain(line);
  });

  it('goes as text alone where Slack refuses its blocks', async () => {
    await openWithDigestDue();
    workplace.slack.failNext('chat.postMessage', { error: 'invalid_blocks' });
    await workplace.restart();
    const [digest] = await workplace.slack.waitFor(() => digests().length > 0 && digests());
    expect(digest?.blocks).toEqual([]);
    expect(digest?.text).toContain('Theme:');
  });

  it('pauses where the channel is closed to the bot, and its owner is told what to do', async () => {
    await openWithDigestDue();
    workplace.slack.channel('general').isArchived = true;
    await workplace.restart();
    await workplace.slack.waitFor(() => toldOwner().length > 0);
    expect(toldOwner()[0]).toContain('The digest for <#C0GENERAL> is paused');
    expect(toldOwner()[0]).toContain('archived');
    expect(digests()).toEqual([]);
  });

  it('whose posting broke off is looked for, and not posted again where it is there', async () => {
    await openWithDigestDue({
      scopes: [...DEFAULT_SCOPES, ...HISTORY],
      env: { DIGEST_LEASE_SECONDS: '2' },
    });
    workplace.slack.failNext('chat.postMessage', { applied: true, dropConnection: true });
    await workplace.restart();
    await workplace.slack.waitFor((slack) => slack.requests('conversations.history').length > 0, {
      timeoutMs: 25_000,
    });
    await workplace.slack.idle();
    expect(digests()).toHaveLength(1);
    expect(toldOwner()).toEqual([]);
  });

  it('whose posting broke off is left to its owner where the channel may not be read', async () => {
    await openWithDigestDue({ env: { DIGEST_LEASE_SECONDS: '2' } });
    workplace.slack.failNext('chat.postMessage', { status: 500, error: 'internal_error' });
    await workplace.restart();
    const notice = await workplace.slack.waitFor(
      (slack) =>
        slack
          .messages(slack.directMessageChannel.id)
          .find((message) => buttonLabels(message).includes('Post it now')),
      { timeoutMs: 25_000 },
    );
    expect(notice.text).toContain('may not have been posted');
    expect(digests()).toEqual([]);
    await workplace.ask('digest pause');
    await workplace.slack.click(notice, 'digest:post-now');
    await workplace.slack.waitFor(() =>
      toldOwner().some((text) => text.includes('is paused: resume')),
    );
    await workplace.ask('digest resume');
    const other = workplace.slack.addUser({ id: 'U0OTHER', name: 'other' });
    await workplace.slack.click(notice, { actionId: 'digest:post-now', user: other.id });
    await workplace.slack.waitFor(({ requests }) =>
      JSON.stringify(requests()).includes('Only whoever set this digest up'),
    );
    expect(digests()).toEqual([]);
    await workplace.slack.click(notice, 'digest:post-now');
    await workplace.slack.waitFor(() => toldOwner().some((text) => text.includes('in a moment')));
    await workplace.slack.waitFor(() => digests().length === 1, { timeoutMs: 25_000 });
    await workplace.slack.click(notice, 'digest:post-now');
    await workplace.slack.waitFor(() => toldOwner().some((text) => text.includes('already')));
    expect(digests()).toHaveLength(1);
  });
});
