import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * Anything that looks like one of Slack's tokens or like a `response_url`, which is a secret too.
 */
const SECRET = /\bx(?:ox[a-z]|app)-[\w-]+|https?:\/\/[^\s"\\]*\/(?:commands|actions)\/[^\s"\\]+/g;

/**
 * The bot's log: JSON lines on standard error, or to `destination`. Whatever looks like a token or
 * a `response_url` is struck out of every line.
 */
export function createLogger(
  level: string,
  destination: DestinationStream = process.stderr,
): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    { write: (line: string) => destination.write(line.replace(SECRET, '[secret]')) },
  );
}
