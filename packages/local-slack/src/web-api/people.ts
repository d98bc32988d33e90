import { z } from 'zod';
import { userName } from '../payloads.js';
import { organisationOf } from '../server-context.js';
import { SlackError } from '../slack-error.js';
import { type Method, method } from './call.js';

const anything = z.looseObject({});

export const peopleMethods: Record<string, Method> = {
  'api.test': method({
    token: 'none',
    args: anything,
    run: (args) => {
      if (typeof args.error === 'string') throw new SlackError(args.error, { args });
      return { args };
    },
  }),

  'auth.test': method({
    args: anything,
    run: (_args, context) => {
      const { workspace, url } = context;
      const organisation = organisationOf(context);
      const { id, name } = organisation ?? workspace.team;
      return {
        url: `${url}/`,
        team: name,
        team_id: id,
        user: userName(workspace.bot),
        user_id: workspace.bot.id,
        bot_id: workspace.botId,
        ...(workspace.organisation && { enterprise_id: workspace.organisation.id }),
        is_enterprise_install: organisation !== null,
      };
    },
  }),

  'bots.info': method({
    scope: 'users:read',
    args: z.looseObject({ bot: z.string().optional() }),
    run: ({ bot }, { workspace }) => {
      if (bot !== undefined && bot !== workspace.botId) throw new SlackError('bot_not_found');
      return {
        bot: {
          id: workspace.botId,
          deleted: false,
          name: workspace.bot.name,
          app_id: workspace.appId,
          user_id: workspace.bot.id,
        },
      };
    },
  }),

  'users.info': method({
    scope: 'users:read',
    args: z.looseObject({ user: z.string() }),
    run: (args, { workspace }) => {
      const user = workspace.users.get(args.user);
      if (user === undefined) throw new SlackError('user_not_found');
      return {
        user: {
          id: user.id,
          team_id: workspace.team.id,
          name: userName(user),
          real_name: user.name,
          deleted: false,
          is_bot: user.isBot,
          is_admin: user.isAdmin === true,
          is_app_user: false,
          is_restricted: false,
          is_ultra_restricted: false,
          tz: user.tz,
          tz_label: user.tzLabel,
          tz_offset: user.tzOffset,
          profile: { real_name: user.name, display_name: user.name },
        },
      };
    },
  }),
};
