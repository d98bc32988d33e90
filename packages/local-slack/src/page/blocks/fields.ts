import type { State } from '../../contract.js';
import type { Json } from '../json.js';
import { choiceGroup, dropDown } from './choices.js';
import { entryField } from './entries.js';
import type { Field } from './field.js';

/**
 * The control for a block element, or null if this is no element with a value. `name` is its own
 * within the view.
 */
export function renderField(element: Json, name: string, state: State): Field | null {
  return (
    entryField(element, name) ?? dropDown(element, name, state) ?? choiceGroup(element, name, state)
  );
}

/** A field's problem in a sentence, as Slack words it, or null. */
export function problemOf(field: Field, optional: boolean): string | null {
  if (field.isEmpty() && field.control?.validity.badInput !== true)
    return optional ? null : 'Please complete this required field.';
  if (!field.control) return null;
  const { validity, validationMessage } = field.control;
  return validity.valid ? tooShort(field.control) : validationMessage;
}

/** Browsers judge a `minlength` only after typing; Slack always does. */
function tooShort(control: NonNullable<Field['control']>): string | null {
  const least = Number(control.getAttribute('minlength') ?? 0);
  return control.value.length < least ? `Please write at least ${least} characters.` : null;
}
