import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import { problems } from '../blocks/problems.js';
import { type JsonObject, jsonObject, parseJson } from '../json.js';
import type { ServerContext } from '../server-context.js';
import { refusal, SlackError } from '../slack-error.js';
import type { Conversation } from '../workspace.js';

/**
 * A Web API method: which token it takes, which scope it needs (for these arguments), and what it
 * does.
 */
export type Method = {
  token: 'bot' | 'app' | 'none';
  run: (args: JsonObject, context: ServerContext) => JsonObject;
  scope: (args: JsonObject, context: ServerContext) => string | null;
};

/**
 * A method whose arguments are held against `args` first; what they lack or break is
 * `invalid_arguments`.
 */
export function method<Args extends z.ZodType>(definition: {
  token?: Method['token'];
  scope?: string | null | ((args: JsonObject, context: ServerContext) => string | null);
  args: Args;
  run: (args: z.infer<Args>, context: ServerContext) => JsonObject;
}): Method {
  const { token = 'bot', scope = null, args: schema, run } = definition;
  return {
    token,
    scope: typeof scope === 'function' ? scope : () => scope,
    run: (args, context) => {
      const read = schema.safeParse(args, { reportInput: true });
      if (!read.success) throw refusal('invalid_arguments', problems(read.error.issues));
      return run(read.data, context);
    },
  };
}

/**
 * The arguments of a request: from the query, a form or a JSON body, with the token apart from
 * them.
 */
export function readArguments(
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
  body: string,
): { args: JsonObject; token: string | null } {
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  const parsed = isJson && body !== '' ? jsonObject.safeParse(parseJson(body)) : null;
  if (parsed?.success === false) throw new SlackError('invalid_json');
  const form = isJson ? {} : Object.fromEntries(new URLSearchParams(body));
  const { token: formToken, ...args }: JsonObject = { ...Object.fromEntries(query), ...form };
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  // A token among JSON fields is not read, as in Slack: it must come in the header.
  const token = bearer ?? (typeof formToken === 'string' && formToken !== '' ? formToken : null);
  return { args: { ...args, ...parsed?.data }, token };
}

/**
 * Refuses a token that is missing, unknown or of the wrong kind, and a call whose scope was not
 * granted.
 */
export function authorise(
  called: Method,
  { args, token }: { args: JsonObject; token: string | null },
  context: ServerContext,
): void {
  if (called.token === 'none') return;
  if (token === null) throw new SlackError('not_authed');
  const { botToken, appToken, revoked } = context.access;
  if (token !== botToken && token !== appToken) throw new SlackError('invalid_auth');
  if (revoked) throw new SlackError('account_inactive');
  if (token !== (called.token === 'bot' ? botToken : appToken)) {
    throw new SlackError('not_allowed_token_type');
  }
  const needed = called.scope(args, context);
  if (needed !== null && !context.scopes.has(needed)) {
    throw new SlackError('missing_scope', { needed, provided: [...context.scopes].join(',') });
  }
}

/** The channel with this id or name, as far as the bot can see it. */
export function seenChannel(
  idOrName: unknown,
  { workspace }: ServerContext,
): Conversation | undefined {
  const channel = typeof idOrName === 'string' ? workspace.findChannel(idOrName) : undefined;
  return channel?.isPrivate && !channel.botIsMember ? undefined : channel;
}

/** As `seenChannel`, but its absence is Slack's `channel_not_found`. */
export function requireChannel(idOrName: string, context: ServerContext): Conversation {
  const channel = seenChannel(idOrName, context);
  if (channel === undefined) throw new SlackError('channel_not_found');
  return channel;
}
