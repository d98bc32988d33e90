import { z } from 'zod';
import { responseUrl } from './api/response-url.js';

/** Slack's ids are capital letters and digits; anything else could carry markup into a reply. */
export const Id = z.string().regex(/^[A-Z0-9]+$/);

/** Whoever clicks or sends something; Slack has their handle under either name. */
const Person = z.object({ id: Id, name: z.string().nullish(), username: z.string().nullish() });

const nameOf = ({ name, username }: z.infer<typeof Person>): string => name ?? username ?? '';

/** A form that somebody sent, as far as it is read. */
export const Submission = z
  .object({ user: Person, view: z.object({ private_metadata: z.string(), state: z.unknown() }) })
  .transform(({ user, view }) => ({
    user: user.id,
    userName: nameOf(user),
    metadata: view.private_metadata,
    state: view.state,
  }));

/** What a Home tab, and a form that was opened from it, goes on with. */
export const HomeMetadata = z.object({ direct: Id.nullable(), urn: z.string().nullable() });

/** What a Home tab carries; one that an older version filled carries nothing. */
const homePlace = (metadata: string): z.infer<typeof HomeMetadata> =>
  metadata === '' ? { direct: null, urn: null } : HomeMetadata.parse(JSON.parse(metadata));

/**
 * A block action (somebody clicks a button), as far as it is read. One in the Home tab has no
 * channel and no `response_url`. It is read once: `respond` counts the uses of its `response_url`.
 */
export const BlockAction = z
  .object({
    user: Person,
    channel: z.object({ id: Id }).nullish(),
    container: z.object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().default(false),
    }),
    view: z.object({ type: z.string(), private_metadata: z.string().default('') }).nullish(),
    response_url: z.url().optional(),
    trigger_id: z.string().optional(),
    actions: z
      .array(
        z.object({
          action_id: z.string().default(''),
          block_id: z.string().default(''),
          value: z.string().default(''),
          selected_option: z
            .object({
              value: z.string(),
              text: z.object({ text: z.string() }).nullish().catch(null),
            })
            .nullish(),
        }),
      )
      .min(1),
  })
  .transform(({ user, channel, container, view, response_url, trigger_id, actions }) => ({
    user: user.id,
    userName: nameOf(user),
    channel: channel?.id,
    messageTs: container.message_ts,
    isEphemeral: container.is_ephemeral,
    threadTs: container.thread_ts,
    respond: response_url === undefined ? undefined : responseUrl(response_url),
    responseUrl: response_url,
    triggerId: trigger_id,
    /** Where it was clicked in a Home tab: what that was filled with. */
    home: view?.type === 'home' ? homePlace(view.private_metadata) : null,
    actionId: actions[0]?.action_id ?? '',
    value: actions[0]?.value ?? '',
    blockId: actions[0]?.block_id ?? '',
    /** What was chosen in a list. */
    selected: actions[0]?.selected_option?.value ?? null,
    /** What that is called in the list. */
    selectedName: actions[0]?.selected_option?.text?.text ?? null,
  }));
export type BlockAction = z.infer<typeof BlockAction>;

/** A message shortcut: somebody chooses it in the menu of a message, whose text it carries. */
export const MessageShortcut = z
  .object({
    user: Person,
    channel: z.object({ id: Id }),
    message: z.object({
      user: z.string().optional(),
      text: z.string().default(''),
      thread_ts: z.string().optional(),
    }),
    trigger_id: z.string(),
    response_url: z.url(),
  })
  .transform(({ user, channel, message, trigger_id, response_url }) => ({
    user: user.id,
    channel: channel.id,
    text: message.text,
    writer: message.user,
    threadTs: message.thread_ts,
    trigger: trigger_id,
    responseUrl: response_url,
  }));

/** A slash command, as far as it is read; once a command, for `respond` counts too. */
export const SlashCommand = z
  .object({
    channel_id: Id,
    user_id: Id,
    user_name: z.string().default(''),
    trigger_id: z.string().default(''),
    text: z.string().default(''),
    response_url: z.url(),
  })
  .transform(({ response_url, ...command }) => ({
    ...command,
    responseUrl: response_url,
    respond: responseUrl(response_url),
  }));

/**
 * The workspace that something belongs to or, where Slack names none, the enterprise across which
 * the app is installed: the key of all that is stored of it.
 * @throws Error where Slack names neither, so that nothing is stored without a key.
 */
export function workspaceOf(context: { teamId?: string; enterpriseId?: string }): string {
  const workspace = context.teamId || context.enterpriseId;
  if (!workspace) throw new Error('Slack names no workspace');
  return workspace;
}
