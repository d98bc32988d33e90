import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  DEFAULT_SCOPES,
  type LocalSlack,
  type LocalWorkspace,
  type StoredMessage,
  startLocalSlack,
  type Where,
} from 'local-slack';
import { parseConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { openDatabase } from '../../src/store/database.js';
import { createStore, type Store } from '../../src/store/store.js';
import { LOCAL_WORKSPACE } from '../../src/wiring/local-workspace.js';
import { type Bot, start } from '../../src/wiring/start.js';
import { SQLITE_TABLES, tablesOf } from '../store/tables.js';

export const KEY = 'a key of more than thirty-two characters';

/** What a browser shows, and where it is sent. */
export type Page = { status: number; text: string; to: string };

/** A browser, with cookies of its own; it sends them over http too, where no server has https. */
export function createBrowser() {
  const cookies = new Map<string, string>();
  const ask = async (url: string, form?: Record<string, string>): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';', 1);
      const at = pair.indexOf('=');
      if (/Expires=Thu, 01 Jan 1970/.test(set)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const to = response.headers.get('location') ?? '';
    return { status: response.status, text: await response.text(), to };
  };
  return { ask };
}

/** A bot that workspaces install by OAuth, and the local Slack with two of them. */
export type Workspaces = {
  slack: LocalSlack;
  second: LocalWorkspace;
  bot: () => Bot;
  log: () => string;
  /** What the bot told a person when it started. */
  lines: string[];
  /** Goes as far as Slack's page and answers it; gives where the browser is sent. */
  choose: (
    browser: ReturnType<typeof createBrowser>,
    place: string,
    decision?: 'allow' | 'deny',
  ) => Promise<string>;
  /** Installs the app in a place, in a browser of its own, and gives the last page. */
  install: (place: string) => Promise<Page>;
  ask: (where: LocalWorkspace, question: string, more?: Where) => Promise<StoredMessage>;
  mention: (where: LocalWorkspace, question: string) => Promise<StoredMessage>;
  stop: () => Promise<void>;
  restart: (env?: Record<string, string>) => Promise<void>;
  startAnother: () => Promise<Bot>;
  inStore: <T>(look: (store: Store) => Promise<T>) => Promise<T>;
  readAllTables: () => Promise<Record<string, string[]>>;
  databaseUrl: string;
  close: () => Promise<void>;
};

export async function openWorkspaces(): Promise<Workspaces> {
  const { channels: _, ...app } = LOCAL_WORKSPACE;
  const scopes = [...DEFAULT_SCOPES];
  const slack = await startLocalSlack({ ...app, page: false, scopes, distributed: true });
  const second = slack.addWorkspace({ key: 'SECOND', name: 'Second <Council>' });
  const folder = mkdtempSync(join(tmpdir(), 'workspaces-'));
  const databaseUrl = `file:${join(folder, 'state.sqlite')}`;
  const lines: string[] = [];
  const printed: string[] = [];
  const logger = createLogger('trace', { write: (line) => lines.push(line) });
  let changes: Record<string, string> = {};
  const startAnother = () =>
    start(
      parseConfig({
        SLACK_CLIENT_ID: slack.oauth.clientId,
        SLACK_CLIENT_SECRET: slack.oauth.clientSecret,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        STATE_KEY: KEY,
        SLACK_API_URL: slack.apiUrl,
        PORT: '0',
        DATABASE_URL: databaseUrl,
        ...{ PERSON_LIMIT: '0', WORKSPACE_LIMIT: '0' },
        ...changes,
      }),
      { logger, print: (line) => printed.push(line), lookEveryMs: 200, sleep: async () => {} },
    );
  let running: Bot | null = null;
  const startBot = async () => {
    running = await startAnother();
    slack.deliverTo(`${running.url}/slack/events`);
    slack.oauth.redirectUrls.splice(0, 1, `${running.url}/slack/oauth_redirect`);
  };
  const stop = async () => {
    const stopping = running;
    running = null;
    await stopping?.stop();
  };
  const bot = (): Bot => {
    if (running === null) throw new Error('the bot is stopped');
    return running;
  };
  await startBot();
  const choose: Workspaces['choose'] = async (browser, place, decision = 'allow') => {
    const begun = await browser.ask(`${bot().url}/slack/install`);
    const page = await browser.ask(begun.to);
    if (page.status !== 200) throw new Error(`Slack says: ${page.text}`);
    return (await browser.ask(begun.to, { place, decision })).to;
  };
  return {
    ...{ slack, second, bot, choose, stop, startAnother, databaseUrl },
    log: () => lines.join(''),
    lines: printed,
    install: async (place) => {
      const browser = createBrowser();
      return browser.ask(await choose(browser, place));
    },
    ask: async (where, question, more) => {
      const before = where.ephemerals(more?.user).length;
      await where.command(`/ofsted ${question}`, more);
      return where.waitFor((s) => s.ephemerals(more?.user)[before]);
    },
    mention: async (where, question) => {
      const { ts } = await where.mention(question);
      return where.waitFor((s) => s.replies(ts).find(({ user }) => user === where.bot.id));
    },
    restart: async (env = {}) => {
      changes = env;
      await stop();
      await startBot();
    },
    inStore: async (look) => {
      const store = createStore(await openDatabase(databaseUrl));
      try {
        return await look(store);
      } finally {
        await store.close();
      }
    },
    readAllTables: () => tablesOf(databaseUrl, SQLITE_TABLES),
    close: async () => {
      await stop();
      await slack.close();
      rmSync(folder, { recursive: true });
    },
  };
}
