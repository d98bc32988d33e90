import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Answer, GradeGrid } from '../answer/index.js';
import { gradeGridExcerpt, type PngOf } from '../picture/index.js';
import { type Route, UNMARKED } from './api/delivery.js';
import { errorWord, isAboutBlocks, lacksScope } from './api/errors.js';
import type { Outgoing } from './api/outgoing.js';
import type { Sleep } from './api/pacing.js';
import { isOutcomeUnknown } from './api/post-outcome.js';
import { uploadFile } from './api/upload-file.js';
import { describeError } from './failure.js';
import { gradeGridView } from './views/grade-grid.js';

/** Sends the picture of an answer that was sent, by its routes, where there is one. */
export type Pictures = {
  follow: (
    answer: Answer,
    how: { team: string; client: WebClient; routes: Route[]; logger: Logger },
  ) => void;
  /** Resolves when none is under way. */
  drained: () => Promise<void>;
};

export type PictureOptions = {
  pngOf: PngOf;
  outgoing: Outgoing;
  sleep: Sleep;
  now: () => number;
};

/** A picture is drawn after those before it; of more than these the answer's table is enough. */
const MOST_WAITING = 20;
/** How long a workspace that did not grant the scope is not asked again. */
const REFUSED_FOR_MS = 600_000;
/** An uploaded image can be used in blocks after a moment, until which Slack refuses them. */
const TRIES = 4;
const AGAIN_MS = 1_500;

/**
 * Pictures go after their answers and never hold one up: whatever fails on the way is logged, and
 * the table of the answer stands alone.
 */
export function createPictures(options: PictureOptions): Pictures {
  const { pngOf, outgoing, now } = options;
  const refusedUntil = new Map<string, number>();
  // By the grids of answers that are kept: the files that a workspace has of them.
  const uploaded = new WeakMap<GradeGrid, Map<string, string>>();
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  const upload = async (grid: GradeGrid, client: WebClient): Promise<string> => {
    const bytes = await pngOf(gradeGridExcerpt(grid));
    const file = { name: 'visits-and-grades.png', title: grid.title, bytes };
    return uploadFile(client, outgoing, file);
  };

  const send: (...of: Parameters<Pictures['follow']>) => Promise<void> = async (answer, how) => {
    const { grid } = answer;
    const { team, client, routes, logger } = how;
    if (!grid || (refusedUntil.get(team) ?? 0) > now()) return;
    try {
      const id = uploaded.get(grid)?.get(team) ?? (await upload(grid, client));
      uploaded.set(grid, new Map(uploaded.get(grid)).set(team, id));
      await post(gradeGridView(grid, id), routes, options);
    } catch (error) {
      // A file that somebody deleted is uploaded anew the next time.
      uploaded.get(grid)?.delete(team);
      const isRefused = lacksScope(error);
      if (isRefused) refusedUntil.set(team, now() + REFUSED_FOR_MS);
      const said = { error: describeError(error) };
      logger[isRefused ? 'debug' : 'warn'](said, 'an answer went out without its picture');
    }
  };

  return {
    drained: () => last,
    follow: (answer, how) => {
      if (!answer.grid || waiting >= MOST_WAITING) return;
      waiting += 1;
      last = last
        .then(() => send(answer, how))
        .finally(() => {
          waiting -= 1;
        });
    },
  };
}

/** Posts by the first route that is open; without its image the message would say nothing. */
async function post(
  message: ReturnType<typeof gradeGridView>,
  routes: Route[],
  { sleep }: Pick<PictureOptions, 'sleep'>,
): Promise<void> {
  let tries = 0;
  for (let at = 0; at < routes.length; ) {
    try {
      await routes[at]?.send(message, UNMARKED);
      return;
    } catch (error) {
      tries += 1;
      const isLast = at === routes.length - 1;
      if (isAboutBlocks(errorWord(error)) && tries < TRIES) await sleep(AGAIN_MS);
      else if (isLast || isAboutBlocks(errorWord(error)) || isOutcomeUnknown(error, true))
        throw error;
      else at += 1;
    }
  }
}
