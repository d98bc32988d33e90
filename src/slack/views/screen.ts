/**
 * What a message shows of an answer, and to whom: `page` 0 is the first screen, 1 and on the whole
 * answer, as many pages as Slack's limits make. `mode` is how the message stands to sharing: one
 * that only its asker sees offers it, or was shared; one in a channel was shared by somebody (their
 * id), or has nothing to do with it.
 */
export type Screen = { page: number; mode: Mode };
export type Mode = 'none' | 'offer' | 'shared' | { sharedBy: string };

export const FIRST: Screen = { page: 0, mode: 'none' };

const ACTION_ID = /^show:(\d{1,3}):(none|offer|shared|[A-Z0-9]+)$/;

/** What a button that leads to a screen is called in the payload of a block action. */
export const showActionId = ({ page, mode }: Screen): string =>
  `show:${page}:${typeof mode === 'string' ? mode : mode.sharedBy}`;

/** The screen that such a button leads to; the first one where it cannot be read. */
export function screenOf(actionId: string): Screen {
  const [, page, mode] = ACTION_ID.exec(actionId) ?? [];
  if (page === undefined || mode === undefined) return FIRST;
  const isPlain = mode === 'none' || mode === 'offer' || mode === 'shared';
  return { page: Number(page), mode: isPlain ? mode : { sharedBy: mode } };
}

/** What the button that shares a page is called. */
export const shareActionId = (page: number): string => (page === 0 ? 'share' : `share:${page}`);

/** The page that such a button shares. */
export const pageShared = (actionId: string): number => Number(actionId.split(':')[1] ?? 0);
