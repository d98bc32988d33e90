import { h, hiddenText } from '../dom.js';
import { type Json, plain, record, string, strings } from '../json.js';
import { safeUrl } from '../links.js';
import { confirmed } from './confirm.js';
import { type BlockContext, nameOf } from './context.js';
import { textNodes } from './text.js';

/** The name by which a re-render finds a control again. */
export const controlName = (blockId: string, element: Json): string =>
  `${blockId}/${string(element, 'action_id')}`;

/**
 * Asks for confirmation where the element wants it, then sends the click to the bot. Resolves to
 * whether it did.
 */
export async function click(
  element: Json,
  blockId: string,
  value: string | null,
  context: BlockContext,
): Promise<boolean> {
  if (!(await confirmed(record(element, 'confirm')))) return false;
  await context.click({ blockId, actionId: string(element, 'action_id'), value });
  return true;
}

/** A button at work is marked as busy and takes no second click; it stays focusable. */
export async function whileBusy(node: HTMLElement, work: () => Promise<unknown>): Promise<void> {
  if (node.getAttribute('aria-busy') === 'true') return;
  node.setAttribute('aria-busy', 'true');
  try {
    await work();
  } finally {
    node.removeAttribute('aria-busy');
  }
}

/** A `button`; one with a `url` is a link whose click is sent to the bot as well, as in Slack. */
export function button(element: Json, blockId: string, context: BlockContext): HTMLElement {
  const text = textNodes(element, 'text', nameOf(context.state));
  const url = safeUrl(string(element, 'url'));
  const value = string(element, 'value') || null;
  const attributes = {
    class: `button ${string(element, 'style')}`.trim(),
    'aria-label': string(element, 'accessibility_label') || null,
    'data-key': controlName(blockId, element),
  };
  if (url) {
    const sendClick = () => void click(element, blockId, value, context);
    return h(
      'a',
      {
        ...attributes,
        href: url,
        target: '_blank',
        rel: 'noopener noreferrer',
        onclick: sendClick,
      },
      ...text,
      h('span', { class: 'outward', 'aria-hidden': 'true' }, '↗'),
      hiddenText(' (opens in a new tab)'),
    );
  }
  const node = h('button', { ...attributes, type: 'button' }, ...text);
  node.addEventListener('click', () =>
    whileBusy(node, () => click(element, blockId, value, context)),
  );
  return node;
}

/** An `icon_button`, in words; some are for certain users alone. */
export function iconButton(element: Json, blockId: string, context: BlockContext): Node {
  const visibleTo = strings(element, 'visible_to_user_ids');
  const isHidden = visibleTo.length > 0 && !visibleTo.includes(context.state.you.id);
  return isHidden ? document.createTextNode('') : button(element, blockId, context);
}

/** The two `feedback_buttons`; the one that was clicked stays pressed. */
export function feedbackButtons(
  element: Json,
  blockId: string,
  context: BlockContext,
): HTMLElement {
  const nodes: HTMLElement[] = [];
  for (const key of ['positive_button', 'negative_button']) {
    const choice = record(element, key) ?? {};
    const node = h(
      'button',
      {
        type: 'button',
        class: 'feedback',
        'aria-pressed': 'false',
        'aria-label': string(choice, 'accessibility_label') || null,
        'data-key': `${controlName(blockId, element)}/${key}`,
      },
      plain(choice, 'text'),
    );
    node.addEventListener('click', () =>
      whileBusy(node, async () => {
        await click(element, blockId, string(choice, 'value'), context);
        for (const each of nodes) each.setAttribute('aria-pressed', String(each === node));
      }),
    );
    nodes.push(node);
  }
  return h('div', { class: 'feedback-pair', role: 'group', 'aria-label': 'Feedback' }, ...nodes);
}
