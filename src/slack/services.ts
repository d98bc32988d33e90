import type { Logger } from 'pino';
import type { AnswerContext, AnswerMessage } from '../answer/index.js';
import type { Observer, Request } from '../observability/index.js';
import type { Store } from '../store/store.js';
import type { GrantedScopes } from './api/granted-scopes.js';
import type { Outgoing } from './api/outgoing.js';
import type { InTurn, Sleep } from './api/pacing.js';
import type { ClientOf } from './api/web-client.js';
import type { ComposeMessage } from './compose-digest.js';
import type { Features } from './features.js';
import type { ReportFetching } from './fetch-reports.js';
import type { Take } from './inbox/inbox.js';
import type { FirstView } from './kept-views.js';
import type { Pictures } from './pictures.js';
import type { RateLimits } from './rate-limits.js';

/** What every listener works with. `now` is in milliseconds since 1970. */
export type Services = {
  /** @throws while the record is not loaded. */
  answers: () => AnswerContext;
  /** Answers a message in its conversation. */
  answerMessage: AnswerMessage;
  firstView: FirstView;
  /** What is taken in with `take` need not ask: it waits, or whoever asked is told. */
  isLoaded: () => boolean;
  /** Stays open where the record cannot be read. */
  whenLoaded: Promise<void>;
  store: Store;
  /** Each line for a request of Slack's carries its id. */
  logger: Logger;
  /** The request at hand; null where these are the services of none. */
  request: Request | null;
  outgoing: Outgoing;
  inTurn: InTurn;
  compose: ComposeMessage;
  /** Takes requests in, each once. */
  take: Take;
  /** Calls Slack for a workspace, each time once. */
  clientOf: ClientOf;
  grantedScopes: GrantedScopes;
  /** A sentence on whether new reports are looked for. */
  newReports: string;
  /** Fetches reports on request; null where nobody can have it done. */
  fetching: ReportFetching | null;
  features: Features;
  /** Names a person's rating of an answer; who lacks the secret learns neither from it. */
  feedbackId: (ratingOf: string) => string;
  observer: Observer;
  rateLimits: RateLimits;
  pictures: Pictures;
  sleep: Sleep;
  now: () => number;
};

/** The services of one request. */
export function servicesFor(services: Services, request: Request): Services {
  const logger = services.logger.child({ request: request.id });
  const take: Take = (incoming, ack, work, options) =>
    services.take(incoming, ack, work, { ...options, logger });
  return { ...services, request, logger, take };
}
