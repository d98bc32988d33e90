import type { MessageBlock } from './reply.js';

/** Slack's limit for a message; a container's children are counted here, though Slack may not. */
const MOST_BLOCKS = 50;
/**
 * Slack refuses about 13,200 characters in all and does not say what it counts; the whole JSON
 * counted against less than that is safe either way (bolt-js issues 2509 and 2867).
 */
const MOST_CHARACTERS = 12_000;

/** Whether a message of these blocks is more than Slack takes. */
export const isTooMuch = (blocks: MessageBlock[]): boolean =>
  countBlocks(blocks) > MOST_BLOCKS || isTooLong(blocks);

/** Whether it has too many characters. */
export const isTooLong = (blocks: MessageBlock[]): boolean => lengthOf(blocks) > MOST_CHARACTERS;

/** What blocks count against the characters of a message. */
export const lengthOf = (blocks: MessageBlock[]): number => JSON.stringify(blocks).length;

const countBlocks = (blocks: MessageBlock[]): number =>
  blocks.reduce(
    (sum, block) => sum + 1 + (block.type === 'container' ? block.child_blocks.length : 0),
    0,
  );
