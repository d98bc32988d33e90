import { h } from '../dom.js';
import { flag, type Json, number, plain, string } from '../json.js';
import type { Field } from './field.js';

const INPUT_TYPES = new Map(
  Object.entries({
    plain_text_input: 'text',
    number_input: 'number',
    email_text_input: 'email',
    url_text_input: 'url',
    datepicker: 'date',
    timepicker: 'time',
    datetimepicker: 'datetime-local',
  }),
);

/** Elements that are typed into: texts, numbers, addresses, dates and times. */
export function entryField(element: Json, name: string): Field | null {
  const type = string(element, 'type');
  const inputType = INPUT_TYPES.get(type);
  if (!inputType) return null;
  const common = {
    name,
    'data-key': name,
    placeholder: plain(element, 'placeholder') || null,
    minlength: number(element, 'min_length'),
    maxlength: number(element, 'max_length'),
    autofocus: flag(element, 'focus_on_load'),
  };
  const control =
    type === 'plain_text_input' && flag(element, 'multiline')
      ? h('textarea', { ...common, rows: 4 })
      : h('input', {
          ...common,
          ...numberLimits(element, type),
          type: inputType,
          autocomplete: 'off',
        });
  control.value = initialEntry(element, type);
  const entered = (): string | null => control.value.trim() || null;
  return {
    node: control,
    control,
    value: entered,
    isEmpty: () => entered() === null,
    state: () => ({ type, ...entryState(type, control.value || null) }),
  };
}

function numberLimits(element: Json, type: string): Record<string, string | null> {
  if (type !== 'number_input') return {};
  return {
    min: string(element, 'min_value') || null,
    max: string(element, 'max_value') || null,
    step: flag(element, 'is_decimal_allowed') ? 'any' : '1',
  };
}

function initialEntry(element: Json, type: string): string {
  if (type === 'datepicker') return string(element, 'initial_date');
  if (type === 'timepicker') return string(element, 'initial_time');
  const seconds = number(element, 'initial_date_time');
  if (type === 'datetimepicker') return seconds === null ? '' : localMinute(seconds);
  return string(element, 'initial_value');
}

function entryState(type: string, value: string | null): Json {
  if (type === 'datepicker') return { selected_date: value };
  if (type === 'timepicker') return { selected_time: value };
  if (type === 'datetimepicker')
    return { selected_date_time: value === null ? null : Date.parse(value) / 1000 };
  return { value };
}

/** "2026-11-22T09:30" in the reader's time zone, as `datetime-local` wants it. */
function localMinute(seconds: number): string {
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
