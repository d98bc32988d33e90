import { actionFields, setState } from './element-state.js';
import { interactiveElements, withOffered } from './elements.js';
import type { JsonObject } from './json.js';
import { channelName, interactionPayload, messagePayload } from './payloads.js';
import { resolve } from './person.js';
import { Refused } from './refused.js';
import type { ServerContext } from './server-context.js';
import type { StoredView } from './stored-view.js';
import { viewPayload } from './views.js';
import type { StoredMessage } from './workspace.js';

/**
 * Which element: by its `action_id`, by its block too where several share one, and what is chosen
 * in it.
 */
export type Click = { actionId: string; blockId?: string; value?: string | null; user?: string };

/**
 * Presses or chooses something in a message. Resolves when that was acknowledged or Slack gave up
 * on it.
 */
export async function clickInMessage(
  context: ServerContext,
  message: StoredMessage,
  click: Click,
): Promise<void> {
  const { workspace, tickets, url } = context;
  const { user, channel } = resolve(context, { channel: message.channel, user: click.user });
  const action = applyClick(context, message, click);
  const target = { channel: channel.id, user: user.id, messageTs: message.ts };
  const payload = {
    ...interactionPayload(context, 'block_actions', user),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.ephemeral,
      ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channelName(channel) },
    ...(!message.ephemeral && { message: messagePayload(context, message) }),
    state: { values: message.state },
    response_url: `${url}${tickets.issueResponse(target)}`,
    actions: [action],
  };
  const outcome = await context.deliveries.deliver({ kind: 'interactive', payload });
  if (!outcome.acked) workspace.notify(clickFailure(outcome.error), channel.id);
}

/** Presses or chooses something in a modal or the Home tab. */
export async function clickInView(
  context: ServerContext,
  view: StoredView,
  click: Click,
): Promise<void> {
  const { user } = resolve(context, { user: click.user ?? view.user });
  const action = applyClick(context, view, click);
  const payload = {
    ...interactionPayload(context, 'block_actions', user),
    container: { type: 'view', view_id: view.id },
    view: viewPayload(context.workspace, view),
    actions: [action],
  };
  const outcome = await context.deliveries.deliver({ kind: 'interactive', payload });
  if (!outcome.acked) context.workspace.notify(clickFailure(outcome.error), null);
}

/** Finds the element, records what is chosen in it, and gives it as Slack's `actions` do. */
function applyClick(
  { workspace }: ServerContext,
  place: Pick<StoredMessage, 'blocks' | 'state' | 'offered'>,
  { actionId, blockId, value }: Click,
): JsonObject {
  const found = interactiveElements(place.blocks).find(
    (each) =>
      each.element.action_id === actionId && (blockId === undefined || each.blockId === blockId),
  );
  if (found === undefined) throw new Refused(`There is nothing here called ${actionId}.`);
  if (found.input !== null && found.input.dispatch_action !== true) {
    throw new Refused(`${actionId} is sent to the app when the form is submitted.`);
  }
  const fields = actionFields(withOffered(found, place.offered), value ?? null);
  if (place.state[found.blockId]?.[actionId] !== undefined) {
    setState(place.state, found.blockId, actionId, fields);
    workspace.changed();
  }
  return {
    ...fields,
    action_id: actionId,
    block_id: found.blockId,
    action_ts: workspace.nextTs(),
  };
}

function clickFailure(error: string): string {
  return error === 'operation_timeout'
    ? `The app did not answer your click in time (${error})`
    : `The app could not be told of your click (${error})`;
}
