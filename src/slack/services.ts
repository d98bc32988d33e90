import type { Logger } from 'pino';
import type { AnswerContext, AnswerMessage } from '../answer/index.js';
import type { Observer } from '../observability/index.js';
import type { Store } from '../store/store.js';
import type { Outgoing } from './api/outgoing.js';
import type { InTurn, Sleep } from './api/pacing.js';
import type { ClientOf } from './api/web-client.js';
import type { ComposeMessage } from './compose-digest.js';
import type { ReportFetching } from './fetch-reports.js';
import type { Take } from './inbox/inbox.js';
import type { RateLimits } from './rate-limits.js';
import type { FirstView } from './views/kept-views.js';

/** What every listener works with. `now` is in milliseconds since 1970. */
export type Services = {
  /** @throws while the record is not loaded. */
  answers: () => AnswerContext;
  /** Answers a message in its conversation. */
  answerMessage: AnswerMessage;
  firstView: FirstView;
  /** What is taken in with `take` need not ask: it waits, or whoever asked is told. */
  isLoaded: () => boolean;
  store: Store;
  logger: Logger;
  outgoing: Outgoing;
  inTurn: InTurn;
  compose: ComposeMessage;
  /** Takes requests in, each once. */
  take: Take;
  /** Calls Slack for a workspace, each time once. */
  clientOf: ClientOf;
  /** A sentence on whether new reports are looked for, and how to have it done. */
  newReports: string;
  /** Fetches reports on request; null where nobody can have it done. */
  fetching: ReportFetching | null;
  observer: Observer;
  rateLimits: RateLimits;
  sleep: Sleep;
  now: () => number;
};
