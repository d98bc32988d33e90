import type { ViewJson } from './blocks/view.js';
import type { View } from './contract.js';
import { initialState } from './element-state.js';
import type { JsonObject } from './json.js';
import { randomId } from './random-id.js';
import { SlackError } from './slack-error.js';
import type { StoredView } from './stored-view.js';
import type { Workspace } from './workspace.js';

const MODALS_DEEP = 3;

/** Opens a modal in place of any that is open. */
export function openModal(workspace: Workspace, user: string, given: ViewJson): StoredView {
  refuseTakenExternalId(workspace, given);
  const view = makeView(workspace, user, given, null);
  workspace.modals = [view];
  workspace.changed();
  return view;
}

/** Puts a modal on top of the open one; Slack lets three lie on each other. */
export function pushModal(workspace: Workspace, user: string, given: ViewJson): StoredView {
  const top = workspace.modals.at(-1);
  if (top === undefined) throw new SlackError('not_found');
  if (workspace.modals.length >= MODALS_DEEP) throw new SlackError('push_limit_reached');
  refuseTakenExternalId(workspace, given);
  const view = makeView(workspace, user, given, top);
  workspace.modals = [...workspace.modals, view];
  workspace.changed();
  return view;
}

/** Gives a view new content. Values stay where the ids of block and action do. */
export function updateView(workspace: Workspace, view: StoredView, given: ViewJson): StoredView {
  const blocks = given.blocks;
  const fresh = initialState(blocks);
  for (const [block, actions] of Object.entries(fresh)) {
    for (const [action, value] of Object.entries(actions)) {
      const previous = view.state[block]?.[action];
      if (previous !== undefined && previous.type === value.type) actions[action] = previous;
    }
  }
  Object.assign(view, { given, blocks, state: fresh, errors: {}, hash: makeHash(workspace) });
  workspace.changed();
  return view;
}

/** Sets a user's Home tab. */
export function publishHome(workspace: Workspace, user: string, given: ViewJson): StoredView {
  const before = workspace.homes.get(user);
  if (before !== undefined) return updateView(workspace, before, given);
  const view = makeView(workspace, user, given, null);
  workspace.homes.set(user, view);
  workspace.changed();
  return view;
}

/** Closes the modal in front, or all of them. */
export function closeModal(workspace: Workspace, options: { all: boolean }): void {
  workspace.modals = options.all ? [] : workspace.modals.slice(0, -1);
  workspace.changed();
}

export function findView(workspace: Workspace, id: string): StoredView | undefined {
  return [...workspace.modals, ...workspace.homes.values()].find((view) => view.id === id);
}

/** The view as Slack sends it to the app. */
export function viewPayload(workspace: Workspace, view: StoredView): JsonObject {
  const { given } = view;
  return {
    id: view.id,
    team_id: workspace.team.id,
    type: given.type,
    blocks: view.blocks,
    private_metadata: given.private_metadata ?? '',
    callback_id: given.callback_id ?? '',
    external_id: given.external_id ?? '',
    state: { values: view.state },
    hash: view.hash,
    clear_on_close: given.clear_on_close ?? false,
    notify_on_close: given.notify_on_close ?? false,
    title: given.title ?? null,
    submit: given.submit ?? null,
    close: given.close ?? null,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: workspace.appId,
    bot_id: workspace.botId,
    app_installed_team_id: workspace.team.id,
  };
}

/** The view as the page shows it. */
export function viewForPage({ id, given, blocks, errors }: StoredView): View {
  return {
    id,
    type: given.type,
    title: given.title?.text ?? '',
    submit: given.submit?.text ?? null,
    close: given.close?.text ?? null,
    blocks,
    errors,
  };
}

function makeView(
  workspace: Workspace,
  user: string,
  given: ViewJson,
  below: StoredView | null,
): StoredView {
  const id = `V0${randomId(9)}`;
  return {
    id,
    hash: makeHash(workspace),
    rootViewId: below?.rootViewId ?? id,
    previousViewId: below?.id ?? null,
    user,
    given,
    blocks: given.blocks,
    state: initialState(given.blocks),
    offered: new Map(),
    errors: {},
  };
}

function makeHash(workspace: Workspace): string {
  return `${workspace.nextTs()}.${randomId(8).toLowerCase()}`;
}

function refuseTakenExternalId(workspace: Workspace, { external_id: id }: ViewJson): void {
  const views = [...workspace.modals, ...workspace.homes.values()];
  if (id && views.some((view) => view.given.external_id === id)) {
    throw new SlackError('duplicate_external_id');
  }
}
