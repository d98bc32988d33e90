import type { Logger } from 'pino';
import { describeError } from '../slack/failure.js';
import type { Store } from '../store/store.js';

const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = 3_600_000;

/** Deletes error reports that are older than so many days, now and every hour. */
export async function startForgettingReports(
  { errorReports }: Pick<Store, 'errorReports'>,
  days: number,
  { logger, now }: { logger: Logger; now: () => number },
): Promise<{ stop: () => void }> {
  const forget = async (): Promise<void> => {
    const oldest = new Date(now() - days * DAY_MS).toISOString();
    try {
      const deleted = await errorReports.delete(({ reportedAt }) => reportedAt < oldest);
      if (deleted > 0) logger.info({ deleted }, 'old error reports were deleted');
    } catch (error) {
      logger.warn({ error: describeError(error) }, 'old error reports could not be deleted');
    }
  };
  await forget();
  const timer = setInterval(() => void forget(), LOOK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
