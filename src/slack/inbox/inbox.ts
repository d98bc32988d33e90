import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Logger } from 'pino';
import { StoreError } from '../../domain/errors.js';
import type { Inbox, InboxClaim } from '../../store/inbox.js';
import type { Sealing } from '../../store/sealing.js';
import { type CallMarks, deliver, OutcomeUnknown, TakenOver, UNMARKED } from '../api/delivery.js';
import { replyMetadata } from '../api/find-reply.js';
import type { Outgoing } from '../api/outgoing.js';
import type { InTurn, Sleep } from '../api/pacing.js';
import type { ClientOf } from '../api/web-client.js';
import { withinTime } from '../api/within-time.js';
import { describeError, newReference } from '../failure.js';
import type { Loading } from '../loading.js';
import { busyNotice, loadingNotice } from '../views/notices.js';
import { type Asked, keptOf, noticeRoutes } from './asked.js';
import { createEntries, createTurns, type Entry } from './under-way.js';

/** A request of Slack. `id` names it in its workspace, however often it is delivered. */
export type Incoming = { team: string; id: string; asked: Asked };

/** Sends what answers a request; gives whether it succeeded, the asker being told otherwise. */
export type Work = (marks: CallMarks) => Promise<boolean>;

export type TakeOptions = {
  /** It may be asked for once more after it has failed. */
  mayComeAgain?: boolean;
  /** Is done where the request was taken before. */
  ifTaken?: () => Promise<void>;
  /** It opens a form, which Slack lets it do for three seconds. */
  isUrgent?: boolean;
  /** That of the request. */
  logger?: Logger;
};

/**
 * Takes a request in, unless it was taken before by any process: it is written down, then
 * acknowledged, then its work begins. Resolves when it is acknowledged.
 */
export type Take = (
  incoming: Incoming,
  ack: () => Promise<unknown>,
  work: Work,
  options?: TakeOptions,
) => Promise<void>;

export type TakingOptions = {
  inbox: Inbox;
  sealing: Sealing;
  /** How long a process may give no sign of life before another goes on with its requests. */
  leaseSeconds: number;
  clientOf: ClientOf;
  inTurn: InTurn;
  outgoing: Outgoing;
  sleep: Sleep;
  logger: Logger;
  allAcknowledged: (longestMs: number) => Promise<void>;
  loading: Loading;
};

/** A notice needs no record. */
type BeginOptions = TakeOptions & { isNotice?: boolean };

/** Slack waits three seconds for an acknowledgement. */
const PATIENCE_MS = 1_500;
const AGAIN_MS = 500;

/** What this process has of the inbox: see `Take`; `resume` goes on with a claimed request. */
export type Taking = ReturnType<typeof createTaking>;

export const sealedFor = ({ team, id }: Pick<Incoming, 'team' | 'id'>): string => `${team}/${id}`;

const WAITS_BESIDE: ReadonlySet<Asked['surface']> = new Set(['command', 'choice', 'other']);

export function createTaking(options: TakingOptions) {
  const { inbox, sealing, leaseSeconds, loading } = options;
  const entries = createEntries();
  const turn = createTurns(options.allAcknowledged);
  const report = (logger: Logger, error: unknown, what: string) =>
    logger.error({ reference: newReference(), error: describeError(error) }, what);

  /** Writes down what Slack did; where the database fails, again until the lease has run out. */
  async function recorded({ logger }: Entry, write: () => Promise<unknown>): Promise<void> {
    const end = performance.now() + leaseSeconds * 1_000;
    for (;;) {
      try {
        await write();
        return;
      } catch (error) {
        if (!(error instanceof StoreError) || performance.now() > end)
          return report(logger, error, 'what became of a reply was not written down');
        await sleepFor(AGAIN_MS);
      }
    }
  }

  const marksOf = (entry: Entry, claim: InboxClaim): CallMarks => ({
    metadata: replyMetadata(claim.id),
    before: async (route) => {
      const isOurs = await inbox
        .markAttempted(claim, route, leaseSeconds)
        .catch((error: unknown) => {
          // It stays in the inbox, from where it is taken up when the database is back.
          report(entry.logger, error, 'a reply was put off');
          return false;
        });
      if (!isOurs) throw new TakenOver();
      entry.isSending = true;
    },
    notSent: async () => {
      entry.isSending = false;
      await recorded(entry, () => inbox.markNotSent(claim));
    },
  });

  async function settle(entry: Entry, work: Work, mayComeAgain: boolean): Promise<void> {
    const { claim, logger } = entry;
    if (claim === null) {
      // Without the database nothing is marked: better an answer twice than none.
      await work(UNMARKED).catch((error) => report(logger, error, 'a request was not answered'));
      return;
    }
    try {
      const succeeded = await work(marksOf(entry, claim));
      await recorded(entry, () =>
        succeeded || !mayComeAgain ? inbox.end(claim) : inbox.forget(claim),
      );
    } catch (error) {
      if (error instanceof OutcomeUnknown) {
        const { timedOut } = error;
        await recorded(entry, () => inbox.release(claim, leaseSeconds / 2, { timedOut }));
      } else if (!(error instanceof TakenOver)) report(logger, error, 'a request was not answered');
    }
  }

  function begin(
    entry: Entry,
    work: Work,
    { mayComeAgain = false, isUrgent = false, isNotice = false }: BeginOptions,
  ) {
    const run = async () => {
      if (!isNotice) await loading.done;
      if (!isUrgent) await turn();
      await settle(entry, work, mayComeAgain);
    };
    entries.add(entry, run());
  }

  /** `taken`: by any process, before. Null: the database does not say. */
  const claim = async (
    { team, id, asked }: Incoming,
    logger: Logger,
  ): Promise<InboxClaim | 'taken' | null> => {
    try {
      const sealed = sealing.seal(JSON.stringify(keptOf(asked)), sealedFor({ team, id }));
      return (await inbox.add(team, id, sealed, leaseSeconds)) ?? 'taken';
    } catch (error) {
      report(logger, error, 'a request could not be written down');
      return null;
    }
  };

  /** What waits for its turn: what comes through a `response_url` waits for nothing. */
  const placeOf = ({ team, id, asked: { channel, user, responseUrl } }: Incoming): string =>
    `${team}/${responseUrl === undefined ? (channel ?? user) : id}`;

  /** Who waits beside a command or a click; a message is answered when the record is there. */
  const mustTell = ({ surface }: Asked): boolean => !loading.isDone() && WAITS_BESIDE.has(surface);

  /** A notice does not wait for the replies of a channel. */
  const inTurn: InTurn = (place, post) => options.inTurn(`notices/${place}`, post);
  const waysOfNotices = { ...options, inTurn };

  const take: Take = async (incoming, ack, work, { logger = options.logger, ...how } = {}) => {
    const { team, asked } = incoming;
    const claiming = claim(incoming, logger);
    const early = await withinTime(
      PATIENCE_MS,
      claiming.then((value) => ({ value })),
    );
    await ack().catch((error) => report(logger, error, 'Slack took no acknowledgement'));
    const goOn = async () => {
      const claimed = early ? early.value : await claiming;
      if (claimed === 'taken') return how.ifTaken?.();
      const place = placeOf(incoming);
      const hasRoom = entries.hasRoomFor(place);
      const notice = !hasRoom ? busyNotice() : mustTell(asked) ? loadingNotice() : null;
      const entry: Entry = {
        ...{ claim: claimed, place: hasRoom ? place : `busy/${place}`, isSending: false },
        logger,
      };
      if (notice === null) return begin(entry, work, how);
      const routes = noticeRoutes(waysOfNotices, options.clientOf(team), asked);
      const say: Work = async (marks) => {
        if (entries.canTell()) await deliver(notice, routes, logger, marks);
        else logger.warn('more was asked than anybody could be told of');
        return false;
      };
      begin(entry, say, { ...how, isNotice: true });
    };
    if (early) await goOn();
    else entries.add({ claim: null, place: placeOf(incoming), isSending: false, logger }, goOn());
  };

  return {
    take,
    /** Goes on with a request that was claimed. */
    resume: (claimed: InboxClaim, work: Work, logger: Logger): void =>
      begin({ claim: claimed, place: claimed.id, isSending: false, logger }, work, {}),
    room: entries.room,
    /** Tells other processes that this one is at work. */
    giveSignOfLife: () => inbox.extend(entries.claims(), leaseSeconds),
    drained: entries.drained,
    /** Leaves what is under way to other processes, but for what is being sent just now. */
    handOver: async (): Promise<void> => {
      for (const unsent of entries.unsent()) await inbox.release(unsent, 0);
    },
  };
}
