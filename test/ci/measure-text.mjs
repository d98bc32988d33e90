// Reads the text of every PDF of a folder, one after the other in one thread, and prints what that cost.
import { readFileSync } from 'node:fs';
import { candidates } from '../../dist/corpus/import/intake.js';
import { readTextPages } from '../../dist/corpus/import/text-items.js';

let pages = 0;
for (const { path } of await candidates([process.argv[2]])) {
  const bytes = readFileSync(path);
  if (!bytes.subarray(0, 1024).includes('%PDF-')) continue;
  const text = await readTextPages(new Uint8Array(bytes));
  if ('pages' in text) pages += text.pages.length;
}
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    pages,
    cpu: (userCPUTime + systemCPUTime) / 1000,
    wall: performance.now(),
    memory: maxRSS / 1024,
  }),
);
