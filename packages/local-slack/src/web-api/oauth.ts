import { z } from 'zod';
import type { JsonObject } from '../json.js';
import type { Grant } from '../oauth/grants.js';
import { tokensRevoked } from '../oauth/removal.js';
import { flag } from '../posting.js';
import type { ServerContext } from '../server-context.js';
import { SlackError } from '../slack-error.js';
import { type Method, method } from './call.js';

const access = z.looseObject({
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  grant_type: z.string().optional(),
  refresh_token: z.string().optional(),
});

/** Source: Slack, "oauth.v2.access" and "auth.revoke". */
export const oauthMethods: Record<string, Method> = {
  'oauth.v2.access': method({
    token: 'none',
    args: access,
    run: (args, { site }) => {
      if (args.client_id !== site.app.clientId) throw new SlackError('invalid_client_id');
      if (args.client_secret !== site.app.clientSecret) throw new SlackError('bad_client_secret');
      switch (args.grant_type) {
        case 'refresh_token':
          return answerOf(site.grants.exchange(args.refresh_token ?? ''), site);
        case undefined:
        case 'authorization_code': {
          const { grant, user } = site.codes.use(args.code ?? '', args.redirect_uri ?? null);
          return { ...answerOf(grant, site), authed_user: { id: user } };
        }
        default:
          throw new SlackError('invalid_grant_type');
      }
    },
  }),

  'auth.revoke': method({
    args: z.looseObject({ test: flag.optional() }),
    run: ({ test }, context, token) => {
      if (test === true || token === null) return { revoked: false };
      const grant = context.site.grants.of(token);
      context.site.grants.revoke(token);
      void tokensRevoked(context, grant);
      return { revoked: true };
    },
  }),
};

function answerOf(grant: Grant<ServerContext>, { grants }: ServerContext['site']): JsonObject {
  const { organisation, contexts, scopes } = grant;
  const [first] = contexts;
  if (first === undefined) throw new SlackError('fatal_error');
  const { workspace } = first;
  const { id, name } = workspace.team;
  return {
    app_id: workspace.appId,
    scope: [...scopes].join(','),
    token_type: 'bot',
    bot_user_id: workspace.bot.id,
    team: organisation ? null : { id, name },
    enterprise: organisation ?? workspace.organisation,
    is_enterprise_install: organisation !== null,
    ...grants.issue(grant),
  };
}
