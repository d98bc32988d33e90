import { z } from 'zod';
import { checkView } from './blocks/view.js';
import { chosen, setState } from './element-state.js';
import { interactiveElements, withOffered } from './elements.js';
import type { JsonObject } from './json.js';
import { interactionPayload } from './payloads.js';
import { resolve } from './person.js';
import { Refused } from './refused.js';
import type { ServerContext } from './server-context.js';
import { SlackError } from './slack-error.js';
import type { StoredView } from './stored-view.js';
import { formErrors } from './submission.js';
import { closeModal, pushModal, updateView, viewPayload } from './views.js';

const submissionAnswer = z.discriminatedUnion('response_action', [
  z.looseObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.looseObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('clear') }),
]);

/**
 * Submits the modal in front with these values, by `block_id` and `action_id`: plain values (text,
 * an option's value, a date) or Slack's state objects. What Slack's own form checks is checked
 * first and stands in the view's `errors`; then the app's answer is followed: errors, an update, a
 * push, or closing.
 */
export async function submitModal(
  context: ServerContext,
  view: StoredView,
  values: Record<string, Record<string, unknown>>,
): Promise<void> {
  const { workspace, deliveries } = context;
  if (workspace.modals.at(-1) !== view) throw new Refused('This form is no longer open.');
  const { user } = resolve(context, { user: view.user });
  for (const placed of interactiveElements(view.blocks)) {
    const { blockId, element } = placed;
    const value = values[blockId]?.[element.action_id];
    if (value === undefined) continue;
    const state = chosen(withOffered(placed, view.offered), value);
    setState(view.state, blockId, element.action_id, state);
  }
  view.errors = formErrors(view);
  workspace.changed();
  if (Object.keys(view.errors).length > 0) return;
  const payload = {
    ...interactionPayload(context, 'view_submission', user),
    view: viewPayload(workspace, view),
    response_urls: responseUrls(context, view),
  };
  const outcome = await deliveries.deliver({ kind: 'interactive', payload });
  if (!outcome.acked) {
    workspace.notify(TROUBLE, null);
    return;
  }
  try {
    follow(context, view, outcome.response);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    workspace.notify(`${TROUBLE} (${error.code})`, null);
  }
}

/** Closes the modal in front; the app is sent `view_closed` where it asked for it. */
export async function dismissModal(context: ServerContext, view: StoredView): Promise<void> {
  const { workspace } = context;
  if (workspace.modals.at(-1) !== view) throw new Refused('This form is no longer open.');
  const all = view.given.clear_on_close ?? false;
  closeModal(workspace, { all });
  if (view.given.notify_on_close !== true) return;
  const { user } = resolve(context, { user: view.user });
  await context.deliveries.deliver({
    kind: 'interactive',
    payload: {
      ...interactionPayload(context, 'view_closed', user),
      view: viewPayload(workspace, view),
      is_cleared: all,
    },
  });
}

const TROUBLE = 'We had some trouble connecting. Try again?';

function follow(context: ServerContext, view: StoredView, response: unknown): void {
  const { workspace } = context;
  if (response === null || response === '') {
    closeModal(workspace, { all: false });
    return;
  }
  const read = submissionAnswer.safeParse(response);
  if (!read.success) throw new SlackError('invalid_response');
  const answer = read.data;
  if (answer.response_action === 'clear') closeModal(workspace, { all: true });
  else if (answer.response_action === 'update') updateView(workspace, view, checkView(answer.view));
  else if (answer.response_action === 'push') {
    pushModal(workspace, view.user, checkView(answer.view));
  } else {
    const inputs = view.blocks.filter((block) => block.type === 'input');
    const unknown = Object.keys(answer.errors).filter(
      (id) => !inputs.some((block) => block.block_id === id),
    );
    if (unknown.length > 0) throw new SlackError('invalid_error_block_id');
    view.errors = answer.errors;
    workspace.changed();
  }
}

function responseUrls({ tickets, url }: ServerContext, view: StoredView): JsonObject[] {
  return interactiveElements(view.blocks).flatMap(({ blockId, element }) => {
    const state = view.state[blockId]?.[element.action_id];
    const channel = state?.selected_conversation ?? state?.selected_channel;
    if (element.response_url_enabled !== true || typeof channel !== 'string') return [];
    const target = { channel, user: view.user, messageTs: null };
    return [
      {
        block_id: blockId,
        action_id: element.action_id,
        channel_id: channel,
        response_url: `${url}${tickets.issueResponse(target)}`,
      },
    ];
  });
}
