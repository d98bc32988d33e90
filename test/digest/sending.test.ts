import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { DEFAULT_SCOPES, type LocalSlack, startLocalSlack } from 'local-slack';
import { pino } from 'pino';
import {
  type Compose,
  type DigestPorts,
  type OwnerNotice,
  type SendingOptions,
  sendDue,
  startSending,
} from '../../src/digest/index.js';
import type { Alert } from '../../src/domain/alert.js';
import type { Subscription } from '../../src/domain/subscription.js';
import { boltLogger } from '../../src/slack/api/bolt-logger.js';
import { createCheckChannel } from '../../src/slack/api/check-channel.js';
import { createFindPosted } from '../../src/slack/api/find-posted.js';
import { createNotifyOwner } from '../../src/slack/api/notify-owner.js';
import { createPacing } from '../../src/slack/api/pacing.js';
import { createPost } from '../../src/slack/api/post-digest.js';
import { type ClientOf, clientOptions } from '../../src/slack/api/web-client.js';
import { openDatabase } from '../../src/store/database.js';
import { createStore, type Store } from '../../src/store/store.js';
import { alert, subscription } from '../store/subscriptions.js';

const HISTORY = [...DEFAULT_SCOPES, 'channels:history'];
const LEASE_S = 60;

const quiet = pino({ level: 'silent' });

const POST_IN_THE_MORNING = '2026-11-20T08:30:05.000Z';

describe('Sending what is due', () => {
  let folder: string;
  let slack: LocalSlack;
  let store: Store;
  let now: number;
  let faults: unknown[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sending-'));
    now = Date.parse(POST_IN_THE_MORNING);
    faults = [];
  });
  afterEach(async () => {
    await store.close();
    await slack.close();
    rmSync(folder, { recursive: true });
  });

  const databaseUrl = () => `file:${join(folder, 'state.sqlite')}`;
  const openStore = async () => createStore(await openDatabase(databaseUrl()));
  /** Every lease and every wait has run out. */
  const timePasses = async () => {
    const database = await openDatabase(databaseUrl());
    await database.run('UPDATE digest_runs SET lease_until = 0, not_before = 0');
    await database.close();
  };
  const begin = async (scopes: readonly string[] = HISTORY) => {
    slack = await startLocalSlack({ page: false, scopes });
    store = await openStore();
  };
  const general = () => slack.channel('general').id;

  /** A digest that names its day and what it has told before. */
  const compose: Compose = ({ state }, today) => ({
    message: {
      text: `${today} after ${Object.keys(state.reported).join() || 'nothing'}`,
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'The digest' } }],
    },
    state: { ...state, reported: { ...state.reported, [today]: 'v1' } },
  });

  const portsOf = (more: Partial<DigestPorts> = {}): DigestPorts => {
    const clientOf: ClientOf = (_team, more) =>
      new WebClient(slack.botToken, {
        ...clientOptions(slack.apiUrl, { fetch }),
        ...{ timeout: 5_000, ...more },
        retryConfig: { retries: 0 },
        logger: boltLogger(quiet),
      });
    const inTurn = createPacing(async () => {});
    return {
      compose,
      checkChannel: createCheckChannel(clientOf, quiet),
      post: createPost(clientOf, quiet),
      findPosted: createFindPosted(clientOf, quiet),
      notifyOwner: createNotifyOwner(clientOf, quiet),
      inTurn,
      alerts: { record: () => store, hasNews: () => false },
      ...more,
    };
  };
  const options = (more: Partial<SendingOptions> = {}): SendingOptions => ({
    runs: store.digestRuns,
    ports: portsOf(),
    leaseSeconds: LEASE_S,
    onFault: (error) => faults.push(error),
    now: () => now,
    ...more,
  });
  const send = (more?: Partial<SendingOptions>) => sendDue(options(more));
  const subscribe = (changes: Partial<Subscription> = {}) =>
    store.subscriptions.save(subscription({ channel: general(), owner: slack.you.id, ...changes }));
  const posted = (channel = 'general') => slack.messages(channel).map(({ text }) => text);
  const toldOwner = () => slack.messages(slack.directMessageChannel.id).map(({ text }) => text);
  const outcome = () => store.subscriptions.lastOutcome('T1', general());

  it('posts a digest once, whoever looks and however often', async () => {
    await begin();
    await subscribe();
    const other = await openStore();
    await Promise.all([send(), send({ runs: other.digestRuns }), send()]);
    await send();
    await other.close();
    expect(posted()).toEqual(['2026-11-20 after nothing']);
    expect(await outcome()).toMatchObject({
      outcome: 'sent',
      ts: slack.messages('general')[0]?.ts,
    });
    expect(faults).toEqual([]);
  });

  it('posts the next one on the next day, after what the first has told', async () => {
    await begin();
    await subscribe();
    await send();
    now += 86_400_000;
    await send();
    expect(posted()).toEqual(['2026-11-20 after nothing', '2026-11-21 after 2026-11-20']);
  });

  it('posts nothing where there is nothing new, and remembers what was taken note of', async () => {
    await begin();
    await subscribe();
    const state = { reported: { quiet: 'v1' }, themesUsed: {} };
    await send({ ports: portsOf({ compose: () => ({ message: null, state }) }) });
    expect(posted()).toEqual([]);
    expect(await outcome()).toMatchObject({ outcome: 'nothing_new' });
    expect(await store.subscriptions.get('T1', general())).toMatchObject({ state });
  });

  it('posts one digest after five days in which no bot ran', async () => {
    await begin();
    await subscribe();
    await send();
    now += 5 * 86_400_000 + 3_600_000;
    await send();
    await send();
    expect(posted()).toEqual(['2026-11-20 after nothing', '2026-11-25 after 2026-11-20']);
  });

  it('carries the id of the run in the message', async () => {
    await begin();
    await subscribe({ id: 'one' });
    await send();
    expect(slack.messages('general')[0]?.metadata).toEqual({
      event_type: 'ofsted_digest',
      event_payload: { run_id: 'one:2026-11-20' },
    });
  });

  describe('where an attempt was interrupted', () => {
    const interrupt = async (applied: boolean) => {
      slack.failNext('chat.postMessage', { dropConnection: true, applied });
      await send();
    };

    it.each([true, false])(
      'looks for the message before it sends again (taken by Slack: %s)',
      async (applied) => {
        await begin();
        await subscribe();
        await interrupt(applied);
        expect(posted()).toHaveLength(applied ? 1 : 0);
        await timePasses();
        await send();
        expect(posted()).toEqual(['2026-11-20 after nothing']);
        expect(await outcome()).toMatchObject({
          outcome: 'sent',
          ts: slack.messages('general')[0]?.ts,
        });
      },
    );

    it.each([true, false])(
      'and no bot ran for five days, posts one digest for all of them (taken by Slack: %s)',
      async (applied) => {
        await begin();
        await subscribe();
        await interrupt(applied);
        await timePasses();
        now += 5 * 86_400_000;
        await send();
        expect(posted()).toEqual(
          applied
            ? ['2026-11-20 after nothing', '2026-11-25 after 2026-11-20']
            : ['2026-11-25 after nothing'],
        );
      },
    );

    it('does not look, let alone send, while the first call may still be under way', async () => {
      await begin();
      await subscribe();
      slack.failNext('chat.postMessage', { dropConnection: true });
      await send();
      await send();
      expect(slack.requests('chat.postMessage')).toHaveLength(1);
      expect(slack.requests('conversations.history')).toEqual([]);
    });

    it.each([
      ['a 500', { status: 500 }],
      ['a broken connection', { dropConnection: true }],
      ['an error of Slack’s', { error: 'fatal_error' }],
    ])('takes a look that fails with %s for no answer, and looks again', async (_, fault) => {
      await begin();
      await subscribe();
      await interrupt(true);
      await timePasses();
      slack.failNext('conversations.history', fault);
      await send();
      expect(await outcome()).toBeNull();
      await timePasses();
      await send();
      expect(posted()).toHaveLength(1);
      expect(await outcome()).toMatchObject({ outcome: 'sent' });
    });

    it.each([true, false])(
      'does not send again without the scope to look, and tells the owner once (taken by Slack: %s)',
      async (applied) => {
        await begin(DEFAULT_SCOPES);
        await subscribe();
        await interrupt(applied);
        await timePasses();
        await send();
        await send();
        expect(posted()).toHaveLength(applied ? 1 : 0);
        expect(toldOwner()).toEqual([expect.stringContaining('may not have been posted')]);
        expect(await outcome()).toMatchObject({ outcome: 'not_posted' });
      },
    );

    it('asks the owner after a day of looks that failed, and blames no missing right', async () => {
      await begin();
      await subscribe();
      await interrupt(true);
      await timePasses();
      const database = await openDatabase(databaseUrl());
      await database.run('UPDATE digest_runs SET attempted_at = attempted_at - 86400000');
      await database.close();
      slack.failNext('conversations.history', { error: 'fatal_error' });
      const notices: OwnerNotice[] = [];
      const notifyOwner: DigestPorts['notifyOwner'] = async (notice) => {
        notices.push(notice);
      };
      await send({ ports: portsOf({ notifyOwner }) });
      expect(notices).toMatchObject([{ kind: 'not_posted', reason: null }]);
    });

    it('says to the owner that the right to look is missing where it is', async () => {
      await begin(DEFAULT_SCOPES);
      await subscribe();
      await interrupt(true);
      await timePasses();
      const notices: OwnerNotice[] = [];
      const notifyOwner: DigestPorts['notifyOwner'] = async (notice) => {
        notices.push(notice);
      };
      await send({ ports: portsOf({ notifyOwner }) });
      expect(notices).toMatchObject([{ kind: 'not_posted', reason: 'missing_scope' }]);
    });

    it('sends it after all when the owner asks for it', async () => {
      await begin(DEFAULT_SCOPES);
      await subscribe({ id: 'one' });
      await interrupt(false);
      await timePasses();
      await send();
      expect(
        await store.digestRuns.postNow('one:2026-11-20', { team: 'T1', owner: slack.you.id }),
      ).toBe('queued');
      await send();
      expect(posted()).toEqual(['2026-11-20 after nothing']);
    });

    it('tells the owner later where that fails at first', async () => {
      await begin(DEFAULT_SCOPES);
      await subscribe();
      await interrupt(false);
      await timePasses();
      const notifyOwner: DigestPorts['notifyOwner'] = async () => {
        throw new Error('out of reach');
      };
      await send({ ports: portsOf({ notifyOwner }) });
      expect(faults).toHaveLength(1);
      expect(toldOwner()).toEqual([]);
      await timePasses();
      await send();
      await send();
      expect(toldOwner()).toHaveLength(1);
    });
  });

  it.each([true, false])(
    'tells what an alert found once, though its posting broke off (taken by Slack: %s)',
    async (applied) => {
      await begin();
      await store.alerts.add(alert({ channel: general() }));
      let record = {};
      const alerts = {
        record: () => record,
        hasNews: ({ state }: Alert) => !('2026-11-20' in state.reported),
      };
      const other = await openStore();
      const everybody = () =>
        Promise.all(
          [store, other].map(({ digestRuns: runs }) => send({ runs, ports: portsOf({ alerts }) })),
        );
      slack.failNext('chat.postMessage', { dropConnection: true, applied });
      await everybody();
      record = {};
      await everybody();
      await timePasses();
      await everybody();
      record = {};
      await everybody();
      await other.close();
      expect(posted()).toEqual(['2026-11-20 after a']);
      expect(faults).toEqual([]);
    },
  );

  it('puts the rest of a condensed digest into its thread once, though the first call broke off', async () => {
    await begin();
    await subscribe({ condensed: true });
    const inThread = { text: 'the rest', blocks: [] };
    const condensed: Compose = (sent, today) => {
      const { message, state } = compose(sent, today);
      return { message: message && { ...message, inThread }, state };
    };
    const ports = portsOf({ compose: condensed });
    slack.failNext('chat.postMessage', { dropConnection: true, applied: true });
    await send({ ports });
    await timePasses();
    await send({ ports });
    await send({ ports });
    const [first, rest, ...others] = slack.messages('general');
    expect(others).toEqual([]);
    expect(first?.text).toBe('2026-11-20 after nothing');
    expect([rest?.text, rest?.threadTs]).toEqual(['the rest', first?.ts]);
  });

  it('waits as long as Slack asks for, and leaves the claim free meanwhile', async () => {
    await begin();
    await subscribe();
    slack.failNext('chat.postMessage', { retryAfter: 1 });
    await send();
    expect(posted()).toEqual([]);
    await timePasses();
    await send();
    expect(posted()).toEqual(['2026-11-20 after nothing']);
    expect(slack.requests('conversations.history')).toEqual([]);
  });

  it.each([
    ['channel_not_found', 'The channel was deleted, or this app was removed from it.'],
    ['is_archived', 'The channel is archived.'],
    ['not_in_channel', 'This app was removed from the channel.'],
    ['account_inactive', 'This app was removed from the workspace.'],
  ])('pauses the subscription on %s and tells the owner', async (error, because) => {
    await begin();
    await subscribe();
    slack.failNext('chat.postMessage', { error });
    await send();
    expect(await store.subscriptions.get('T1', general())).toMatchObject({
      status: 'paused',
      pausedBecause: because,
    });
    expect(await outcome()).toMatchObject({ outcome: 'failed', reason: error });
    expect(toldOwner()).toEqual([expect.stringContaining('is paused')]);
    now += 86_400_000;
    await send();
    expect(posted()).toEqual([]);
  });

  it('posts nothing in a channel that another organisation has come to share, though Slack did not say so', async () => {
    await begin();
    await subscribe();
    slack.channel('general').isExtShared = true;
    await send();
    expect(slack.requests('chat.postMessage').map(({ args }) => args.channel)).toEqual([
      slack.you.id,
    ]);
    expect(await store.subscriptions.get('T1', general())).toMatchObject({
      status: 'paused',
      pausedBecause: 'The channel is shared with another organisation now.',
    });
    expect(await outcome()).toMatchObject({ outcome: 'failed', reason: 'is_ext_shared' });
    expect(toldOwner()).toEqual([expect.stringContaining('is paused')]);
  });

  it.each([
    ['a 429', { retryAfter: 1 }],
    ['a 500', { status: 500 }],
    ['a broken connection', { dropConnection: true }],
  ])('waits while %s hides who shares the channel', async (_, fault) => {
    await begin();
    await subscribe();
    slack.failNext('conversations.info', fault);
    await send();
    expect(posted()).toEqual([]);
    await timePasses();
    await send();
    expect(posted()).toEqual(['2026-11-20 after nothing']);
  });

  it('posts where the scope to see who shares the channel was not granted', async () => {
    await begin(HISTORY.filter((scope) => !scope.endsWith(':read')));
    await subscribe();
    await send();
    expect(posted()).toHaveLength(1);
  });

  it('goes on with the next day where Slack refuses one digest, and tells the owner', async () => {
    await begin();
    await subscribe();
    slack.failNext('chat.postMessage', { error: 'msg_too_long' });
    await send();
    expect(toldOwner()).toEqual([expect.stringContaining('could not be posted')]);
    now += 86_400_000;
    await send();
    expect(posted()).toEqual(['2026-11-21 after nothing']);
  });

  it('posts to every other channel while one does not answer', async () => {
    await begin();
    const channels = Array.from({ length: 40 }, (_, at) => slack.addChannel({ name: `c-${at}` }));
    for (const { id } of channels) await subscribe({ channel: id });
    let free = (): void => {};
    const stuck = new Promise<void>((resolve) => {
      free = resolve;
    });
    const { post } = portsOf();
    const sending = startSending(
      options({
        lookEveryMs: 20,
        ports: portsOf({
          post: async (message, destination, timeoutMs) => {
            if (destination.channel === channels[0]?.id) await stuck;
            return post(message, destination, timeoutMs);
          },
        }),
      }),
    );
    await slack.waitFor((s) => s.messages().length === 39, { timeoutMs: 20_000 });
    free();
    await slack.waitFor((s) => s.messages().length === 40);
    await sending.stop();
  });

  it('finishes what is under way when it is stopped, and takes up nothing more', async () => {
    await begin();
    await subscribe();
    let entered = (): void => {};
    const underWay = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const { post } = portsOf();
    const sending = startSending(
      options({
        ports: portsOf({
          post: async (...call) => {
            entered();
            await sleep(100);
            return post(...call);
          },
        }),
      }),
    );
    await underWay;
    await sending.stop();
    expect(posted()).toHaveLength(1);
    expect(await outcome()).toMatchObject({ outcome: 'sent' });
    now += 86_400_000;
    await sleep(50);
    expect(posted()).toHaveLength(1);
  });

  it('resumes by itself when the database works again', async () => {
    await begin();
    await subscribe();
    const database = await openDatabase(databaseUrl());
    await database.run('ALTER TABLE digest_runs RENAME TO elsewhere');
    const sending = startSending(options({ lookEveryMs: 20 }));
    while (faults.length === 0) await sleep(10);
    await database.run('ALTER TABLE elsewhere RENAME TO digest_runs');
    await database.close();
    await slack.waitFor((s) => s.messages('general').length === 1);
    await sending.stop();
  });

  it('goes on with the others where a time zone is none', async () => {
    await begin();
    const other = slack.addChannel({ name: 'other' });
    await subscribe();
    await subscribe({ channel: other.id });
    const database = await openDatabase(databaseUrl());
    await database.run("UPDATE subscriptions SET zone = 'Nowhere/Land' WHERE channel = ?", [
      general(),
    ]);
    await database.close();
    await send();
    expect(posted('other')).toHaveLength(1);
    expect(posted()).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  });

  it('logs a digest that cannot be made, and makes the others', async () => {
    await begin();
    const other = slack.addChannel({ name: 'other' });
    await subscribe();
    await subscribe({ channel: other.id });
    const broken: Compose = (given, today) => {
      if (given.channel === general()) throw new Error('a fault of ours');
      return compose(given, today);
    };
    await send({ ports: portsOf({ compose: broken }) });
    expect(faults).toEqual([new Error('a fault of ours')]);
    expect(posted()).toEqual([]);
    expect(posted('other')).toHaveLength(1);
  });
});
