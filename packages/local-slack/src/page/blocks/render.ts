import type { BlockJson } from '../../contract.js';
import { h } from '../dom.js';
import {
  actions,
  alertBlock,
  contextBlock,
  fileBlock,
  header,
  imageBlock,
  markdownBlock,
  section,
  videoBlock,
} from './basic.js';
import { chart } from './chart.js';
import { type BlockContext, nameOf } from './context.js';
import { inputBlock } from './input.js';
import { card, carousel, container, plan, taskCard } from './layout.js';
import { richText } from './rich-text.js';
import { dataTable, simpleTable } from './table.js';

type Renderer = (block: BlockJson, context: BlockContext) => Node;

/** One row a block type (docs.slack.dev/reference/block-kit/blocks). */
const RENDERERS = new Map<string, Renderer>(
  Object.entries({
    actions,
    alert: alertBlock,
    card,
    carousel,
    container: (block, context) => container(block, context, renderBlock),
    context: contextBlock,
    context_actions: actions,
    data_table: (block, context) => dataTable(block, nameOf(context.state)),
    data_visualization: chart,
    divider: () => h('hr'),
    file: fileBlock,
    header,
    image: imageBlock,
    input: inputBlock,
    markdown: markdownBlock,
    plan,
    rich_text: (block, context) => richText(block, nameOf(context.state)),
    section,
    table: (block, context) => simpleTable(block, nameOf(context.state)),
    task_card: taskCard,
    video: videoBlock,
  }),
);

function renderBlock(block: BlockJson, context: BlockContext): Node {
  const renderer = RENDERERS.get(block.type);
  return renderer
    ? renderer(block, context)
    : h('p', { class: 'unknown' }, `This block cannot be shown here: ${block.type}`);
}

/**
 * The blocks of a message or view, in order. One of a type this page does not know says so in its
 * place.
 */
export const renderBlocks = (blocks: BlockJson[], context: BlockContext): HTMLElement =>
  h('div', { class: 'blocks' }, ...blocks.map((block) => renderBlock(block, context)));
