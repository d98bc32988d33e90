import type { Logger } from 'pino';
import { describeError } from '../slack/failure.js';
import type { Store } from '../store/store.js';

const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = 3_600_000;

/** Deletes error reports and feedback that are older than so many days, now and every hour. */
export async function startForgettingReports(
  { errorReports, feedback }: Pick<Store, 'errorReports' | 'feedback'>,
  days: number,
  { logger, now }: { logger: Logger; now: () => number },
): Promise<{ stop: () => void }> {
  const forget = async (): Promise<void> => {
    const oldest = new Date(now() - days * DAY_MS).toISOString();
    try {
      const deleted = await errorReports.delete(({ reportedAt }) => reportedAt < oldest);
      if (deleted > 0) logger.info({ deleted }, 'old error reports were deleted');
      const ratings = await feedback.deleteBefore(oldest.slice(0, 'yyyy-mm-dd'.length));
      if (ratings > 0) logger.info({ deleted: ratings }, 'old feedback was deleted');
    } catch (error) {
      logger.warn(
        { error: describeError(error) },
        'old error reports or feedback could not be deleted',
      );
    }
  };
  await forget();
  const timer = setInterval(() => void forget(), LOOK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
