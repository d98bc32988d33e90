import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type LocalSlack,
  type LocalSlackOptions,
  type StoredMessage,
  startLocalSlack,
  type Where,
} from 'local-slack';
import { z } from 'zod';
import { parseConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { openDatabase } from '../../src/store/database.js';
import { createStore, type Store } from '../../src/store/store.js';
import { LOCAL_WORKSPACE } from '../../src/wiring/local-workspace.js';
import { type Bot, type StartOptions, start } from '../../src/wiring/start.js';

/**
 * A local Slack with the real bot behind it: real HTTP or Socket Mode, a real state file, the real
 * record.
 */
export type Workplace = {
  slack: LocalSlack;
  /** The address of the bot's own server. */
  botUrl: () => string;
  /** Every line the bot has logged. */
  log: () => string;
  /** The milliseconds that the bot was told to wait, each in turn; it did not. */
  waits: number[];
  /** Types a slash command and gives the reply that only the asker sees. */
  ask: (question: string, where?: Where) => Promise<StoredMessage>;
  /** Mentions the bot and gives its reply in the thread. */
  mention: (text: string, where?: Where) => Promise<StoredMessage>;
  /** Writes to the bot alone and gives its reply. */
  write: (text: string, where?: Omit<Where, 'channel'>) => Promise<StoredMessage>;
  /** Presses the button of a message that has this label, and gives the message as it is then. */
  press: (message: StoredMessage, label: string) => Promise<StoredMessage>;
  /** Chooses this in the menu beside a message's first quotation, or another (0 is the first). */
  choose: (message: StoredMessage, label: string, quotation?: number) => Promise<void>;
  /** Stops the bot, with everything under way finished. */
  stop: () => Promise<void>;
  /** The same, and starts it again over the same state. */
  restart: () => Promise<void>;
  /** Starts another bot over the same state, to which Slack sends nothing by itself. */
  startAnother: () => Promise<Bot>;
  /** Looks at the state with the bot's own store. */
  inStore: <T>(look: (store: Store) => Promise<T>) => Promise<T>;
  /** Where the state is kept. */
  databaseUrl: string;
  /** Makes every use of a part of the state fail from now on. */
  breakState: (table?: 'key_value' | 'subscriptions' | 'feedback') => Promise<void>;
  close: () => Promise<void>;
};

/** A reply comes when it comes, however busy the machine: this only ends a wait in vain. */
const PATIENCE = { timeoutMs: 25_000 };

export async function openWorkplace({
  socketMode = false,
  sleep,
  env = {},
  lookEveryMs,
  syncing,
  now,
  ...options
}: LocalSlackOptions & {
  socketMode?: boolean;
  /** How often the bot looks for digests that are due. */
  lookEveryMs?: number;
  /** More of the bot's environment. */
  env?: Record<string, string>;
  sleep?: (milliseconds: number) => Promise<unknown>;
  /** Which site reports are fetched from, and when. */
  syncing?: StartOptions['syncing'];
  /** The clock of the bot and of Slack, in milliseconds since 1970. */
  now?: () => number;
} = {}): Promise<Workplace> {
  const slack = await startLocalSlack({
    ...LOCAL_WORKSPACE,
    page: false,
    ...(now && { now }),
    ...options,
  });
  const folder = mkdtempSync(join(tmpdir(), 'workplace-'));
  const databaseUrl = `file:${join(folder, 'state.sqlite')}`;
  const config = parseConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
    DATABASE_URL: databaseUrl,
    // Tests ask faster than people do.
    ...{ PERSON_LIMIT: '0', WORKSPACE_LIMIT: '0' },
    ...env,
    ...(socketMode
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }),
  });
  const lines: string[] = [];
  const waits: number[] = [];
  const logger = createLogger('trace', { write: (line) => lines.push(line) });
  const startAnother = () =>
    start(config, {
      logger,
      print: () => {},
      lookEveryMs,
      ...(syncing && { syncing }),
      ...(now && { now }),
      sleep:
        sleep ??
        (async (milliseconds) => {
          waits.push(milliseconds);
        }),
    });
  const startBot = async () => {
    const started = await startAnother();
    if (!socketMode) slack.deliverTo(`${started.url}/slack/events`);
    return started;
  };
  let bot: Bot | null = await startBot();
  const stop = async () => {
    const running = bot;
    bot = null;
    await running?.stop();
  };

  const ownReply = (message: StoredMessage) => message.user === slack.bot.id;
  return {
    slack,
    botUrl: () => bot?.url ?? '',
    log: () => lines.join(''),
    waits,
    databaseUrl,
    breakState: async (table = 'key_value') => {
      const database = await openDatabase(databaseUrl);
      await database.run(`DROP TABLE ${table}`);
      await database.close();
    },
    ask: async (question, where) => {
      const before = slack.ephemerals(where?.user).length;
      await slack.command(`/ofsted ${question}`, where);
      return slack.waitFor((s) => s.ephemerals(where?.user)[before], PATIENCE);
    },
    mention: async (text, where) => {
      const message = await slack.mention(text, where);
      const thread = message.threadTs ?? message.ts;
      return slack.waitFor(
        (s) => s.replies(thread).find((reply) => ownReply(reply) && reply.ts > message.ts),
        PATIENCE,
      );
    },
    write: async (text, where) => {
      const message = await slack.directMessage(text, where);
      return slack.waitFor(
        (s) =>
          s
            .messages(s.directMessageChannel.id)
            .find((reply) => ownReply(reply) && reply.ts > message.ts),
        PATIENCE,
      );
    },
    press: async (message, label) => {
      const seen = JSON.stringify(message.blocks);
      const actionId = buttonsOf(message).find((button) => button.label === label)?.actionId;
      if (actionId === undefined) throw new Error(`no button says “${label}”`);
      await slack.click(message, actionId);
      return slack.waitFor(() => (JSON.stringify(message.blocks) === seen ? undefined : message));
    },
    choose: async (message, label, quotation = 0) => {
      const menu = menusOf(message)[quotation];
      const value = menu?.options.get(label);
      if (!menu || value === undefined) throw new Error(`no menu offers “${label}”`);
      await slack.click(message, { actionId: 'quotation', blockId: menu.blockId, value });
    },
    stop,
    startAnother,
    restart: async () => {
      await stop();
      bot = await startBot();
    },
    inStore: async (look) => {
      const store = createStore(await openDatabase(databaseUrl));
      try {
        return await look(store);
      } finally {
        await store.close();
      }
    },
    close: async () => {
      await stop();
      await slack.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const Buttons = z.array(
  z.object({ action_id: z.string(), text: z.object({ text: z.string() }) }).catch({
    action_id: '',
    text: { text: '' },
  }),
);

/** A message's buttons, by what they say and what they are called. */
export const buttonsOf = ({ blocks }: { blocks: readonly unknown[] }) =>
  blocks.flatMap((block) => {
    const { data } = z.object({ type: z.literal('actions'), elements: Buttons }).safeParse(block);
    return (data?.elements ?? []).map(({ action_id, text }) => ({
      actionId: action_id,
      label: text.text,
    }));
  });

const Thumbs = z.object({
  type: z.literal('context_actions'),
  elements: z.array(
    z.object({
      positive_button: z.object({ value: z.string() }),
      negative_button: z.object({ value: z.string() }),
    }),
  ),
});

/** What the thumbs under a message carry; null where it has none. */
export function thumbsOf({ blocks }: { blocks: readonly unknown[] }) {
  const found = blocks.flatMap((block) => Thumbs.safeParse(block).data?.elements ?? [])[0];
  return found ? { up: found.positive_button.value, down: found.negative_button.value } : null;
}

/** Presses a thumb under an answer. */
export const thumb = (
  slack: LocalSlack,
  message: StoredMessage,
  which: 'up' | 'down',
  user?: string,
): Promise<void> =>
  slack.click(message, {
    actionId: 'feedback',
    value: thumbsOf(message)?.[which] ?? null,
    ...(user && { user }),
  });
const Menu = z.object({
  block_id: z.string(),
  accessory: z.object({
    type: z.literal('overflow'),
    options: z.array(z.object({ value: z.string(), text: z.object({ text: z.string() }) })),
  }),
});

/** The menus beside a message's quotations, folded ones too: what each offers, and as what. */
export const menusOf = ({ blocks }: { blocks: readonly unknown[] }) =>
  blocks
    .flatMap((block) => [
      block,
      ...(z.object({ child_blocks: z.array(z.unknown()) }).safeParse(block).data?.child_blocks ??
        []),
    ])
    .flatMap((block) => {
      const { data } = Menu.safeParse(block);
      if (!data) return [];
      const options = data.accessory.options.map(({ value, text }) => [text.text, value] as const);
      return [{ blockId: data.block_id, options: new Map(options) }];
    });

/** The labels of a message's buttons. */
export const buttonLabels = (message: { blocks: readonly unknown[] }): string[] =>
  [...JSON.stringify(message.blocks).matchAll(/"type":"button".*?"text":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, label = '']) => JSON.parse(`"${label}"`),
  );
