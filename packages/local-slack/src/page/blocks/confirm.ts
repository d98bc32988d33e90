import { byId, h } from '../dom.js';
import { type Json, plain, string } from '../json.js';
import { textNodes } from './text.js';

/**
 * Asks what an element's `confirm` object says to ask; resolves to whether the person agreed.
 * Escape declines.
 */
export function confirmed(confirm: Json | null): Promise<boolean> {
  if (!confirm) return Promise.resolve(true);
  const dialog = byId('confirm', HTMLDialogElement);
  const agree = h(
    'button',
    {
      value: 'yes',
      class: `button ${string(confirm, 'style') === 'danger' ? 'danger' : 'primary'}`,
    },
    plain(confirm, 'confirm') || 'Yes',
  );
  dialog.replaceChildren(
    h(
      'form',
      { method: 'dialog', class: 'dialog-form' },
      h('h2', { id: 'confirm-title' }, plain(confirm, 'title') || 'Are you sure?'),
      h('div', { class: 'dialog-body' }, ...textNodes(confirm, 'text', () => null)),
      h(
        'div',
        { class: 'dialog-actions' },
        h('button', { value: '', class: 'button' }, plain(confirm, 'deny') || 'Cancel'),
        agree,
      ),
    ),
  );
  dialog.returnValue = '';
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
    dialog.showModal();
  });
}
