import { createHash } from 'node:crypto';
import { type Answer, firstScreen } from '../../answer/index.js';

/**
 * What a message shows of an answer, and to whom: `page` 0 is the first screen, 1 and on the whole
 * answer, as many pages as Slack's limits make. `mode` is how the message stands to sharing: one
 * that only its asker sees offers it, or was shared; one in a channel was shared by somebody (their
 * id; `inThread`: what it leaves out stands in its thread), is that `rest`, or has nothing to do
 * with it.
 */
export type Screen = { page: number; mode: Mode };
export type Mode = 'none' | 'offer' | 'shared' | 'rest' | { sharedBy: string; inThread?: boolean };

export const FIRST: Screen = { page: 0, mode: 'none' };

const ACTION_ID = /^show:(\d{1,3}):(none|offer|shared|rest|[A-Z0-9]+)$/;

/** What a button that leads to a screen is called in the payload of a block action. */
export const showActionId = ({ page, mode }: Screen): string =>
  `show:${page}:${typeof mode === 'string' ? mode : mode.sharedBy}`;

/** The screen that such a button leads to; the first one where it cannot be read. */
export function screenOf(actionId: string): Screen {
  const [, page, mode] = ACTION_ID.exec(actionId) ?? [];
  if (page === undefined || mode === undefined) return FIRST;
  return { page: Number(page), mode: isPlain(mode) ? mode : { sharedBy: mode } };
}

const isPlain = (mode: string): mode is Exclude<Mode, object> =>
  ['none', 'offer', 'shared', 'rest'].includes(mode);

/** What the button that shares an answer is called on a page of it. */
export const shareActionId = (page: number): string => (page === 0 ? 'share' : `share:${page}`);

/** The page of the sharer's own message on which such a button stands. */
export const pageShared = (actionId: string): number => Number(actionId.split(':')[1] ?? 0);

const PREFIX = 'answer ';

/** The longest name of a council that goes into the name of a block; Slack allows 255 in all. */
const LONGEST_NAME = 200;

/**
 * What the row of buttons is called under an answer: by it one that has changed is known, and the
 * council that it was about, should the register lose it.
 */
export function answerBlockId(answer: Answer): string {
  const { authority } = answer;
  const council =
    authority && authority.name.length <= LONGEST_NAME ? ` ${authority.urn} ${authority.name}` : '';
  return `${PREFIX}${fingerprint(answer)}${council}`;
}

/** Whether an answer says something else than the one that had this row of buttons. */
export const hasChanged = (blockId: string, answer: Answer): boolean =>
  blockId.startsWith(PREFIX) && partsOf(blockId)[0] !== fingerprint(answer);

/** The council that the answer above a row of buttons was about, as it was called then. */
export function councilOfRow(blockId: string): { urn: string; name: string } | null {
  if (!blockId.startsWith(PREFIX)) return null;
  const [, urn, ...name] = partsOf(blockId);
  return urn !== undefined && name.length > 0 ? { urn, name: name.join(' ') } : null;
}

const partsOf = (blockId: string): string[] => blockId.slice(PREFIX.length).split(' ');

/** What an answer says first, in a few characters; how it was read is no part of it. */
function fingerprint(answer: Answer): string {
  const { headline, table, points } = firstScreen(answer);
  const said = [headline, table?.rows ?? [], points.map(({ reference }) => reference)];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 10);
}
