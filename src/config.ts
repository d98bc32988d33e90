import { z } from 'zod';
import { InspectionError } from './domain/errors.js';
import type { Proxies } from './slack/api/outgoing.js';
import type { Features } from './slack/features.js';
import { databaseUrl } from './store/database-url.js';
import { connectionOf, type SlackConnection } from './wiring/slack-connection.js';

export type Config = {
  connection: SlackConnection;
  /** Slack's Web API, with a slash at its end. */
  apiUrl: string;
  port: number;
  /** The address of this machine to listen on; the usual one where it is undefined. */
  host: string | undefined;
  /** Through which Slack is reached; undefined where the environment names none. */
  proxies: Proxies | undefined;
  /** True where PORT is set: another port will not do. */
  portIsFixed: boolean;
  /** A `file:` or `postgres:` URL. */
  databaseUrl: string;
  /** How long a process may take over a digest before another goes on with it. */
  digestLeaseSeconds: number;
  /** How long a process may give no sign of life before another answers in its place. */
  replyLeaseSeconds: number;
  /**
   * What is sealed in the state is sealed with the first, and opened with any; Slack's secret where
   * it is undefined.
   */
  stateKeys: string[] | undefined;
  /** The folder of the record; the shipped one where it is undefined. */
  dataDir: string | undefined;
  /** What is fetched from Ofsted's site by itself, and at whose request. */
  sync: {
    /** Councils whose reports are looked for once a day; `followed`: those that have a digest. */
    daily: z.infer<typeof SyncDaily>;
    /** Who may have a council's reports fetched from Slack. */
    by: z.infer<typeof SyncBy>;
    /** Whom the site may turn to: an e-mail address or a web page. */
    contact: string | undefined;
  };
  /** What of the bot is switched on in Slack. */
  features: Features;
  /** How many days error reports and feedback are kept. */
  reportsKeepDays: number;
  /** Questions a minute that are answered, of a person and of a workspace; 0: any number. */
  limits: { person: number; workspace: number };
  /** Whether `/metrics` answers. */
  metrics: boolean;
  logLevel: z.infer<typeof LogLevel>;
};

const LogLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']);

const SyncDaily = z.enum(['off', 'followed', 'all']);
const SyncBy = z.enum(['everyone', 'admins', 'nobody']);
const Switch = z.enum(['on', 'off']);
const Unfurl = z.enum(['off', 'on', 'everywhere']);

/** An empty or blank string counts as unset. */
const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

const ProxyUrl = z.url({ protocol: /^https?$/ }).optional();

const wholeNumber = z.string().regex(/^\d+$/).transform(Number);

/** Keys with commas between them. */
const StateKeys = z
  .string()
  .transform((keys) => keys.split(',').map((key) => key.trim()))
  .pipe(z.array(z.string().min(32)));

const Environment = z.object({
  SLACK_BOT_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_APP_TOKEN: text,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_API_URL: text.pipe(z.url({ protocol: /^https?$/ }).optional()),
  PORT: text.pipe(wholeNumber.pipe(z.number().max(65_535)).optional()),
  HOST: text.pipe(z.union([z.ipv4(), z.ipv6(), z.hostname()]).optional()),
  HTTPS_PROXY: text.pipe(ProxyUrl),
  HTTP_PROXY: text.pipe(ProxyUrl),
  NO_PROXY: text,
  DATABASE_URL: text,
  DIGEST_LEASE_SECONDS: text.pipe(wholeNumber.pipe(z.number().min(1).max(3_600)).optional()),
  REPLY_LEASE_SECONDS: text.pipe(wholeNumber.pipe(z.number().min(1).max(600)).optional()),
  STATE_KEY: text.pipe(StateKeys.optional()),
  DATA_DIR: text,
  SYNC: text.pipe(SyncDaily.optional()),
  SYNC_BY: text.pipe(SyncBy.optional()),
  SYNC_CONTACT: text,
  REPORTS_KEEP_DAYS: text.pipe(wholeNumber.pipe(z.number().min(1).max(3_650)).optional()),
  FEEDBACK: text.pipe(Switch.optional()),
  UNFURL: text.pipe(Unfurl.optional()),
  WORK_OBJECTS: text.pipe(Switch.optional()),
  PERSON_LIMIT: text.pipe(wholeNumber.optional()),
  WORKSPACE_LIMIT: text.pipe(wholeNumber.optional()),
  METRICS: text.pipe(Switch.optional()),
  LOG_LEVEL: text.pipe(LogLevel.optional()),
});

const DEFAULT_LEASE_SECONDS = 180;
const DEFAULT_REPLY_LEASE_SECONDS = 30;
const DEFAULT_KEEP_DAYS = 180;
const DEFAULT_PERSON_LIMIT = 30;
const DEFAULT_WORKSPACE_LIMIT = 600;

const WHAT_IS_WANTED: Partial<Record<keyof z.infer<typeof Environment>, string>> = {
  SLACK_API_URL: 'must be the http(s) address of a Web API, such as https://slack.com/api/.',
  DIGEST_LEASE_SECONDS: 'must be a whole number of seconds from 1 to 3600.',
  REPLY_LEASE_SECONDS: 'must be a whole number of seconds from 1 to 600.',
  STATE_KEY:
    'must have at least 32 characters, such as those of “openssl rand -hex 32”; with commas between them where there are several.',
  HOST: 'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.',
  HTTPS_PROXY: 'must be the http(s) address of a proxy, such as http://proxy.example.org:3128.',
  HTTP_PROXY: 'must be the http(s) address of a proxy, such as http://proxy.example.org:3128.',
  PORT: 'must be a whole number from 0 to 65535.',
  SYNC: `must be one of ${SyncDaily.options.join(', ')}.`,
  SYNC_BY: `must be one of ${SyncBy.options.join(', ')}.`,
  REPORTS_KEEP_DAYS: 'must be a whole number of days from 1 to 3650.',
  FEEDBACK: 'must be on or off.',
  UNFURL: `must be one of ${Unfurl.options.join(', ')}.`,
  WORK_OBJECTS: 'must be on or off.',
  PERSON_LIMIT: 'must be a whole number of questions a minute, or 0 for no limit.',
  WORKSPACE_LIMIT: 'must be a whole number of questions a minute, or 0 for no limit.',
  METRICS: 'must be on or off.',
  LOG_LEVEL: `must be one of ${LogLevel.options.join(', ')}.`,
};

/**
 * The configuration that an environment gives.
 * @throws InspectionError with one sentence that names the variable to set; never with a variable's
 *   value.
 */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(withProxiesInCapitals(environment));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = Environment.keyof().parse(issue?.path[0]);
    throw new InspectionError(`${name} ${WHAT_IS_WANTED[name] ?? 'cannot be read.'}`);
  }
  const { SLACK_API_URL, PORT, DATABASE_URL, DIGEST_LEASE_SECONDS, DATA_DIR, LOG_LEVEL } =
    parsed.data;
  const { SYNC, SYNC_BY, SYNC_CONTACT } = parsed.data;
  const apiUrl = SLACK_API_URL ?? 'https://slack.com/api/';
  const connection = connectionOf(parsed.data, parsed.data.STATE_KEY !== undefined);
  return {
    connection,
    apiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
    port: PORT ?? 3000,
    host: parsed.data.HOST,
    proxies: proxiesOf(parsed.data),
    portIsFixed: PORT !== undefined,
    databaseUrl: databaseUrl(DATABASE_URL),
    digestLeaseSeconds: DIGEST_LEASE_SECONDS ?? DEFAULT_LEASE_SECONDS,
    replyLeaseSeconds: parsed.data.REPLY_LEASE_SECONDS ?? DEFAULT_REPLY_LEASE_SECONDS,
    stateKeys: parsed.data.STATE_KEY,
    dataDir: DATA_DIR,
    sync: { daily: SYNC ?? 'off', by: SYNC_BY ?? 'everyone', contact: SYNC_CONTACT },
    features: featuresOf(parsed.data, connection.mode === 'local'),
    reportsKeepDays: parsed.data.REPORTS_KEEP_DAYS ?? DEFAULT_KEEP_DAYS,
    limits: {
      person: parsed.data.PERSON_LIMIT ?? DEFAULT_PERSON_LIMIT,
      workspace: parsed.data.WORKSPACE_LIMIT ?? DEFAULT_WORKSPACE_LIMIT,
    },
    metrics: parsed.data.METRICS === 'on',
    logLevel: LOG_LEVEL ?? 'info',
  };
}

/**
 * The domains of the links are not the bot's: a workspace gets previews where it asks for them, and
 * the local Slack has them.
 */
const featuresOf = (
  { FEEDBACK, UNFURL, WORK_OBJECTS }: z.infer<typeof Environment>,
  isLocal: boolean,
): Features => ({
  feedback: FEEDBACK !== 'off',
  unfurl: UNFURL ?? (isLocal ? 'on' : 'off'),
  workObjects: WORK_OBJECTS === 'on',
});

/** Proxies are written in small letters too, as curl does, and then go before those in capitals. */
const withProxiesInCapitals = (environment: Record<string, string | undefined>) => ({
  ...environment,
  HTTPS_PROXY: environment.https_proxy ?? environment.HTTPS_PROXY,
  HTTP_PROXY: environment.http_proxy ?? environment.HTTP_PROXY,
  NO_PROXY: environment.no_proxy ?? environment.NO_PROXY,
});

const proxiesOf = ({ HTTPS_PROXY, HTTP_PROXY, NO_PROXY }: z.infer<typeof Environment>) =>
  HTTPS_PROXY || HTTP_PROXY
    ? { https: HTTPS_PROXY, http: HTTP_PROXY, none: NO_PROXY ?? '' }
    : undefined;
