// A bot as `npm start` runs it, from dist/, by a clock that stands in a file, if any: milliseconds
// to add to the machine's own.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseConfig } from '../../dist/config.js';
import { createLogger } from '../../dist/logger.js';
import { start } from '../../dist/wiring/start.js';

const clock = process.env.CLOCK_FILE;
process.on('disconnect', () => process.exit(1));
const bot = await start(parseConfig(process.env), {
  logger: createLogger('warn'),
  print: () => {},
  now: () => Date.now() + (clock ? Number(readFileSync(clock, 'utf8')) : 0),
  lookEveryMs: 200,
  // Notices to one owner, a second apart, would take most of the time.
  sleep: (milliseconds) => sleep(milliseconds / 10),
});
process.send({ url: bot.url });
process.on('SIGTERM', () => bot.stop().then(() => process.exit(0)));
