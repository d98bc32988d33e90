import type { State } from '../contract.js';

/** Where the person is: a channel's id or "home", and the thread open beside it. */
export type Route = { place: string; thread: string | null };

export const HOME = 'home';

/** The route as the address bar shows it, so that reload and "back" work. */
export const routeHash = ({ place, thread }: Route): string =>
  thread ? `#/${place}/${thread}` : `#/${place}`;

/**
 * The route an address names; a place this workspace lacks, or no address, leads to the first
 * channel.
 */
export function parseRoute(hash: string, state: State): Route {
  const [, place = '', thread] = hash.split('/');
  if (place === HOME) return { place, thread: null };
  const channel = state.channels.find(({ id }) => id === place);
  if (!channel) return { place: state.channels[0]?.id ?? HOME, thread: null };
  const parent = state.messages.find(({ channel: id, ts }) => id === place && ts === thread);
  return { place, thread: parent?.ts ?? null };
}
