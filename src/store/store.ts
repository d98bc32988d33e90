import { Keyv } from 'keyv';
import { z } from 'zod';
import type { AlertStore } from '../domain/alert-store.js';
import type { DigestRunStore } from '../domain/digest-run.js';
import type { SubscriptionStore } from '../domain/subscription-store.js';
import { createAlerts } from './alerts.js';
import { type ChannelCouncils, createChannelCouncils } from './channel-councils.js';
import { type Conversations, createConversations } from './conversations.js';
import { createDailyClaims, type DailyClaims } from './daily-claims.js';
import type { DatabaseHandle, Statement } from './database-handle.js';
import { createDigestRuns } from './digest-runs.js';
import { createFeedback, type FeedbackStore, removeFeedbackOf } from './feedback.js';
import { createInbox, type Inbox, removeInboxOf } from './inbox.js';
import {
  createInstallations,
  type Installations,
  removeInstallation,
  workspacesOf,
} from './installations.js';
import { keyValueStorage, removeValuesOf } from './key-value-storage.js';
import { createOpenChannels, type OpenChannels } from './open-channels.js';
import { removeSubscriptionsOf } from './subscription-statements.js';
import { createSubscriptions } from './subscriptions.js';

/**
 * What somebody reported as wrong: their words, the keys of the passages they saw and the moment
 * (ISO 8601, UTC). Neither the question nor the person is stored.
 */
export const ErrorReport = z.strictObject({
  reference: z.string(),
  team: z.string(),
  reportedAt: z.iso.datetime(),
  passages: z.array(z.string()),
  text: z.string(),
});
export type ErrorReport = z.infer<typeof ErrorReport>;

/**
 * The bot's state by name; everything belongs to a workspace (`team`, Slack's id of it). Every
 * method throws where the database fails.
 */
export type Store = {
  errorReports: {
    add(report: ErrorReport): Promise<void>;
    /** Of every workspace, oldest first. */
    list(): Promise<ErrorReport[]>;
    /** Deletes those that `which` takes, and gives their number. */
    delete(which: (report: ErrorReport) => boolean): Promise<number>;
  };
  feedback: FeedbackStore;
  subscriptions: SubscriptionStore;
  alerts: AlertStore;
  digestRuns: DigestRunStore;
  dailyClaims: DailyClaims;
  inbox: Inbox;
  conversations: Conversations;
  channelCouncils: ChannelCouncils;
  openChannels: OpenChannels;
  installations: Installations;
  /** How many digests are due and have not come to their end. */
  openDigests(): Promise<number>;
  /** The moment (ISO 8601, UTC) at which Ofsted's site was last read; of all workspaces. */
  siteRead: {
    get(): Promise<string | null>;
    set(moment: string): Promise<void>;
  };
  /** Owners who were told that the site was not read since a moment. */
  siteNotices: {
    has(team: string, owner: string, since: string): Promise<boolean>;
    add(team: string, owner: string, since: string): Promise<void>;
  };
  /** Resolves where the database can be read. */
  ping(): Promise<void>;
  /**
   * Deletes everything that is stored for a workspace or, of an organisation, for all workspaces
   * that its installation serves.
   */
  deleteWorkspace(team: string): Promise<void>;
  close(): Promise<void>;
};

const COUNT_OPEN_DIGESTS =
  "SELECT CAST(COUNT(*) AS INTEGER) AS count FROM digest_runs WHERE status IN ('due', 'ready', 'attempted')";
const Count = z.object({ count: z.number() });

const REPORTS = 'error-reports';
const NOTICES = 'site-notices';
const CONVERSATIONS = 'conversations';
const CHANNEL_COUNCILS = 'channel-councils';
const OPEN_CHANNELS = 'open-channels';
const keyOf = (team: string, id: string): string => `${team}/${id}`;

/** Deletes all that belongs to a workspace, in every table. */
const removalOf = (team: string): Statement[] => [
  ...removeSubscriptionsOf(team),
  removeInboxOf(team),
  removeFeedbackOf(team),
  ...[REPORTS, NOTICES, CONVERSATIONS, CHANNEL_COUNCILS, OPEN_CHANNELS].map((namespace) =>
    removeValuesOf(namespace, keyOf(team, '')),
  ),
  ...removeInstallation(team),
];

/**
 * The named stores over one database; `now` is the clock that values expire by, in milliseconds
 * since 1970.
 */
export function createStore(database: DatabaseHandle, now = Date.now): Store {
  const open = (namespace: string, { quick = false } = {}) => {
    const storage = keyValueStorage(database, now, quick);
    return { storage, values: new Keyv({ store: storage, namespace, throwOnErrors: true }) };
  };
  const reports = open(REPORTS);
  const site = open('site');
  const notices = open(NOTICES);
  // What every question writes waits for no disk: without its last moment, a talk begins anew.
  const talks = open(CONVERSATIONS, { quick: true });
  const channels = open(CHANNEL_COUNCILS);
  const opened = open(OPEN_CHANNELS, { quick: true });
  const counts = open(CHANNEL_COUNCILS, { quick: true });
  const reportsOldestFirst = async () => {
    const stored = await Promise.all(
      (await reports.storage.keys('')).map((key) => reports.values.get(key)),
    );
    return stored
      .filter((report) => report !== undefined)
      .map((report) => ErrorReport.parse(report))
      .sort((a, b) => a.reportedAt.localeCompare(b.reportedAt));
  };
  return {
    errorReports: {
      add: async (report) => {
        await reports.values.set(keyOf(report.team, report.reference), report);
      },
      list: reportsOldestFirst,
      delete: async (which) => {
        const gone = (await reportsOldestFirst()).filter(which);
        if (gone.length === 0) return 0;
        await reports.values.delete(gone.map(({ team, reference }) => keyOf(team, reference)));
        return gone.length;
      },
    },
    feedback: createFeedback(database),
    subscriptions: createSubscriptions(database),
    alerts: createAlerts(database),
    digestRuns: createDigestRuns(database),
    dailyClaims: createDailyClaims(database),
    inbox: createInbox(database),
    conversations: createConversations(talks.values),
    channelCouncils: createChannelCouncils(channels.values, counts.values),
    openChannels: createOpenChannels(opened.values),
    installations: createInstallations(database),
    openDigests: async () => {
      const [row] = await database.run(COUNT_OPEN_DIGESTS);
      return Count.parse(row).count;
    },
    siteRead: {
      get: async () =>
        z.iso
          .datetime()
          .nullable()
          .parse((await site.values.get('read')) ?? null),
      set: async (moment) => {
        await site.values.set('read', moment);
      },
    },
    siteNotices: {
      has: async (team, owner, since) => (await notices.values.get(keyOf(team, owner))) === since,
      add: async (team, owner, since) => {
        await notices.values.set(keyOf(team, owner), since);
      },
    },
    ping: async () => {
      await database.run('SELECT version FROM migrations LIMIT 1');
    },
    deleteWorkspace: async (team) => {
      const teams = [...new Set([team, ...(await workspacesOf(database, team))])];
      await database.transaction(teams.flatMap(removalOf));
    },
    close: () => database.close(),
  };
}
