import { h, hiddenText } from '../dom.js';
import { type Json, records, string } from '../json.js';
import { safeUrl } from '../links.js';
import { click, controlName } from './buttons.js';
import { type BlockContext, nameOf } from './context.js';
import { textNodes } from './text.js';

/** An `overflow` menu. */
export function overflow(element: Json, blockId: string, context: BlockContext): HTMLElement {
  const entries = records(element, 'options').map((option) => {
    const url = safeUrl(string(option, 'url'));
    const text = textNodes(option, 'text', nameOf(context.state));
    const onclick = () => {
      menu.open = false;
      summary.focus();
      void click(element, blockId, string(option, 'value'), context);
    };
    const entry = url
      ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer', onclick }, ...text)
      : h('button', { type: 'button', onclick }, ...text);
    return h('li', {}, entry);
  });
  const summary = h(
    'summary',
    { class: 'button', 'data-key': controlName(blockId, element) },
    h('span', { 'aria-hidden': 'true' }, '⋯'),
    hiddenText('More options'),
  );
  const menu = h(
    'details',
    { class: 'menu' },
    summary,
    h('ul', { class: 'menu-options' }, ...entries),
  );
  closesByItself(menu, summary);
  return menu;
}

/** Escape and a click elsewhere close an open menu; one that opens is scrolled into view. */
function closesByItself(menu: HTMLDetailsElement, summary: HTMLElement): void {
  const outside = (event: Event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  };
  menu.addEventListener('toggle', () => {
    if (menu.open) {
      document.addEventListener('pointerdown', outside);
      menu.lastElementChild?.scrollIntoView({ block: 'nearest' });
    } else document.removeEventListener('pointerdown', outside);
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    event.preventDefault();
    menu.open = false;
    summary.focus();
  });
}
