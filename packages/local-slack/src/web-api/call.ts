import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import { problems } from '../blocks/problems.js';
import { type JsonObject, jsonObject, parseJson } from '../json.js';
import type { Grant } from '../oauth/grants.js';
import type { ServerContext, Site } from '../server-context.js';
import { refusal, SlackError } from '../slack-error.js';
import type { Conversation } from '../workspace.js';

/**
 * A Web API method: which token it takes, which scope it needs (for these arguments), and what it
 * does.
 */
export type Method = {
  token: 'bot' | 'app' | 'none';
  /** `token` is the one that the call came with. */
  run: (args: JsonObject, context: ServerContext, token: string | null) => JsonObject;
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
  run: (args: z.infer<Args>, context: ServerContext, token: string | null) => JsonObject;
}): Method {
  const { token = 'bot', scope = null, args: schema, run } = definition;
  return {
    token,
    scope: typeof scope === 'function' ? scope : () => scope,
    run: (args, context, token) => {
      const read = schema.safeParse(args, { reportInput: true });
      if (!read.success) throw refusal('invalid_arguments', problems(read.error.issues));
      return run(read.data, context, token);
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
  const [, basic] = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const [client_id, client_secret] = Buffer.from(basic ?? '', 'base64')
    .toString()
    .split(':', 2);
  // A token among JSON fields is not read, as in Slack: it must come in the header.
  const token = bearer ?? (typeof formToken === 'string' && formToken !== '' ? formToken : null);
  // Source: Slack, "oauth.v2.access": the app's id and secret may come as in RFC 6749.
  const client = basic === undefined ? {} : { client_id, client_secret };
  return { args: { ...client, ...args, ...parsed?.data }, token };
}

/**
 * The workspace that a call acts on. Refuses a token that is missing, unknown or of the wrong kind,
 * and a call whose scope was not granted.
 */
export function authorise(
  called: Method,
  { args, token }: { args: JsonObject; token: string | null },
  site: Site,
): ServerContext {
  const [first] = site.contexts;
  if (first === undefined) throw new SlackError('fatal_error');
  if (called.token === 'none') return first;
  if (token === null) throw new SlackError('not_authed');
  if (token === first.access.appToken) {
    if (called.token === 'app') return first;
    throw new SlackError('not_allowed_token_type');
  }
  const grant = site.grants.of(token);
  if (called.token === 'app') throw new SlackError('not_allowed_token_type');
  const context = actedOn(grant, args);
  const needed = called.scope(args, context);
  if (needed !== null && !grant.scopes.has(needed)) {
    throw new SlackError('missing_scope', { needed, provided: [...grant.scopes].join(',') });
  }
  return context;
}

/**
 * Of an organisation's token, the workspace that a call names, by the channel, the person or
 * `team_id`; a workspace's own token acts on that one, whatever `team_id` says.
 */
function actedOn(
  { contexts, organisation }: Grant<ServerContext>,
  args: JsonObject,
): ServerContext {
  const { channel, user, user_id, team_id } = args;
  const named = contexts.find(({ workspace }) =>
    [channel, user, user_id].some(
      (id) => typeof id === 'string' && (workspace.channels.has(id) || workspace.users.has(id)),
    ),
  );
  const ofTeam = contexts.find(({ workspace }) => workspace.team.id === team_id);
  const context = organisation === null ? contexts[0] : (named ?? ofTeam ?? contexts[0]);
  if (context === undefined) throw new SlackError('team_access_not_granted');
  return context;
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
