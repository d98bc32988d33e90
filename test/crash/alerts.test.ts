import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SCOPES, startLocalSlack } from 'local-slack';
import type { RecordedDocument } from '../../src/domain/document.js';
import { openDatabase } from '../../src/store/database.js';
import { createStore } from '../../src/store/store.js';
import { LOCAL_WORKSPACE } from '../../src/wiring/local-workspace.js';
import { alert } from '../store/subscriptions.js';
import {
  letter,
  passage,
  sha256,
  source,
  visit,
  writeFiles,
  writeRecord,
} from '../support/record.js';
import { botEnvironment, startCrew } from './crew.js';
import { createRandom } from './random.js';
import { postgresState, type State, sqliteState } from './state.js';

/** Documents that come in, each told by every alert, and kills of each kind meanwhile. */
const ALERTS = Number(process.env.ALERTS ?? 12);
const DOCUMENTS = Number(process.env.ALERT_DOCUMENTS ?? 3);
const KILLS = Number(process.env.ALERT_KILLS ?? 4);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const BOTS = 3;
/** More documents come until every kill was made, within reason. */
const MOST_DOCUMENTS = DOCUMENTS * 5;
const LEASE_SECONDS = 6;
const LONGEST_TO_TELL_MS = 600_000;
const RANDOM_KILL_CHANCE = 0.05;
const EXACT_KILL_CHANCE = 0.2;
const LOOK_MS = 100;

/** Words that no other document has. */
const marked = (number: number): string => `Visit number ${number} saw unregistered homes.`;

/** A letter on a focused visit that no other letter is on. */
function letterOf(number: number): RecordedDocument {
  const month = `${2008 + (number % 15)}-${String(1 + Math.floor(number / 15)).padStart(2, '0')}`;
  const [start, end] = [`${month}-09`, `${month}-10`];
  const id = `80535-focused-visit-${start}`;
  return letter({
    source: source({ id: `letter-${number}`, sha256: sha256(marked(number)) }),
    visits: [visit({ id, windows: [{ start, end }], start, end, period: month })],
    passages: [passage({ visit: id, tone: 'criticism', quote: marked(number) })],
  });
}

/** Lets documents come into the record of a crew that is killed; what its alerts told. */
async function sail(state: State) {
  const random = createRandom(SEED);
  const record = mkdtempSync(join(tmpdir(), 'alerts-'));
  await writeRecord(record, { 'imported/80535/first.json': letter() });
  const scopes = [...DEFAULT_SCOPES, 'channels:history'];
  const slack = await startLocalSlack({ ...LOCAL_WORKSPACE, page: false, scopes });
  const store = createStore(await openDatabase(state.url));
  const { team, you } = slack;
  const channels = Array.from(
    { length: ALERTS },
    (_, at) => slack.addChannel({ name: `channel-${at}` }).id,
  );
  const places = [{ name: 'Oldham', urns: ['80535'] }];
  // Each channel has two, which tell of the same documents in one message.
  for (const channel of channels)
    for (const own of [{ places }, { words: ['unregistered'] }])
      await store.alerts.add(alert({ team: team.id, channel, owner: you.id, ...own }));
  const crew = await startCrew({
    size: BOTS,
    apiUrl: slack.apiUrl,
    random,
    environment: {
      ...botEnvironment(slack, state),
      DATA_DIR: record,
      DIGEST_LEASE_SECONDS: String(LEASE_SECONDS),
    },
  });
  const kills = { random: 0, exact: 0 };
  crew.killAtPosts(
    () => kills.exact < KILLS && random() < EXACT_KILL_CHANCE,
    () => {
      kills.exact += 1;
    },
  );
  /** How often each channel was told of a document. */
  const told = (number: number): number[] =>
    channels.map(
      (channel) =>
        slack.messages(channel).filter(({ text }) => text.includes(marked(number))).length,
    );
  let documents = 0;
  let stop: Promise<void> | null = null;
  const isKilledEnough = () => Math.min(kills.random, kills.exact) >= KILLS;
  try {
    while (documents < DOCUMENTS || (documents < MOST_DOCUMENTS && !isKilledEnough())) {
      documents += 1;
      const name = `imported/80535/letter-${documents}.json`;
      await writeFiles(record, { [name]: letterOf(documents) });
      if (documents === 2) stop = state.stop();
      const end = Date.now() + LONGEST_TO_TELL_MS;
      while (told(documents).includes(0)) {
        if (Date.now() > end)
          throw new Error(`Not all are told of document ${documents}. ${crew.said()}`);
        if (kills.random < KILLS && random() < RANDOM_KILL_CHANCE && crew.killOne())
          kills.random += 1;
        await sleep(LOOK_MS);
      }
    }
    await stop;
    // What was left between a post and its record is looked for once its lease has run out.
    await sleep(2 * LEASE_SECONDS * 1_000);
    const times = Array.from({ length: documents }, (_, at) => told(at + 1)).flat();
    return {
      ...{ kills, due: times.length },
      missed: times.filter((count) => count === 0).length,
      doubled: times.filter((count) => count > 1).length,
    };
  } finally {
    await crew.stop();
    await store.close();
    await slack.close();
    rmSync(record, { recursive: true });
  }
}

describe.each([
  ['a SQLite file', sqliteState],
  ['PostgreSQL', postgresState],
])('Three bots over %s, killed and cut off while documents come in', (engine, createState) => {
  it('tell every alert of each document once', async () => {
    const state = await createState();
    const { kills, due, missed, doubled } = await sail(state).finally(state.wipe);
    console.log(
      `${engine}, seed ${SEED}: ${kills.random} kills at random and ${kills.exact} between accept and record; ` +
        `of ${due} tellings of alerts ${missed} missed, ${doubled} twice`,
    );
    expect({ missed, doubled }).toEqual({ missed: 0, doubled: 0 });
    expect(Math.min(kills.random, kills.exact)).toBe(KILLS);
  });
});
