import type { Logger } from 'pino';
import { describeError } from '../slack/failure.js';
import type { Bot } from './start.js';

/**
 * Stops the bot in order on the first SIGTERM or SIGINT, and exits with 0, or with 1 where stopping
 * failed. On the second signal it exits at once.
 */
export function stopOnSignals(
  bot: Pick<Bot, 'stop'>,
  logger: Logger,
  host: { on: (signal: 'SIGTERM' | 'SIGINT', listener: () => void) => unknown },
  exit: (code: number) => void,
): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) return exit(1);
    stopping = true;
    bot.stop().then(
      () => exit(0),
      (error) => {
        logger.error({ error: describeError(error) }, 'the bot did not stop in order');
        exit(1);
      },
    );
  };
  host.on('SIGTERM', onSignal);
  host.on('SIGINT', onSignal);
}
