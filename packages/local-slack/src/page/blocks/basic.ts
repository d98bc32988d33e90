import { h } from '../dom.js';
import { type Json, plain, record, records, string } from '../json.js';
import { parseMarkdown } from '../markdown.js';
import { type BlockContext, nameOf } from './context.js';
import { renderElement } from './elements.js';
import { image, uploadedImage } from './image.js';
import { inlineNodes, link, type Names, textNodes, textObject } from './text.js';

export const header = (block: Json, context: BlockContext): HTMLElement =>
  h(
    `h${context.headingLevel}`,
    { class: 'block-header' },
    ...textNodes(block, 'text', nameOf(context.state)),
  );

export function section(block: Json, context: BlockContext): HTMLElement {
  const names = nameOf(context.state);
  const fields = records(block, 'fields').map((field) =>
    h('div', { class: 'section-field' }, ...textObject(field, names)),
  );
  const accessory = record(block, 'accessory');
  const label = plain(block, 'text');
  return h(
    'div',
    { class: 'section' },
    h(
      'div',
      { class: 'section-text' },
      ...textNodes(block, 'text', names),
      fields.length > 0 && h('div', { class: 'section-fields' }, ...fields),
    ),
    accessory &&
      h(
        'div',
        { class: 'accessory' },
        renderElement(accessory, string(block, 'block_id'), label, context),
      ),
  );
}

export const contextBlock = (block: Json, context: BlockContext): HTMLElement =>
  h(
    'div',
    { class: 'context' },
    ...records(block, 'elements').map((element) =>
      element.type === 'image'
        ? image(element, 'context-image')
        : h('div', {}, ...textObject(element, nameOf(context.state))),
    ),
  );

/** `actions` and `context_actions`. */
export const actions = (block: Json, context: BlockContext): HTMLElement =>
  h(
    'div',
    { class: block.type === 'actions' ? 'actions' : 'context-actions' },
    ...records(block, 'elements').map((element) =>
      renderElement(element, string(block, 'block_id'), 'Choose', context),
    ),
  );

/** An image block; one that the app uploaded can be opened in its full size, as in Slack. */
export function imageBlock(block: Json): HTMLElement {
  const title = plain(block, 'title');
  const file = string(record(block, 'slack_file') ?? {}, 'id');
  return h(
    'figure',
    { class: 'image' },
    title && h('figcaption', {}, title),
    image(block, 'block-image'),
    file &&
      h('a', { href: uploadedImage(file), target: '_blank', class: 'full-size' }, 'Open full size'),
  );
}

const LEVELS: Record<string, string> = {
  info: 'Information',
  warning: 'Warning',
  error: 'Error',
  success: 'Done',
};

/** An `alert`: its level is said in words, not by colour alone. */
export function alertBlock(block: Json, context: BlockContext): HTMLElement {
  const level = string(block, 'level') || 'default';
  const word = LEVELS[level];
  return h(
    'div',
    { class: `alert alert-${level}`, role: 'note' },
    word ? h('strong', { class: 'alert-level' }, word) : null,
    ...textNodes(block, 'text', nameOf(context.state)),
  );
}

export const fileBlock = (block: Json): HTMLElement =>
  h('p', { class: 'file' }, `Remote file ${string(block, 'external_id')}`);

/** A `video` as a link: this page embeds nothing. */
export function videoBlock(block: Json): HTMLElement {
  const url = string(block, 'title_url') || string(block, 'video_url');
  return h(
    'div',
    { class: 'video' },
    h('p', {}, 'Video: ', link(url, plain(block, 'title') || string(block, 'alt_text'))),
    h(
      'p',
      { class: 'quiet' },
      [string(block, 'author_name'), string(block, 'provider_name')].filter(Boolean).join(' · '),
    ),
    h('p', {}, plain(block, 'description')),
  );
}

export function markdownBlock(block: Json, context: BlockContext): HTMLElement {
  const names: Names = nameOf(context.state);
  const nodes = parseMarkdown(string(block, 'text')).map((run) => {
    switch (run.kind) {
      case 'heading':
        return h(
          run.level === 1 ? `h${context.headingLevel}` : 'h4',
          { class: 'block-header' },
          ...inlineNodes(run.children, names),
        );
      case 'list':
        return h(
          run.ordered ? 'ol' : 'ul',
          {},
          ...run.items.map((item) => h('li', {}, ...inlineNodes(item, names))),
        );
      case 'preformatted':
        return h('pre', { tabindex: 0 }, h('code', {}, run.text));
      case 'rule':
        return h('hr');
      case 'quote':
        return h('blockquote', { class: 'prose' }, ...inlineNodes(run.children, names));
      default:
        return h('p', { class: 'prose' }, ...inlineNodes(run.children, names));
    }
  });
  return h('div', { class: 'markdown' }, ...nodes);
}
