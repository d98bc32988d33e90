import { z } from 'zod';
import { parseJson } from '../json.js';
import { SlackError } from '../slack-error.js';
import { type Method, method, requireChannel } from './call.js';

const MOST_PROMPTS = 4;

const prompts = z.preprocess(
  (given) => (typeof given === 'string' ? parseJson(given) : given),
  z
    .array(z.looseObject({ title: z.string().min(1), message: z.string().min(1) }))
    .min(1)
    .max(MOST_PROMPTS),
);

export const assistantMethods: Record<string, Method> = {
  'assistant.threads.setSuggestedPrompts': method({
    scope: 'assistant:write',
    args: z.looseObject({ channel_id: z.string(), thread_ts: z.string().optional(), prompts }),
    run: (args, context) => {
      const channel = requireChannel(args.channel_id, context);
      if (channel.kind !== 'im') throw new SlackError('channel_not_found');
      // Slack's documentation: with `agent_view`, a call that names a thread silently does nothing.
      if (args.thread_ts !== undefined) return {};
      context.workspace.prompts = args.prompts.map(({ title, message }) => ({ title, message }));
      context.workspace.changed();
      return {};
    },
  }),

  'assistant.threads.setStatus': method({
    scope: 'assistant:write',
    args: z.looseObject({ channel_id: z.string(), thread_ts: z.string(), status: z.string() }),
    run: (args, context) => {
      const channel = requireChannel(args.channel_id, context);
      if (context.workspace.findMessage(channel.id, args.thread_ts) === undefined) {
        throw new SlackError('invalid_thread_ts');
      }
      return {};
    },
  }),
};
