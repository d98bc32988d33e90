import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { REPORT_DOMAINS } from '../src/domain/links.js';
import {
  BOT_SCOPES,
  CHECK_SHORTCUT,
  LINK_SCOPES,
  SLASH_COMMAND,
  STEP,
  SUGGESTED_PROMPTS,
} from '../src/slack/surfaces.js';
import { REDIRECT_PATH } from '../src/slack/web-server.js';

const text = readFileSync('manifest.yml', 'utf8');
/** With the lines that switch something on, which are comments. */
const withAdded = (name: string): string =>
  text.replace(new RegExp(`^(\\s*)# ${name}: add {3}`, 'gm'), '$1');
const Manifest = z.object({
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean(), messages_tab_enabled: z.boolean() }),
    unfurl_domains: z.array(z.string()).optional(),
    agent_view: z.object({ suggested_prompts: z.array(z.unknown()) }),
    shortcuts: z.array(z.record(z.string(), z.string())),
    slash_commands: z.array(
      z.object({ command: z.string(), description: z.string(), usage_hint: z.string() }),
    ),
  }),
  functions: z.record(z.string(), z.unknown()).optional(),
  oauth_config: z.object({
    scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.boolean() }),
    socket_mode_enabled: z.boolean(),
  }),
});
const manifest = Manifest.parse(parse(text));
/** What the code uses is all in here. */
const whole = Manifest.parse(parse(withAdded('Links')));

const code = readdirSync('src/slack', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('src/slack', name), 'utf8'))
  .join('\n');
const all = (pattern: RegExp): string[] => [
  ...new Set([...code.matchAll(pattern)].map(([, found = '']) => found)),
];

/**
 * What Slack's reference says each method and event needs, beyond the token, in the places where it
 * is used.
 */
const METHOD_SCOPES: Record<string, string[]> = {
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.unfurl': ['links:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'functions.completeError': [],
  'functions.completeSuccess': [],
  'oauth.v2.access': [],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
};
/** Apps across an organisation alone get an event without a subscription here. */
const EVENTS: Record<string, { subscription: string | string[] | null; scopes: string[] }> = {
  app_context_changed: { subscription: 'app_context_changed', scopes: [] },
  app_home_opened: { subscription: 'app_home_opened', scopes: [] },
  app_mention: { subscription: 'app_mention', scopes: ['app_mentions:read'] },
  app_uninstalled: { subscription: 'app_uninstalled', scopes: [] },
  channel_shared: { subscription: 'channel_shared', scopes: ['channels:read', 'groups:read'] },
  link_shared: { subscription: 'link_shared', scopes: ['links:read'] },
  member_joined_channel: {
    subscription: 'member_joined_channel',
    scopes: ['channels:read', 'groups:read'],
  },
  message: {
    subscription: ['message.im', 'message.channels', 'message.groups'],
    scopes: ['im:history', 'channels:history', 'groups:history'],
  },
  team_access_revoked: { subscription: null, scopes: [] },
  tokens_revoked: { subscription: 'tokens_revoked', scopes: [] },
};
/**
 * Without these the bot works all the same; the end-to-end tests of digests run without them too.
 */
const OPTIONAL = [
  'channels:history',
  'channels:read',
  'files:write',
  'groups:history',
  'groups:read',
  'users:read',
];

const methods = all(/\bclient\s*\.\s*((?:\w+\s*\.\s*)+\w+)\(/g);
const events = all(/\blisteners\.event\(\s*'(\w+)'/g);

describe('The manifest', () => {
  it('knows every method that the code calls and every event that it listens to', () => {
    expect(methods.sort()).toEqual(Object.keys(METHOD_SCOPES));
    expect(events.sort()).toEqual(Object.keys(EVENTS));
  });

  it('asks for the scopes that these need, and for no other', () => {
    const needed = new Set([
      'commands',
      ...methods.flatMap((method) => METHOD_SCOPES[method] ?? []),
      ...events.flatMap((event) => EVENTS[event]?.scopes ?? []),
    ]);
    expect([...whole.oauth_config.scopes.bot].sort()).toEqual([...needed].sort());
  });

  it('leaves links and workflows alone until they are switched on', () => {
    for (const scope of LINK_SCOPES) expect(manifest.oauth_config.scopes.bot).not.toContain(scope);
    expect(manifest.settings.event_subscriptions.bot_events).not.toContain('link_shared');
    expect(manifest.features.unfurl_domains).toBeUndefined();
    expect(manifest.functions).toBeUndefined();
    expect(whole.features.unfurl_domains).toEqual([...REPORT_DOMAINS]);
  });

  it('declares the step as the code has it, where that is switched on', () => {
    const properties = (list: readonly Record<'name' | 'title' | 'description', string>[]) => ({
      properties: Object.fromEntries(
        list.map(({ name, title, description }) => [name, { type: 'string', title, description }]),
      ),
      required: list.map(({ name }) => name),
    });
    const { callbackId, title, description, inputs, outputs } = STEP;
    expect(Manifest.parse(parse(withAdded('Step'))).functions).toEqual({
      [callbackId]: {
        ...{ title, description, input_parameters: properties(inputs) },
        output_parameters: properties(outputs),
      },
    });
  });

  it('lets those be declined that the bot can do without', () => {
    expect([...manifest.oauth_config.scopes.bot_optional].sort()).toEqual(OPTIONAL);
  });

  it('says beside every scope what it is for', () => {
    for (const scope of manifest.oauth_config.scopes.bot)
      expect(text).toMatch(new RegExp(`- ${scope} # \\w+`));
  });

  it('names every place that needs an address over HTTP', () => {
    for (const name of ['url', 'request_url', 'message_menu_options_url'])
      expect(text).toContain(`${name}: https://YOUR-HOST/slack/events`);
  });

  it('subscribes to the events that are listened to, and to no other', () => {
    expect([...whole.settings.event_subscriptions.bot_events].sort()).toEqual(
      events.flatMap((event) => EVENTS[event]?.subscription ?? []).sort(),
    );
  });

  it('says what several workspaces and an organisation need beside it', () => {
    expect(text).toContain(`redirect_urls: [https://YOUR-HOST${REDIRECT_PATH}]`);
    for (const [event, { subscription }] of Object.entries(EVENTS))
      if (subscription === null) expect(text).toContain(`# An organisation: add   - ${event}`);
  });

  it('asks for the scopes that the installer asks for', () => {
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...BOT_SCOPES].sort());
  });

  it('declares the slash command as the code has it', () => {
    expect(manifest.features.slash_commands).toEqual([
      {
        command: SLASH_COMMAND.name,
        description: SLASH_COMMAND.description,
        usage_hint: SLASH_COMMAND.hint,
      },
    ]);
  });

  it('declares the message shortcut as the code has it', () => {
    const { name, callbackId, description } = CHECK_SHORTCUT;
    expect(manifest.features.shortcuts).toEqual([
      { type: 'message', name, callback_id: callbackId, description },
    ]);
    expect(name.length).toBeLessThanOrEqual(24);
  });

  it('offers the prompts that the bot offers', () => {
    expect(manifest.features.agent_view.suggested_prompts).toEqual(SUGGESTED_PROMPTS);
  });

  it('switches on what the bot uses: both tabs, buttons, Socket Mode', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
    });
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
    expect(manifest.settings.socket_mode_enabled).toBe(true);
  });
});
