import { z } from 'zod';
import { checkMessageBlocks } from '../blocks/check.js';
import { entity } from '../blocks/entity.js';
import { problems } from '../blocks/problems.js';
import type { BlockJson, Unfurl } from '../contract.js';
import { parseJson } from '../json.js';
import { addressesIn, registeredDomain } from '../links.js';
import type { ServerContext } from '../server-context.js';
import { refusal, SlackError } from '../slack-error.js';
import type { StoredMessage } from '../workspace.js';
import { type Method, method } from './call.js';

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (typeof given === 'string' ? parseJson(given) : given), schema);

const unfurlArgs = z.looseObject({
  channel: z.string().optional(),
  ts: z.string().optional(),
  unfurl_id: z.string().optional(),
  source: z.enum(['composer', 'conversations_history']).optional(),
  unfurls: json(z.record(z.string(), z.looseObject({ blocks: z.unknown().optional() }))).optional(),
  metadata: json(z.strictObject({ entities: z.array(z.unknown()).min(1) })).optional(),
});

/**
 * `chat.unfurl`: previews under a message for links in it, by blocks or as Work Objects. A later
 * call changes the previews there are. Source: Slack, chat.unfurl.
 */
export const unfurlMethods: Record<string, Method> = {
  'chat.unfurl': method({
    scope: 'links:write',
    args: unfurlArgs,
    run: (args, context) => {
      const message = messageMeant(args, context);
      const given = [
        ...blocksGiven(args.unfurls, context),
        ...entitiesGiven(args.metadata, context),
      ];
      if (given.length === 0) throw new SlackError('missing_unfurls');
      const typed = addressesIn(message.text);
      for (const { url } of given)
        if (!typed.includes(url) || registeredDomain(url, context.unfurlDomains) === null)
          throw new SlackError('cannot_unfurl_url');
      message.unfurls = [
        ...message.unfurls.filter(({ url }) => !given.some((each) => each.url === url)),
        ...given,
      ];
      context.workspace.changed();
      return {};
    },
  }),
};

function messageMeant(
  { channel, ts, unfurl_id, source }: z.infer<typeof unfurlArgs>,
  { workspace }: ServerContext,
): StoredMessage {
  const [ofId, seconds, micros] = unfurl_id?.split('.') ?? [];
  if (channel === undefined && source === undefined) throw new SlackError('missing_channel');
  const place = channel ?? ofId ?? '';
  if (!workspace.channels.has(place)) throw new SlackError('cannot_find_channel');
  const message = workspace.findMessage(place, ts ?? `${seconds}.${micros}`);
  if (message === undefined) throw new SlackError('cannot_find_message');
  return message;
}

const blocksGiven = (
  unfurls: Record<string, { blocks?: unknown }> = {},
  { files }: ServerContext,
): Unfurl[] =>
  Object.entries(unfurls).map(([url, { blocks }]) => {
    if (!Array.isArray(blocks)) throw new SlackError('invalid_unfurls_format');
    const checked: BlockJson[] = checkMessageBlocks(blocks, files);
    return { url, blocks: checked, entity: null };
  });

/** Where Work Objects are not switched on, Slack's documentation has no word for the refusal. */
function entitiesGiven(
  metadata: { entities: unknown[] } | undefined,
  { workObjects }: ServerContext,
): Unfurl[] {
  if (metadata === undefined) return [];
  if (!workObjects) throw new SlackError('invalid_arguments');
  const read = z.object({ entities: z.array(entity) }).safeParse(metadata, { reportInput: true });
  if (!read.success) throw refusal('invalid_metadata_format', problems(read.error.issues));
  return read.data.entities.map((each) => {
    const { attributes, custom_fields = [] } = each.entity_payload;
    return {
      url: each.app_unfurl_url,
      blocks: [],
      entity: {
        title: attributes.title.text,
        type: attributes.display_type ?? '',
        link: each.url,
        fields: custom_fields.map(({ label, value = '' }) => ({ label, value: String(value) })),
      },
    };
  });
}
