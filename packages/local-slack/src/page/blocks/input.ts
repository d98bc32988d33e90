import { h, uniqueId } from '../dom.js';
import { flag, type Json, plain, record, string } from '../json.js';
import { controlName } from './buttons.js';
import type { BlockContext } from './context.js';
import { pressOnChange, unknownElement } from './elements.js';
import { externalSelect } from './external.js';
import { renderField } from './fields.js';

/**
 * An `input` block: label, control, hint and, after a refused submission, what is wrong with the
 * answer.
 */
export function inputBlock(block: Json, context: BlockContext): HTMLElement {
  const blockId = string(block, 'block_id');
  const element = record(block, 'element') ?? {};
  const field =
    externalSelect(element, blockId, context) ??
    renderField(element, controlName(blockId, element), context.state);
  if (!field) return unknownElement(string(element, 'type'));
  const optional = flag(block, 'optional');
  context.place({ blockId, actionId: string(element, 'action_id'), optional, field });
  if (flag(block, 'dispatch_action'))
    pressOnChange(element, blockId, field, context, () => undefined);

  const hint = plain(block, 'hint');
  const hintId = uniqueId('hint');
  const errorId = uniqueId('error');
  const error = h('p', { class: 'error', id: errorId, 'data-error': blockId });
  const label = [
    plain(block, 'label'),
    optional && h('span', { class: 'optional' }, ' (optional)'),
  ];
  const described = [hint && hintId, errorId].filter(Boolean).join(' ');
  const hintLine = hint ? h('p', { class: 'hint', id: hintId }, hint) : null;
  if (!field.control)
    return h(
      'fieldset',
      { class: 'field', 'aria-describedby': described },
      h('legend', {}, ...label),
      field.node,
      hintLine,
      error,
    );
  field.control.id = uniqueId('field');
  field.control.setAttribute('aria-describedby', described);
  if (!optional) field.control.setAttribute('aria-required', 'true');
  return h(
    'div',
    { class: 'field' },
    h('label', { for: field.control.id }, ...label),
    field.node,
    hintLine,
    error,
  );
}
