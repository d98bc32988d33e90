import type { ActionResult, Channel, State, UserAction } from '../contract.js';
import type { Route } from './route.js';

/**
 * What every part of the page is rendered from, and the two things it can do: act in the workspace
 * and go somewhere.
 */
export type Page = {
  state: State;
  route: Route;
  /**
   * Does an action; a refusal is also shown above the message box, unless the caller shows it
   * (`quiet`).
   */
  act(action: UserAction, options?: { quiet: boolean }): Promise<ActionResult>;
  go(route: Route): void;
};

/** Asks the bot what a list of its own offers, in a message or a view. */
export const suggestIn =
  ({ act }: Page, at: Extract<UserAction, { type: 'suggest' }>['at']) =>
  async (typed: { blockId: string; actionId: string; value: string }) => {
    const result = await act({ type: 'suggest', at, ...typed }, { quiet: true });
    return result.ok ? (result.options ?? []) : null;
  };

/** The open channel or direct message; null on the Home tab. */
export const openChannel = ({ state, route }: Pick<Page, 'state' | 'route'>): Channel | null =>
  state.channels.find(({ id }) => id === route.place) ?? null;

/** "#general", or the bot's name for the direct message with it. */
export const channelName = (channel: Channel): string =>
  channel.kind === 'im' ? channel.name : `#${channel.name}`;
