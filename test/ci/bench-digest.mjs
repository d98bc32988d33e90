// What planning costs when 10,000 subscriptions fall due at 08:30: `node test/ci/bench-digest.mjs
// [--check]`, after a build. In a SQLite file, by a planner that has just started; then a look when
// nothing is new, and the claim of a first batch. With --check it fails where the planning takes
// longer or more memory than it may.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlanner } from '../../dist/digest/schedule/planner.js';
import { openDatabase } from '../../dist/store/database.js';
import { createStore } from '../../dist/store/store.js';

const SUBSCRIPTIONS = 10_000;
const CHUNK = 500;
const BATCH = 20;
const LIMITS = { ms: 2_000, mb: 200 };
const ZONES = ['Europe/London', 'Europe/Dublin', 'Etc/UTC', 'Africa/Abidjan', 'Atlantic/Reykjavik'];
const MORNING = '2026-11-20T08:30:00.000Z';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const database = await openDatabase(`file:${join(folder, 'state.sqlite')}`);
const { digestRuns } = createStore(database);
const timed = async (work) => {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
};
const settings = {
  owner: 'U1',
  ownerName: 'owner',
  authorities: ['80569'],
  themes: [],
  onlyNew: false,
};
const state = { told: {}, themesUsed: {} };
const insert = (at) => ({
  sql: `INSERT INTO subscriptions (id, team, channel, status, created_at, active_from, post_at, zone, weekdays, settings, state)
        VALUES (?, 'T1', ?, 'active', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z', '08:30', ?,
          'mon,tue,wed,thu,fri', ?, ?)`,
  values: [
    randomUUID(),
    `C${at}`,
    ZONES[at % ZONES.length],
    JSON.stringify(settings),
    JSON.stringify(state),
  ],
});
try {
  for (let from = 0; from < SUBSCRIPTIONS; from += CHUNK)
    await database.transaction(Array.from({ length: CHUNK }, (_, at) => insert(from + at)));
  const plan = createPlanner(digestRuns, () => Date.parse(MORNING), console.error);
  const planned = await timed(plan);
  const again = await timed(plan);
  const claimed = await timed(() => digestRuns.claim(BATCH, 180));
  const [{ due }] = await database.run('SELECT count(*) AS due FROM digest_runs');
  const mb = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${due.toLocaleString('en-GB')} digests planned in ${planned.ms.toFixed(0)} ms (may take ${LIMITS.ms}), ` +
      `${mb.toFixed(0)} MB resident at most (may take ${LIMITS.mb}); a look when nothing is new ${again.ms.toFixed(1)} ms; ` +
      `${claimed.result.length} claimed in ${claimed.ms.toFixed(0)} ms`,
  );
  if (due !== SUBSCRIPTIONS) throw new Error(`${due} of ${SUBSCRIPTIONS} fell due`);
  if (process.argv.includes('--check') && (planned.ms > LIMITS.ms || mb > LIMITS.mb))
    throw new Error('planning takes more than it may');
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
