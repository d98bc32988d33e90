import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SCOPES, startLocalSlack } from 'local-slack';
import { z } from 'zod';
import { openDatabase } from '../../src/store/database.js';
import { createStore } from '../../src/store/store.js';
import { LOCAL_WORKSPACE } from '../../src/wiring/local-workspace.js';
import { subscription } from '../store/subscriptions.js';
import { botEnvironment, startCrew } from './crew.js';
import { createRandom } from './random.js';
import { postgresState, type State, sqliteState } from './state.js';

/**
 * Kills of each kind, at random points and exactly between Slack's taking a digest and the bot's
 * knowing it.
 */
const KILLS = Number(process.env.KILLS ?? 60);
const DIGESTS = Number(process.env.DIGESTS ?? 300);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const BOTS = 3;
const CHANNELS = 50;
const DAYS = Math.ceil(DIGESTS / CHANNELS);
/** More days come until every kill was made, within reason. */
const MOST_DAYS = DAYS * 4;
const LEASE_SECONDS = 6;
/** A day may take as long as a busy machine needs; it hangs where nothing more is settled. */
const LONGEST_PAUSE_MS = 180_000;
/** At each look, and at each digest that Slack takes. */
const RANDOM_KILL_CHANCE = 0.1;
const EXACT_KILL_CHANCE = 0.25;
const LOOK_MS = 100;
const DAY_MS = 86_400_000;

const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Lets a crew send the digests of several days while it is killed; what came of it. */
async function sail(state: State, scopes: readonly string[]) {
  const random = createRandom(SEED);
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const clock = join(folder, 'clock');
  const slack = await startLocalSlack({ ...LOCAL_WORKSPACE, page: false, scopes });
  const database = await openDatabase(state.url);
  const store = createStore(database);
  const firstDay = Date.parse(`${dateOf(Date.now())}T09:00:00Z`) + DAY_MS;
  const setClock = (day: number) =>
    writeFileSync(clock, String(firstDay + day * DAY_MS - Date.now()));
  const midnight = new Date(firstDay - 9 * 3_600_000).toISOString();
  for (let at = 0; at < CHANNELS; at += 1)
    await store.subscriptions.save(
      subscription({
        id: `s${at}`,
        team: slack.team.id,
        channel: slack.addChannel({ name: `channel-${at}` }).id,
        owner: slack.you.id,
        at: '08:30',
        zone: 'Etc/UTC',
        createdAt: midnight,
        activeFrom: midnight,
      }),
    );
  setClock(0);
  const crew = await startCrew({
    size: BOTS,
    apiUrl: slack.apiUrl,
    random,
    environment: {
      ...botEnvironment(slack, state),
      DIGEST_LEASE_SECONDS: String(LEASE_SECONDS),
      CLOCK_FILE: clock,
    },
  });
  const posts = new Map<string, string>();
  const notices = new Map<string, string>();
  const lookAtSlack = () => {
    for (const message of slack.messages()) {
      const key = `${message.channel} ${message.ts}`;
      const runId = runOf(message.metadata);
      if (runId) posts.set(key, runId);
      else if (message.channel === slack.directMessageChannel.id)
        notices.set(key, JSON.stringify(message.blocks));
    }
  };
  const settledOf = async (date: string): Promise<number> => {
    const rows = await database
      .run(
        `SELECT subscription FROM digest_runs WHERE local_date = ? AND tell IS NULL
         AND status IN ('sent', 'not_posted')`,
        [date],
      )
      .catch(() => []);
    return rows.length;
  };
  const openRuns = async (date: string): Promise<string> =>
    JSON.stringify(
      await database.run(
        "SELECT subscription, status, tell, lease, lease_until, not_before, reason FROM digest_runs WHERE local_date = ? AND (tell IS NOT NULL OR status NOT IN ('sent', 'not_posted'))",
        [date],
      ),
    );
  const kills = { random: 0, exact: 0 };
  const days: string[] = [];
  let stop: Promise<void> | null = null;
  crew.killAtPosts(
    () => kills.exact < KILLS && random() < EXACT_KILL_CHANCE,
    () => {
      kills.exact += 1;
    },
  );
  try {
    while (
      days.length < DAYS ||
      (days.length < MOST_DAYS && Math.min(kills.random, kills.exact) < KILLS)
    ) {
      setClock(days.length);
      const date = dateOf(firstDay + days.length * DAY_MS);
      days.push(date);
      if (days.length === 2) stop = state.stop();
      let settled = 0;
      let end = Date.now() + LONGEST_PAUSE_MS;
      for (;;) {
        const now = await settledOf(date);
        if (now === CHANNELS) break;
        if (now > settled) end = Date.now() + LONGEST_PAUSE_MS;
        settled = Math.max(settled, now);
        if (Date.now() > end)
          throw new Error(
            `${date} does not settle. ${await openRuns(date)} at ${Date.now()} ${crew.said()}`,
          );
        if (kills.random < KILLS && random() < RANDOM_KILL_CHANCE && crew.killOne())
          kills.random += 1;
        await sleep(LOOK_MS);
        lookAtSlack();
      }
    }
    await stop;
    await sleep(LEASE_SECONDS * 1_000);
    lookAtSlack();
  } finally {
    await crew.stop();
    await store.close();
    await slack.close();
    rmSync(folder, { recursive: true });
  }
  const due = days.flatMap((date) => Array.from({ length: CHANNELS }, (_, at) => `s${at}:${date}`));
  const sent = [...posts.values()];
  return {
    kills,
    due: due.length,
    missed: due.filter((runId) => !sent.includes(runId)),
    doubled: sent.filter((runId, at) => sent.indexOf(runId) !== at),
    notices: [...notices.values()],
  };
}

const Metadata = z.object({ event_payload: z.object({ run_id: z.string() }) });

const runOf = (metadata: unknown): string | undefined =>
  Metadata.safeParse(metadata).data?.event_payload.run_id;

describe.each([
  ['a SQLite file', sqliteState],
  ['PostgreSQL', postgresState],
])('Three bots over %s, killed and cut off while they send', (engine, createState) => {
  it.each([
    ['may read', [...DEFAULT_SCOPES, 'channels:history']],
    ['may not read', DEFAULT_SCOPES],
  ])('post every digest once where they %s the channel’s history', async (may, scopes) => {
    const state = await createState();
    const { kills, due, missed, doubled, notices } = await sail(state, scopes).finally(state.wipe);
    const unreported = missed.filter(
      (runId) => !notices.some((blocks) => blocks.includes(`"${runId}"`)),
    );
    console.log(
      `${engine}, ${may} the history, seed ${SEED}: ${kills.random} kills at random and ${kills.exact} between accept and record; ` +
        `of ${due} digests ${missed.length} not posted (${unreported.length} of them unreported), ${doubled.length} posted twice; ${notices.length} notices`,
    );
    expect(doubled).toEqual([]);
    expect(unreported).toEqual([]);
    if (may === 'may read') expect(missed).toEqual([]);
    expect(Math.min(kills.random, kills.exact)).toBe(KILLS);
  });
});
