// A bot as `npm start` runs it, from dist/; with SITE it looks there for new reports, and at once,
// as Ofsted's own site would be looked at once a day.
import { parseConfig } from '../../dist/config.js';
import { siteAt } from '../../dist/corpus/sync/site.js';
import { createLogger } from '../../dist/logger.js';
import { start } from '../../dist/wiring/start.js';

const { SITE } = process.env;
await start(parseConfig(process.env), {
  logger: createLogger('info'),
  print: (line) => console.log(line),
  ...(SITE && { syncing: { site: siteAt(SITE), interval: 5, at: '00:00', lookEveryMs: 100 } }),
});
