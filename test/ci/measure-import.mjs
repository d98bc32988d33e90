// Imports a folder into a record as `ofsted import` does, and prints what that cost.
import { openImporter } from '../../dist/corpus/import/importer.js';

const [folder, record] = process.argv.slice(2);
const importer = await openImporter({ dataDir: record });
await importer.run([folder]);
await importer.close();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    cpu: (userCPUTime + systemCPUTime) / 1000,
    wall: performance.now(),
    memory: maxRSS / 1024,
  }),
);
