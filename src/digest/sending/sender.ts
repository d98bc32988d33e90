import { z } from 'zod';
import { Alert, isAlert } from '../../domain/alert.js';
import type { AlsoTold, ClaimedRun, DigestRunStore } from '../../domain/digest-run.js';
import { StoreError } from '../../domain/errors.js';
import type { Destination, DigestMessage, DigestPorts, PostOutcome } from './ports.js';

export type SenderOptions = {
  runs: DigestRunStore;
  ports: DigestPorts;
  /** In milliseconds since 1970. */
  now: () => number;
  sleep: (milliseconds: number) => Promise<unknown>;
  leaseSeconds: number;
};

/**
 * A call to Slack takes ten seconds at most, and a quarter of the lease: it has ended for sure when
 * the lease runs out.
 */
const LONGEST_CALL_MS = 10_000;
/** Slack gives a message the time of its own clock. */
const CLOCKS_APART_MS = 600_000;
/** After so long without an answer from the channel's history its owner is asked. */
const GIVE_UP_HOURS = 24;
const COMPOSE_AGAIN_S = 600;
const RECORD_AGAIN_MS = 1_000;

const Content = z.object({
  text: z.string(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
});
/**
 * A saved message; with `threadTs` it goes into the thread of another. `told`: what other alerts
 * will have told with it.
 */
const Message = Content.extend({
  inThread: Content.optional(),
  threadTs: z.string().optional(),
  told: Alert.pick({ id: true, activeFrom: true, state: true }).array().optional(),
});

type SavedMessage = DigestMessage & {
  threadTs?: string | undefined;
  told?: AlsoTold[] | undefined;
};

/**
 * Gives a function that takes a claimed digest as far as it goes. Each step is written down before
 * the next is taken, so that any process can go on from where another was killed. A step that this
 * process no longer has the lease for ends its work. Slack has no key that makes a post count once,
 * so a call whose outcome is unknown is never repeated before the channel's history was read.
 * @throws what composing throws, and what the store throws; the claim runs out by itself.
 */
export function createSender(options: SenderOptions): (run: ClaimedRun) => Promise<void> {
  const { runs, ports, now, sleep, leaseSeconds } = options;
  const leaseMs = leaseSeconds * 1_000;
  const callMs = Math.min(LONGEST_CALL_MS, leaseMs / 4);
  const moment = () => new Date(now()).toISOString();

  /**
   * Owners with a notice under way: a second one waits in the database, where its claim does not
   * run out.
   */
  const notifying = new Set<string>();

  async function compose(run: ClaimedRun): Promise<void> {
    const { subscription } = run;
    const { message, state, told } = await orRelease(run, COMPOSE_AGAIN_S, async () => {
      const { localDate } = run;
      const beside = isAlert(subscription)
        ? await runs.alertsOf({ ...subscription, localDate })
        : [];
      return ports.compose(subscription, localDate, { beside });
    });
    const saved = message && { ...message, ...(told && { told }) };
    if (saved === null) await runs.markNothingNew(run, state, moment());
    else if (await runs.saveMessage(run, saved, state)) await post(run, saved);
  }

  const post = (run: ClaimedRun, saved: SavedMessage): Promise<void> =>
    ports.inTurn(run.subscription.channel, async () => {
      const { threadTs, told, ...message } = saved;
      const destination = destinationOf(run, threadTs);
      const closed = await ports.checkChannel(destination, callMs);
      if (closed) return settle(run, closed, saved);
      const start = performance.now();
      if (!(await runs.markAttempted(run, leaseSeconds))) return;
      if (performance.now() - start > callMs) {
        await runs.release(run, 0, 'not posted');
        return;
      }
      await settle(run, await ports.post(message, destination, callMs), saved);
    });

  async function settle(run: ClaimedRun, outcome: PostOutcome, saved: SavedMessage): Promise<void> {
    switch (outcome.kind) {
      case 'posted':
        return record(() => markSent(run, outcome.ts, saved));
      case 'not_now':
        return record(() => runs.release(run, outcome.retryAfter, 'not posted'));
      case 'refused':
        return record(() => runs.markFailed(run, outcome, moment()));
      case 'unknown':
        // Slack may still be at work on it: the lease runs out first, then the history is read.
        return;
    }
  }

  const markSent = (run: ClaimedRun, ts: string, saved: SavedMessage | null) =>
    runs.markSent(run, ts, moment(), {
      ...(saved?.inThread && { inThread: { ...saved.inThread, threadTs: ts } }),
      told: saved?.told ?? [],
    });

  async function reconcile(run: ClaimedRun & { step: 'reconcile' }): Promise<void> {
    const since = new Date(Date.parse(run.attemptedAt) - CLOCKS_APART_MS).toISOString();
    const saved = run.message === null ? null : Message.parse(run.message);
    const found = await ports.findPosted(destinationOf(run, saved?.threadTs), since);
    switch (found.kind) {
      case 'found':
        await markSent(run, found.ts, saved);
        return;
      case 'absent':
        await runs.release(run, 0, 'not posted');
        return;
      case 'not_permitted':
        await runs.markNotPosted(run, found.reason, moment());
        return;
      case 'unknown':
        if (run.hours >= GIVE_UP_HOURS) await runs.markNotPosted(run, null, moment());
        else await runs.release(run, leaseSeconds, 'as it was');
    }
  }

  async function notify(run: ClaimedRun & { step: 'notify' }): Promise<void> {
    const { team, channel, owner } = run.subscription;
    const { notice: kind, reason, localDate, id: runId } = run;
    const about = isAlert(run.subscription) ? 'alert' : 'digest';
    if (notifying.has(owner)) {
      await runs.release(run, 0, 'as it was');
      return;
    }
    notifying.add(owner);
    try {
      await ports.inTurn(owner, async () => {
        if (!(await runs.extendLease(run, leaseSeconds))) return;
        await orRelease(run, leaseSeconds, () =>
          ports.notifyOwner({ kind, about, team, channel, owner, runId, localDate, reason }),
        );
        await record(() => runs.markNotified(run));
      });
    } finally {
      notifying.delete(owner);
    }
  }

  /** Does `work`; where it fails the claim is freed for after so many seconds. */
  async function orRelease<T>(run: ClaimedRun, seconds: number, work: () => Promise<T>) {
    try {
      return await work();
    } catch (error) {
      await runs.release(run, seconds, 'as it was');
      throw error;
    }
  }

  /** Writes down what Slack did; where the database fails, again until the lease has run out. */
  async function record(write: () => Promise<unknown>): Promise<void> {
    const start = performance.now();
    for (;;) {
      try {
        await write();
        return;
      } catch (error) {
        if (!(error instanceof StoreError) || performance.now() - start > leaseMs) throw error;
        await sleep(RECORD_AGAIN_MS);
      }
    }
  }

  return async (run) => {
    switch (run.step) {
      case 'compose':
        return compose(run);
      case 'post':
        return post(run, Message.parse(run.message));
      case 'reconcile':
        return reconcile(run);
      case 'notify':
        return notify(run);
    }
  };
}

const destinationOf = (
  { id, subscription: { team, channel } }: ClaimedRun,
  threadTs: string | undefined,
): Destination => ({ team, channel, ...(threadTs && { threadTs }), runId: id });
