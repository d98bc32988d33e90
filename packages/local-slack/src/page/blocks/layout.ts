import type { BlockJson } from '../../contract.js';
import { h } from '../dom.js';
import { flag, type Json, plain, record, records, string } from '../json.js';
import { button } from './buttons.js';
import { type BlockContext, nameOf, type RenderBlock } from './context.js';
import { image } from './image.js';
import { richText } from './rich-text.js';
import { link, textNodes } from './text.js';

/** A block inside another, if it is one. */
const isBlock = (json: Json): json is BlockJson => typeof json.type === 'string';

/** A `container`; a collapsible one opens and closes by its title. */
export function container(block: Json, context: BlockContext, render: RenderBlock): HTMLElement {
  const names = nameOf(context.state);
  const richTitle = record(block, 'rich_text_title');
  const icon = record(block, 'icon');
  const subtitle = textNodes(block, 'subtitle', names);
  const head = h(
    'div',
    { class: 'container-head' },
    icon && image(icon, 'context-image'),
    h(
      'div',
      { class: 'container-title' },
      ...(richTitle ? [richText(richTitle, names)] : textNodes(block, 'title', names)),
    ),
    subtitle.length > 0 && h('div', { class: 'quiet' }, ...subtitle),
  );
  const body = h(
    'div',
    { class: 'blocks' },
    ...records(block, 'child_blocks')
      .filter(isBlock)
      .map((child) => render(child, context)),
  );
  if (!flag(block, 'is_collapsible'))
    return h(
      'div',
      { class: `container ${flag(block, 'has_header_divider') ? 'divided' : ''}` },
      head,
      body,
    );
  return h(
    'details',
    {
      class: 'container',
      open: !flag(block, 'default_collapsed'),
      'data-key': string(block, 'block_id') || plain(block, 'title'),
    },
    h('summary', {}, head),
    body,
  );
}

export function card(block: Json, context: BlockContext): HTMLElement {
  const names = nameOf(context.state);
  const hero = record(block, 'hero_image');
  const icon = record(block, 'icon');
  const buttons = records(block, 'actions').map((element) =>
    button(element, string(block, 'block_id'), context),
  );
  const line = (key: string, className: string) => {
    const nodes = textNodes(block, key, names);
    return nodes.length > 0 && h('div', { class: className }, ...nodes);
  };
  return h(
    'article',
    { class: 'card' },
    hero && image(hero, 'block-image'),
    h(
      'div',
      { class: 'card-head' },
      icon && image(icon, 'context-image'),
      line('title', 'card-title'),
      line('subtitle', 'quiet'),
    ),
    line('body', 'card-body'),
    buttons.length > 0 && h('div', { class: 'actions' }, ...buttons),
  );
}

export const carousel = (block: Json, context: BlockContext): HTMLElement =>
  h(
    'ul',
    { class: 'carousel', tabindex: 0, 'aria-label': 'Cards', 'data-key': 'carousel' },
    ...records(block, 'elements').map((element) => h('li', {}, card(element, context))),
  );

const STATUSES: Record<string, string> = {
  pending: 'Not started',
  in_progress: 'At work',
  complete: 'Done',
  error: 'Failed',
};

export function taskCard(block: Json, context: BlockContext): HTMLElement {
  const rich = (key: string) => {
    const value = record(block, key);
    return value && richText(value, nameOf(context.state));
  };
  const sources = records(block, 'sources').map((source) =>
    h('li', {}, link(string(source, 'url'), string(source, 'text'))),
  );
  return h(
    'div',
    { class: 'task' },
    h(
      'p',
      { class: 'task-title' },
      string(block, 'title'),
      ' ',
      h('span', { class: 'badge' }, STATUSES[string(block, 'status')] ?? string(block, 'status')),
    ),
    rich('details'),
    rich('output'),
    sources.length > 0 && h('ul', { 'aria-label': 'Sources' }, ...sources),
  );
}

export const plan = (block: Json, context: BlockContext): HTMLElement =>
  h(
    'div',
    { class: 'plan' },
    h('p', { class: 'container-title' }, string(block, 'title') || plain(block, 'title')),
    h('ol', {}, ...records(block, 'tasks').map((task) => h('li', {}, taskCard(task, context)))),
  );
