// What documents that come, change and go cost a running bot: `node test/ci/bench-changes.mjs
// REPORTS [--check]`, after a build. The reports are imported and replicated to the size of all
// England. For each change: how long until it is answered from, the longest time that the main
// thread was at work without a pause, and the event loop's longest delay, which on a busy machine
// is longer. With --check it fails where the work takes longer than a target.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { watchedRecord } from '../../dist/wiring/watched-record.js';
import { documentsOfSize } from './bench-record.mjs';

const NATIONAL = 50_000;
const LONGEST_MS = 200;
const [reports, check] = process.argv.slice(2);
if (!reports) throw new Error('give the folder of reports');

/** Milliseconds for which this thread was on a processor; all that passed where none are told. */
function worked() {
  try {
    const own = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8');
    return Number(own.split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

/** Measures the main thread's turns until `isDone`, looking once a turn. */
async function measured(isDone) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const start = performance.now();
  let longest = 0;
  delay.enable();
  for (let before = worked(); !isDone(); before = worked()) {
    await setTimeout(1);
    longest = Math.max(longest, worked() - before);
  }
  delay.disable();
  return { took: performance.now() - start, longest, delay: delay.max / 1e6 };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-changes-'));
try {
  const record = join(folder, 'record');
  mkdirSync(record);
  const script = fileURLToPath(new URL('./measure-import.mjs', import.meta.url));
  execFileSync(process.execPath, [script, reports, record], { stdio: 'ignore' });
  const { documents } = await documentsOfSize(record, NATIONAL);
  const national = join(folder, 'national');
  const pathOf = ({ urn, source }) => join(national, 'imported', urn, `${source.id}.json`);
  const write = (document) => {
    mkdirSync(join(national, 'imported', document.urn), { recursive: true });
    writeFileSync(pathOf(document), JSON.stringify(document, null, 2));
  };
  const anew = (document) => {
    const copy = (id) => `${id}-new`;
    return {
      ...document,
      source: { ...document.source, id: copy(document.source.id) },
      visits: document.visits.map((visit) => ({ ...visit, id: copy(visit.id) })),
      judgements: document.judgements.map((each) => ({ ...each, visit: copy(each.visit) })),
      passages: document.passages.map((each) => ({ ...each, visit: copy(each.visit) })),
    };
  };
  const reworded = ({ passages: [first, ...others], ...document }) => ({
    ...document,
    passages: [{ ...first, quote: `${first.quote} And more.` }, ...others],
  });
  const few = documents.filter(({ passages }) => passages.length > 0).slice(0, 53);
  const fifty = few.slice(0, 50);
  const [one, changed, gone] = few.slice(50);
  documents.forEach(write);
  const logger = { info: () => {}, error: (...told) => console.error(...told) };
  const { loaded, answers, stopWatching } = watchedRecord(national, logger);
  await loaded;
  const failed = [];
  for (const [what, change] of [
    ['one document comes', () => write(anew(one))],
    ['fifty documents come', () => fifty.map(anew).forEach(write)],
    ['one document changes', () => write(reworded(changed))],
    ['one document goes', () => rmSync(pathOf(gone))],
  ]) {
    const before = answers();
    change();
    await setTimeout(50);
    const { took, longest, delay } = await measured(() => answers() !== before);
    const memory = process.memoryUsage().rss / 1024 / 1024;
    console.log(
      `${what.padEnd(22)} answered from after ${(took / 1000).toFixed(1)} s; ` +
        `longest work ${longest.toFixed(0)} ms (may be ${LONGEST_MS}), ` +
        `longest delay ${delay.toFixed(0)} ms; ${memory.toFixed(0)} MB resident`,
    );
    if (longest > LONGEST_MS) failed.push(what);
  }
  stopWatching();
  if (check === '--check' && failed.length > 0)
    throw new Error(`the main thread is held too long: ${failed.join(', ')}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
