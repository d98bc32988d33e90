import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from './observer.js';

/**
 * What is read at the moment when metrics are asked for. Moments are in milliseconds since 1970.
 */
export type Readings = {
  record: () => {
    councils: number;
    documents: number;
    passages: number;
    gradesUntil: number | null;
  } | null;
  /** When the record that answers are made from was loaded; null before. */
  recordLoaded: () => number | null;
  /** The requests that have not ended, and for how many seconds the oldest; null where none. */
  inbox: () => Promise<{ requests: number; oldest: number | null }>;
  openDigests: () => Promise<number>;
  siteRead: () => Promise<number | null>;
};

export type Metrics = {
  observer: Observer;
  contentType: string;
  /** All metrics in the text format of Prometheus. */
  text: () => Promise<string>;
};

/** Slack waits three seconds for an acknowledgement. */
const ACKNOWLEDGEMENT_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const REPLY_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120];
const EVENT_LOOP_PRECISION_MS = 10;

/**
 * Counts and times what an observer is told, and those of the process itself (memory, processor,
 * event-loop delay). `docs/metrics.md` says what each means.
 */
export function createMetrics(readings: Readings): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({
    register: registry,
    eventLoopMonitoringPrecision: EVENT_LOOP_PRECISION_MS,
  });
  const registers = [registry];
  const counter = <T extends string>(name: string, help: string, labelNames: T[]) =>
    new Counter({ name: `ofsted_${name}`, help, labelNames, registers });
  const histogram = <T extends string>(
    name: string,
    help: string,
    labelNames: T[],
    buckets: number[],
  ) => new Histogram({ name: `ofsted_${name}`, help, labelNames, buckets, registers });
  const gauge = (name: string, help: string, read?: () => Promise<number | null> | number | null) =>
    new Gauge({
      name: `ofsted_${name}`,
      help,
      registers,
      ...(read && {
        async collect() {
          // A database that is in trouble must not hide the other metrics.
          const value = await Promise.resolve(read()).catch(() => null);
          this.set(value ?? Number.NaN);
        },
      }),
    });

  const questions = counter('questions_total', 'Questions answered.', [
    'surface',
    'intent',
    'outcome',
  ]);
  const failures = counter('failures_total', 'What somebody asked for and failed.', ['surface']);
  const limited = counter('rate_limited_total', 'Questions over a rate limit.', ['limit']);
  const acknowledgements = histogram(
    'acknowledgement_seconds',
    'From a request of Slack to its acknowledgement.',
    ['kind'],
    ACKNOWLEDGEMENT_SECONDS,
  );
  const replies = histogram(
    'reply_seconds',
    'From a request of Slack until Slack has the reply.',
    ['surface'],
    REPLY_SECONDS,
  );
  const slackErrors = counter('slack_errors_total', 'Calls that Slack refused or did not answer.', [
    'method',
    'error',
  ]);
  const waiting = gauge('posts_waiting', 'Posts that wait for their turn in a channel.');
  const underWay = gauge('requests_under_way', 'Requests of Slack that are being worked on.');
  const digests = counter('digests_total', 'Digests that were due, by their end.', ['outcome']);
  const syncs = counter('sync_runs_total', 'Looks at Ofsted’s site.', ['trigger', 'outcome']);
  const fetched = counter('sync_documents_total', 'Documents fetched from Ofsted’s site.', []);
  gauge('digests_open', 'Digests that are due and not yet ended.', readings.openDigests);
  // Both are told of one look at the database, however many ask.
  let look: ReturnType<Readings['inbox']> | null = null;
  const inbox = () => {
    look ??= readings.inbox().finally(() => {
      look = null;
    });
    return look;
  };
  gauge(
    'inbox_requests',
    'Requests of Slack that were taken in and have not ended.',
    async () => (await inbox()).requests,
  );
  gauge(
    'inbox_oldest_seconds',
    'How long ago the oldest of them came.',
    async () => (await inbox()).oldest ?? 0,
  );
  const size = (of: 'councils' | 'documents' | 'passages') => () => readings.record()?.[of] ?? null;
  gauge('record_councils', 'Councils in the record.', size('councils'));
  gauge('record_documents', 'Documents in the record.', size('documents'));
  gauge('record_passages', 'Passages in the record.', size('passages'));
  const seconds = (moment: number | null) => (moment === null ? null : moment / 1_000);
  gauge('record_loaded_timestamp_seconds', 'When the record was last loaded.', () =>
    seconds(readings.recordLoaded()),
  );
  gauge('record_grades_until_timestamp_seconds', 'The day up to which all grades are held.', () =>
    seconds(readings.record()?.gradesUntil ?? null),
  );
  gauge('site_read_timestamp_seconds', 'When Ofsted’s site was last read.', async () =>
    seconds(await readings.siteRead()),
  );

  const counting = (level: Gauge) => () => {
    level.inc();
    return () => level.dec();
  };
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observer: {
      answered: (what) => questions.inc(what),
      failed: (surface) => failures.inc({ surface }),
      limited: (limit) => limited.inc({ limit }),
      acknowledged: (kind, time) => acknowledgements.observe({ kind }, time),
      replied: (surface, time) => replies.observe({ surface }, time),
      slackFailed: (method, error) => slackErrors.inc({ method, error }),
      waiting: counting(waiting),
      underWay: counting(underWay),
      digestEnded: (outcome) => digests.inc({ outcome }),
      synced: (trigger, outcome, documents) => {
        syncs.inc({ trigger, outcome });
        fetched.inc(documents);
      },
    },
  };
}
