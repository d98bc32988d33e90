import { z } from 'zod';
import { option, optionGroup } from './blocks/composition.js';
import { interactiveElements, isExternal, offer } from './elements.js';
import type { JsonObject } from './json.js';
import { channelName, interactionPayload, messagePayload } from './payloads.js';
import { resolve } from './person.js';
import { Refused } from './refused.js';
import type { ServerContext } from './server-context.js';
import type { StoredView } from './stored-view.js';
import { viewPayload } from './views.js';
import type { StoredMessage } from './workspace.js';

const SHORTEST_QUERY = 3;
const MOST_OPTIONS = 100;

const limits = z.looseObject({ min_query_length: z.number().default(SHORTEST_QUERY) });

const suggested = z.union([
  z.object({ options: z.array(option).max(MOST_OPTIONS) }),
  z
    .object({ option_groups: z.array(optionGroup).max(MOST_OPTIONS) })
    .transform(({ option_groups }) => ({
      options: option_groups.flatMap((group) => group.options),
    })),
]);

/**
 * Asks the app what its list offers for what is typed (`value`), and remembers it: only that can be
 * chosen. Nothing is asked before `min_query_length` characters. Source: Slack, "block_suggestion
 * payloads".
 */
export async function suggest(
  context: ServerContext,
  place: StoredMessage | StoredView,
  { actionId, blockId, value }: { actionId: string; blockId?: string; value: string },
): Promise<JsonObject[]> {
  const found = interactiveElements(place.blocks).find(
    (each) =>
      each.element.action_id === actionId && (blockId === undefined || each.blockId === blockId),
  );
  if (found === undefined || !isExternal(found.element))
    throw new Refused(`There is no list called ${actionId} here that the app fills.`);
  if (value.length < limits.parse(found.element).min_query_length) return [];
  const payload = {
    ...interactionPayload(context, 'block_suggestion', resolve(context, userOf(place)).user),
    ...placeFields(context, place),
    action_id: actionId,
    block_id: found.blockId,
    value,
  };
  const outcome = await context.deliveries.deliver({ kind: 'interactive', payload });
  if (!outcome.acked) throw new Refused(`The list could not be loaded (${outcome.error}).`);
  const read = suggested.safeParse(outcome.response);
  if (!read.success) throw new Refused('The list could not be loaded (invalid_response).');
  offer(place.offered, found, read.data.options);
  return read.data.options;
}

const userOf = (place: StoredMessage | StoredView): { user?: string } =>
  'ts' in place ? {} : { user: place.user };

function placeFields(context: ServerContext, place: StoredMessage | StoredView): JsonObject {
  if (!('ts' in place))
    return {
      container: { type: 'view', view_id: place.id },
      view: viewPayload(context.workspace, place),
    };
  const channel = context.workspace.channel(place.channel);
  return {
    container: {
      type: 'message',
      message_ts: place.ts,
      channel_id: channel.id,
      is_ephemeral: place.ephemeral,
    },
    channel: { id: channel.id, name: channelName(channel) },
    ...(!place.ephemeral && { message: messagePayload(context, place) }),
  };
}
