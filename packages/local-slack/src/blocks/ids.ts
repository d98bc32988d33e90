import { z } from 'zod';
import type { BlockJson } from '../contract.js';
import { type JsonObject, jsonObject } from '../json.js';
import { randomId } from '../random-id.js';

const blockLike = z.looseObject({ type: z.string(), block_id: z.string().optional() });

/** Elements and parts of blocks that nobody acts on. */
const PASSIVE = new Set(['image', 'plain_text', 'mrkdwn']);

/**
 * The block with a `block_id`, and its elements with `action_id`s, made up where the app gave none,
 * as Slack does.
 */
export function withIds(block: BlockJson): BlockJson {
  const { type } = block;
  const given = { ...block, block_id: block.block_id ?? randomId(5) };
  if (type === 'container') return { ...given, child_blocks: blocksWithIds(block.child_blocks) };
  if (type === 'carousel') return { ...given, elements: blocksWithIds(block.elements) };
  if (type === 'rich_text') return given;
  return {
    ...given,
    ...each(block, 'elements'),
    ...each(block, 'actions'),
    ...one(block, 'accessory'),
    ...one(block, 'element'),
  };
}

function blocksWithIds(blocks: unknown): BlockJson[] {
  return z.array(blockLike).parse(blocks).map(withIds);
}

function each(block: JsonObject, key: string): JsonObject {
  const elements = z.array(jsonObject).safeParse(block[key]);
  return elements.success ? { [key]: elements.data.map(acted) } : {};
}

function one(block: JsonObject, key: string): JsonObject {
  const element = jsonObject.safeParse(block[key]);
  return element.success ? { [key]: acted(element.data) } : {};
}

function acted(element: JsonObject): JsonObject {
  const isPassive = PASSIVE.has(String(element.type)) || element.action_id !== undefined;
  return isPassive ? element : { ...element, action_id: randomId(5) };
}
