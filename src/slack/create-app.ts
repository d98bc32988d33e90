import { setTimeout as sleepFor } from 'node:timers/promises';
import type { App, Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { type AnswerContext, createKeptAnswers } from '../answer/index.js';
import { alertNews, type DigestPorts } from '../digest/index.js';
import { type Observer, silentObserver } from '../observability/index.js';
import { createPngOf } from '../picture/index.js';
import { createNaming, createSealing } from '../store/sealing.js';
import type { Store } from '../store/store.js';
import type { OpenAccess } from './access.js';
import { boltLogger } from './api/bolt-logger.js';
import { createCheckChannel } from './api/check-channel.js';
import { createFindPosted } from './api/find-posted.js';
import { createGrantedScopes } from './api/granted-scopes.js';
import { createNotifyOwner, createTellSiteUnread } from './api/notify-owner.js';
import { createOutgoing, type Proxies } from './api/outgoing.js';
import { createPacing, type Sleep } from './api/pacing.js';
import { createPost } from './api/post-digest.js';
import { clientOptions } from './api/web-client.js';
import { withinTime } from './api/within-time.js';
import { composeEither, createCompose } from './compose-digest.js';
import type { Features } from './features.js';
import { createTaking } from './inbox/inbox.js';
import { startTakingUp } from './inbox/take-up.js';
import { createKeptViews } from './kept-views.js';
import { createListeners } from './listener-table.js';
import { LISTENERS } from './listeners/index.js';
import type { Loading } from './loading.js';
import { ObservedApp } from './observed-app.js';
import { createPictures } from './pictures.js';
import { createRateLimits, type Limits } from './rate-limits.js';
import type { Services } from './services.js';
import { createUnderWay } from './under-way.js';
import { createOnUnread } from './unread.js';

export type SlackAppOptions = {
  receiver: Receiver;
  /** By which tokens Slack is called. */
  access: OpenAccess;
  /** Slack's Web API, or another that speaks like it. */
  apiUrl: string;
  /** Through which Slack is reached, where there are any. */
  proxies: Proxies | undefined;
  /** What answers are made from; read anew for each question. */
  answers: () => AnswerContext;
  /** Whether there is anything to answer from yet, and when there is. */
  loading: Loading;
  store: Store;
  logger: Logger;
  newReports: Services['newReports'];
  fetching: Services['fetching'];
  /** What requests under way are sealed with in the store: with the first. */
  secrets: readonly string[];
  /** How long a process may give no sign of life before another goes on with its requests. */
  replyLeaseSeconds: number;
  /** How often requests are looked for that no process has any more; 1,000 ms. */
  lookEveryMs?: number;
  /** Is told what happens; nobody where metrics are off. */
  observer?: Observer | undefined;
  features: Features;
  /** Questions a minute that are answered. */
  limits: Limits;
  now?: () => number;
  sleep?: Sleep;
};

/** What the bot does in a workspace, and what it needs for that. */
export type SlackApp = {
  app: App;
  /**
   * Waits so many milliseconds at most for what is under way (`app.stop()` does not), and leaves
   * the rest in the store for the next process.
   */
  drained: (patienceMs: number) => Promise<void>;
  digestPorts: DigestPorts;
  tellSiteUnread: (team: string, owner: string, since: string) => Promise<void>;
};

const LONGEST_CALL_MS = 10_000;

/**
 * Makes the Bolt app with every listener, what goes on with requests that other processes left, and
 * Slack's side of sending digests, whose posts take turns with the replies in a channel.
 * @throws InspectionError where Slack refuses the token or is out of reach.
 */
export async function createSlackApp({
  receiver,
  access,
  apiUrl,
  proxies,
  answers,
  loading,
  store,
  logger,
  newReports,
  fetching,
  secrets,
  replyLeaseSeconds: leaseSeconds,
  lookEveryMs = 1_000,
  observer,
  features,
  limits,
  now = Date.now,
  sleep = (milliseconds) => sleepFor(milliseconds),
}: SlackAppOptions): Promise<SlackApp> {
  const outgoing = createOutgoing(apiUrl, proxies, observer);
  // A call has ended for sure before another process may go on with what it was to answer.
  const timeout = Math.min(LONGEST_CALL_MS, (leaseSeconds * 1_000) / 4);
  const options = { ...clientOptions(apiUrl, outgoing), timeout };
  const { bolt, clientOf } = await access({ ...options, logger: boltLogger(logger) });
  const app = new ObservedApp(
    {
      ...{ receiver, ...bolt, clientOptions: options, extendedErrorHandler: true },
      logger: boltLogger(logger),
      convoStore: false,
    },
    observer ?? silentObserver,
  );
  const underWay = createUnderWay();
  app.use(({ next }) => underWay.run(next));
  const onUnread = createOnUnread(outgoing, logger);
  app.onUnreadable = (error) => onUnread({ error, body: null });
  app.error(onUnread);
  const inTurn = createPacing(sleep, observer);
  const compose = createCompose(answers);
  const sealing = createSealing(secrets, 'inbox');
  const { inbox } = store;
  const taking = createTaking({
    ...{ inbox, sealing, leaseSeconds, clientOf, inTurn, outgoing, sleep, logger, loading },
    allAcknowledged: (longestMs) => app.allAcknowledged(longestMs),
  });
  const services: Services = {
    answers,
    answerMessage: createKeptAnswers(),
    firstView: createKeptViews(answers, features.feedback),
    isLoaded: loading.isDone,
    whenLoaded: loading.done,
    store,
    logger,
    request: null,
    outgoing,
    inTurn,
    compose,
    take: taking.take,
    clientOf,
    grantedScopes: createGrantedScopes(clientOf, now),
    newReports,
    fetching,
    observer: observer ?? silentObserver,
    features,
    feedbackId: createNaming(secrets, 'feedback'),
    rateLimits: createRateLimits(limits, now),
    pictures: createPictures({ pngOf: createPngOf(), outgoing, sleep, now }),
    sleep,
    now,
  };
  const listeners = createListeners(app, services);
  for (const register of LISTENERS) register(listeners);
  const takingUp = startTakingUp({
    ...{ inbox, sealing, leaseSeconds, clientOf, services, taking, lookEveryMs },
  });
  return {
    app,
    drained: async (patienceMs) => {
      const end = performance.now() + patienceMs;
      await Promise.all([withinTime(patienceMs, underWay.drained()), takingUp.stop(patienceMs)]);
      await withinTime(Math.max(0, end - performance.now()), services.pictures.drained());
    },
    digestPorts: {
      compose: composeEither(answers, compose),
      alerts: {
        record: () => answers().record,
        hasNews: (alert) => alertNews([alert], answers()).news !== null,
      },
      post: createPost(clientOf, logger),
      checkChannel: createCheckChannel(clientOf, logger),
      findPosted: createFindPosted(clientOf, logger),
      notifyOwner: createNotifyOwner(clientOf, logger),
      inTurn,
    },
    tellSiteUnread: createTellSiteUnread(clientOf, logger),
  };
}
