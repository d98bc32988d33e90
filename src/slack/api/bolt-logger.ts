import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Bolt's and its clients' logging, into the bot's own log. Their debug lines hold whole requests,
 * questions and all, and are dropped; so is what follows "Malformed request body", which quotes it.
 */
export function boltLogger(logger: Logger): BoltLogger {
  const text = (parts: unknown[]) =>
    parts
      .map((part) => (part instanceof Error ? part.name : String(part)))
      .join(' ')
      .replace(/(Malformed request body).*/s, '$1');
  return {
    debug: () => {},
    info: (...parts) => logger.debug(text(parts)),
    warn: (...parts) => logger.warn(text(parts)),
    error: (...parts) => logger.error(text(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
