import { z } from 'zod';
import { initialState } from './element-state.js';
import { changedMessageEvents, deletedMessageEvents, sendEvents } from './events.js';
import { messagePayload } from './payloads.js';
import { checkContent, contentFields, flag, postAsBot } from './posting.js';
import type { ServerContext } from './server-context.js';
import { SlackError } from './slack-error.js';
import type { ResponseTarget } from './tickets.js';

/** What an app may say through a `response_url`, and in the acknowledgement of a slash command. */
const response = z.looseObject({
  ...contentFields,
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: flag.optional(),
  delete_original: flag.optional(),
  thread_ts: z.string().optional(),
});

/**
 * Does what an app asks through a `response_url`: removes or replaces the message that was acted
 * on, or posts a new one, ephemeral unless `response_type` says `in_channel`. It works where the
 * bot is no member. Throws `SlackError`s.
 */
export function respond(context: ServerContext, target: ResponseTarget, given: unknown): void {
  const read = response.safeParse(given);
  if (!read.success) throw new SlackError('invalid_payload');
  const { workspace } = context;
  const original =
    target.messageTs === null ? undefined : workspace.findMessage(target.channel, target.messageTs);
  if (read.data.delete_original === true) {
    if (original === undefined) throw new SlackError('message_not_found');
    workspace.removeMessage(original);
    void sendEvents(context, deletedMessageEvents(context, original));
    return;
  }
  const content = checkContent(read.data, context);
  if (read.data.replace_original === true && original !== undefined) {
    const before = messagePayload(context, original);
    workspace.editMessage(original, content);
    original.state = initialState(content.blocks);
    void sendEvents(context, changedMessageEvents(context, original, before));
    return;
  }
  if (workspace.channel(target.channel).isArchived) throw new SlackError('channel_is_archived');
  postAsBot(context, content, {
    channel: target.channel,
    threadTs: read.data.thread_ts ?? null,
    ephemeralTo: read.data.response_type === 'in_channel' ? null : target.user,
  });
}
