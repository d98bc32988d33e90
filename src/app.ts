import { parseConfig } from './config.js';
import { InspectionError } from './domain/errors.js';
import { createLogger } from './logger.js';
import { describeError, newReference } from './slack/failure.js';
import { start } from './wiring/start.js';
import { stopOnSignals } from './wiring/stop-on-signals.js';

// The bot as `npm start` runs it: configured by the environment, stopped by a signal.
try {
  const config = parseConfig(process.env);
  const logger = createLogger(config.logLevel);
  process.on('unhandledRejection', (error) =>
    logger.error({ reference: newReference(), error: describeError(error) }, 'unhandled'),
  );
  const starting = start(config, { logger, print: (line) => console.log(line) });
  // The port opens before the record is loaded: a signal counts from then on.
  stopOnSignals({ stop: async () => (await starting).stop() }, logger, process, (code) =>
    process.exit(code),
  );
  await starting;
} catch (error) {
  console.error(error instanceof InspectionError ? error.message : error);
  process.exit(1);
}
