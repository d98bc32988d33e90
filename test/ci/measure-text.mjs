// Reads the text of every PDF of a folder with the library alone, as it is by default, one file
// after the other in one thread, and prints what that cost. Files that the library refuses cost
// what it takes to refuse them.
import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';
import { filesToImport } from '../../dist/corpus/import/pdf/intake.js';

let pages = 0;
for (const { path } of await filesToImport([process.argv[2]])) {
  const bytes = readFileSync(path);
  if (!bytes.subarray(0, 1024).includes('%PDF-')) continue;
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch(
    () => null,
  );
  if (!document) continue;
  for (let number = 1; number <= document.numPages; number++) {
    await (await document.getPage(number)).getTextContent();
    pages++;
  }
  await document.destroy();
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
