import { z } from 'zod';
import type { BlockJson } from '../contract.js';
import type { Files } from '../files.js';
import { type JsonObject, jsonObject } from '../json.js';
import { refusal, SlackError } from '../slack-error.js';
import { blocksOf, type Surface } from './block-schemas.js';
import { withIds } from './ids.js';
import { problems } from './problems.js';
import { wrongFiles } from './slack-files.js';
import { visibleLength } from './visible-text.js';

const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
const MOST_CHARACTERS = 13_200;
const MOST_MARKDOWN = 12_000;

const anyBlock = z.looseObject({ type: z.string(), block_id: z.string().optional() });

/**
 * Holds the blocks of a message against Slack's rules and gives them, with ids where they had none.
 * Throws `invalid_blocks`, with a JSON pointer and a reason for each rule that is broken, or
 * `msg_blocks_too_long`.
 */
export function checkMessageBlocks(given: unknown, files: Files): BlockJson[] {
  const { blocks, wrong: broken } = checkBlocks(given, 'message');
  const wrong = [...broken, ...wrongFiles(blocks, files)];
  if (wrong.length > 0) throw refusal('invalid_blocks', wrong);
  if (visibleLength(blocks) > MOST_CHARACTERS) throw new SlackError('msg_blocks_too_long');
  return blocks;
}

/**
 * The blocks of a surface with their ids, and every rule that they break; no blocks where they
 * break one.
 */
export function checkBlocks(
  given: unknown,
  surface: Surface,
): { blocks: BlockJson[]; wrong: string[] } {
  const schema = z.object({ blocks: z.array(blocksOf[surface]).max(MOST_BLOCKS[surface]) });
  const read = schema.safeParse({ blocks: given }, { reportInput: true });
  if (!read.success) return { blocks: [], wrong: problems(read.error.issues) };
  const blocks = z.array(anyBlock).parse(given);
  const wrong = [...repeatedIds(blocks), ...crossed(blocks)];
  return { blocks: wrong.length > 0 ? [] : blocks.map(withIds), wrong };
}

function repeatedIds(blocks: readonly BlockJson[]): string[] {
  const all = blocks.flatMap((block, index) => nested(block, `/blocks/${index}`));
  const ids = all.map(({ block, path }) => ({ id: block.block_id, path: `${path}/block_id` }));
  const actions = all.flatMap(({ block, path }) => repeated(actionIds(block), 'action_id', path));
  return [
    ...ids
      .filter(
        ({ id }, index) => id !== undefined && ids.findIndex((each) => each.id === id) < index,
      )
      .map(({ id, path }) => `\`block_id\` "${String(id)}" already exists [json-pointer:${path}]`),
    ...actions,
  ];
}

function repeated(ids: string[], name: string, path: string): string[] {
  const again = ids.filter((id, index) => ids.indexOf(id) < index);
  return again.map((id) => `\`${name}\` "${id}" already exists [json-pointer:${path}]`);
}

/** A block, the cards of a carousel and the children of a container. */
function nested(block: JsonObject, path: string): { block: JsonObject; path: string }[] {
  const children = block.type === 'container' ? 'child_blocks' : 'elements';
  const hasChildren = block.type === 'container' || block.type === 'carousel';
  const within = hasChildren ? z.array(jsonObject).parse(block[children]) : [];
  return [
    { block, path },
    ...within.flatMap((child, index) => nested(child, `${path}/${children}/${index}`)),
  ];
}

function actionIds(block: JsonObject): string[] {
  const elements = z.array(z.unknown()).catch([]);
  const own = [...elements.parse(block.elements), ...elements.parse(block.actions)];
  return own.flatMap((each) => {
    const read = z.object({ action_id: z.string() }).safeParse(each);
    return read.success ? [read.data.action_id] : [];
  });
}

/**
 * Rules over several blocks: one table and two charts a message, and 12,000 characters of markdown
 * in all.
 */
function crossed(blocks: readonly BlockJson[]): string[] {
  const tables = blocks.filter(({ type }) => type === 'table').length;
  const charts = blocks.filter(({ type }) => type === 'data_visualization').length;
  const markdown = visibleLength(blocks.filter(({ type }) => type === 'markdown'));
  return [
    ...(tables > 1 ? ['only_one_table_allowed [json-pointer:/blocks]'] : []),
    ...(charts > 2 ? ['no more than 2 charts allowed [json-pointer:/blocks]'] : []),
    ...(markdown > MOST_MARKDOWN
      ? [`must be less than ${MOST_MARKDOWN + 1} characters of markdown [json-pointer:/blocks]`]
      : []),
  ];
}
