import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SCOPES, startLocalSlack } from 'local-slack';
import { openDatabase } from '../../src/store/database.js';
import { createStore } from '../../src/store/store.js';
import { LOCAL_WORKSPACE } from '../../src/wiring/local-workspace.js';
import { outcomeOf, type Put, put } from './asking.js';
import { type Balancer, startBalancer } from './balancer.js';
import { startCrew } from './crew.js';
import { createRandom } from './random.js';
import { postgresState, type State, sqliteState } from './state.js';

/** Questions, a tenth of them delivered to two bots at once, and kills of the bots meanwhile. */
const QUESTIONS = Number(process.env.QUESTIONS ?? 1_000);
const KILLS = Number(process.env.REPLY_KILLS ?? 30);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const LEASE_SECONDS = 4;
const CHANNELS = 20;
const AT_ONCE = 8;
const LONGEST_TO_SETTLE_MS = 600_000;
const EXACT_KILL_CHANCE = 0.2;

type Setting = { size: number; isSocket: boolean; scopes: readonly string[] };

/** Puts questions to a crew that is killed; what came of it. */
async function ask(state: State, { size, isSocket, scopes }: Setting) {
  const random = createRandom(SEED);
  const slack = await startLocalSlack({
    ...LOCAL_WORKSPACE,
    page: false,
    scopes,
    history: 20 * QUESTIONS,
    // While one is killed and another comes up, Slack goes on trying.
    retryDelaysMs: [200, 1_000, 3_000, 10_000, 30_000],
  });
  const channels = Array.from(
    { length: CHANNELS },
    (_, at) => slack.addChannel({ name: `channel-${at}` }).id,
  );
  const store = createStore(await openDatabase(state.url));
  const crew = await startCrew({
    size,
    apiUrl: slack.apiUrl,
    random,
    environment: {
      SLACK_BOT_TOKEN: slack.botToken,
      ...(isSocket
        ? { SLACK_APP_TOKEN: slack.appToken }
        : { SLACK_SIGNING_SECRET: slack.signingSecret }),
      DATABASE_URL: state.url,
      REPLY_LEASE_SECONDS: String(LEASE_SECONDS),
      ...{ PERSON_LIMIT: '0', WORKSPACE_LIMIT: '0' },
    },
  });
  const kills = { random: 0, exact: 0, stops: 0 };
  const isEnough = () => kills.random + kills.exact >= KILLS;
  crew.killAtPosts(
    () => kills.exact < KILLS / 2 && random() < EXACT_KILL_CHANCE,
    () => {
      kills.exact += 1;
    },
  );
  const asked: Put[] = [];
  let balancer: Balancer | null = null;
  try {
    while (crew.readyCount() < size) await sleep(100);
    if (!isSocket) {
      balancer = await startBalancer(crew.urls, { random, doubledShare: 0.1 });
      slack.deliverTo(balancer.url);
    }
    let isAsking = true;
    let next = 0;
    const asking = Array.from({ length: AT_ONCE }, async () => {
      while (next < QUESTIONS) {
        const at = next++;
        // Nobody asks a bot that is not there; each has some questions to be killed at.
        while (crew.readyCount() === 0) await sleep(50);
        asked.push(await put(slack, at, channels));
        if (isSocket && at % 10 === 0) await slack.redeliver().catch(() => undefined);
        await sleep(random() * 200);
      }
    });
    const killing = (async () => {
      while (isAsking) {
        await sleep(500 + random() * 2_000);
        if (isEnough()) continue;
        if (random() < 0.2) kills.stops += crew.stopOne() ? 1 : 0;
        else if (kills.random < KILLS / 2 && crew.killOne()) kills.random += 1;
      }
    })();
    await Promise.all(asking);
    isAsking = false;
    await killing;
    const settledBy = Date.now() + LONGEST_TO_SETTLE_MS;
    while ((await store.inbox.underWay().catch(() => ({ requests: 1 }))).requests > 0) {
      if (Date.now() > settledBy) throw new Error(`questions stay under way. ${crew.said()}`);
      await sleep(200);
    }
    await slack.idle();
  } finally {
    await balancer?.close();
    await crew.stop();
    await store.close();
    await slack.close();
  }
  return { kills, sentTwice: balancer?.doubled() ?? 0, ...outcomeOf(slack, asked), asked };
}

const MAY_READ = [...DEFAULT_SCOPES, 'channels:history'];

describe.each([
  ['Three bots behind a balancer, over PostgreSQL', postgresState, { size: 3, isSocket: false }],
  ['A bot over Socket Mode and a SQLite file', sqliteState, { size: 1, isSocket: true }],
])('%s, killed while they answer', (name, createState, how) => {
  it.each([
    ['may read', MAY_READ],
    ['may not read', DEFAULT_SCOPES],
  ])(
    'answer each question once, or tell who asked, where they %s channels',
    async (may, scopes) => {
      const state = await createState();
      const came = await ask(state, { ...how, scopes }).finally(state.wipe);
      const { kills, sentTwice, asked, answered, told, doubled, lost } = came;
      console.log(
        `${name}, ${may}, seed ${SEED}: ${kills.random} kills at random, ${kills.exact} between post and record, ${kills.stops} stops, ${sentTwice} events sent to two; ` +
          `of ${asked.length} questions ${answered} answered, ${told} told, ${doubled.length} answered twice, ${lost.length} lost`,
      );
      expect(doubled).toEqual([]);
      expect(lost).toEqual([]);
      expect(answered + told).toBe(QUESTIONS);
      expect(answered).toBeGreaterThan(QUESTIONS / 2);
      expect(kills.random + kills.exact).toBeGreaterThan(0);
    },
  );
});
