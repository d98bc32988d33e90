import { h } from '../dom.js';
import { type Json, plain, string } from '../json.js';
import { button, click, controlName, feedbackButtons, iconButton } from './buttons.js';
import type { BlockContext } from './context.js';
import { externalSelect } from './external.js';
import type { Field } from './field.js';
import { renderField } from './fields.js';
import { image } from './image.js';
import { overflow } from './menu.js';

/**
 * An interactive element of an actions or section block, clicked as soon as it is used. `label`
 * names a control that has no words of its own.
 */
export function renderElement(
  element: Json,
  blockId: string,
  label: string,
  context: BlockContext,
): Node {
  const type = string(element, 'type');
  switch (type) {
    case 'button':
    case 'workflow_button':
      return button(element, blockId, context);
    case 'icon_button':
      return iconButton(element, blockId, context);
    case 'feedback_buttons':
      return feedbackButtons(element, blockId, context);
    case 'overflow':
      return overflow(element, blockId, context);
    case 'image':
      return image(element, 'accessory-image');
    default:
      return pressedField(element, blockId, label, context) ?? unknownElement(type);
  }
}

export const unknownElement = (type: string): HTMLElement =>
  h('p', { class: 'unknown' }, `This element cannot be shown here: ${type}`);

function pressedField(
  element: Json,
  blockId: string,
  label: string,
  context: BlockContext,
): HTMLElement | null {
  const field =
    externalSelect(element, blockId, context) ??
    renderField(element, controlName(blockId, element), context.state);
  if (!field) return null;
  const name = plain(element, 'placeholder') || label;
  field.control?.setAttribute('aria-label', name);
  if (field.control instanceof HTMLSelectElement) opensByArrow(field.control);
  const legend = h('legend', { class: 'visually-hidden' }, name);
  const node = field.control ? field.node : h('fieldset', { class: 'group' }, legend, field.node);
  pressOnChange(element, blockId, field, context, () => {
    const again = pressedField(element, blockId, label, context);
    if (again) node.replaceWith(again);
    again?.focus();
  });
  context.place({ blockId, actionId: string(element, 'action_id'), optional: true, field });
  return node;
}

/**
 * An arrow key opens the list, as on macOS; elsewhere each arrow would choose, and so click, the
 * next option.
 */
function opensByArrow(select: HTMLSelectElement): void {
  select.addEventListener('keydown', (event) => {
    if (!['ArrowDown', 'ArrowUp'].includes(event.key) || !('showPicker' in select)) return;
    event.preventDefault();
    select.showPicker();
  });
}

/** Sends the bot every change of a field; `undo` runs where the person declined to confirm it. */
export function pressOnChange(
  element: Json,
  blockId: string,
  field: Field,
  context: BlockContext,
  undo: () => void,
): void {
  field.node.addEventListener('change', async () => {
    if (!(await click(element, blockId, field.value(), context))) undo();
  });
}
