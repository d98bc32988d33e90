import type { Channel, Deed, DeedResult, State } from '../contract.js';
import type { Route } from './route.js';

/** What every part of the page is shown from, and the two things it can do: act in the workspace and go somewhere. */
export type Page = {
  state: State;
  route: Route;
  /** Does a deed; a refusal is also shown above the message box, unless the caller shows it (`quiet`). */
  act(deed: Deed, options?: { quiet: boolean }): Promise<DeedResult>;
  go(route: Route): void;
};

/** Asks the bot what a list of its own offers, in a message or a view. */
export const suggestIn =
  ({ act }: Page, at: Extract<Deed, { do: 'suggest' }>['at']) =>
  async (typed: { blockId: string; actionId: string; value: string }) => {
    const result = await act({ do: 'suggest', at, ...typed }, { quiet: true });
    return result.ok ? (result.options ?? []) : null;
  };

/** The open channel or direct message; null on the Home tab. */
export const openChannel = ({ state, route }: Pick<Page, 'state' | 'route'>): Channel | null =>
  state.channels.find(({ id }) => id === route.place) ?? null;

/** "#general", or the bot's name for the direct message with it. */
export const channelName = (channel: Channel): string =>
  channel.kind === 'im' ? channel.name : `#${channel.name}`;
