import type { BlockJson } from './contract.js';
import { type InteractiveElement, interactiveElements, option } from './elements.js';
import { type JsonObject, jsonObject, parseJson } from './json.js';
import { Refused } from './refused.js';

/**
 * What people have chosen or typed, by `block_id` and `action_id`, in the shape of Slack's
 * `state.values`.
 */
export type ElementState = Record<string, Record<string, JsonObject>>;

/** What the elements hold before anybody touches them. */
export function initialState(blocks: readonly BlockJson[]): ElementState {
  const state: ElementState = {};
  for (const { blockId, element } of interactiveElements(blocks)) {
    const field = STATE_FIELD[element.type];
    if (field === undefined) continue;
    const initial = element[INITIAL_FIELD[field] ?? ''] ?? (isPlural(field) ? [] : null);
    setState(state, blockId, element.action_id, { type: element.type, [field]: initial });
  }
  return state;
}

export function setState(
  state: ElementState,
  block: string,
  action: string,
  value: JsonObject,
): void {
  state[block] = { ...state[block], [action]: value };
}

/**
 * What an element holds once `value` is chosen, in the shape that Slack sends: an option by its
 * value, several options as an array (or its JSON), a date, time or text as itself. A choice that
 * the element does not offer is an error.
 */
export function chosen(placed: InteractiveElement, given: unknown): JsonObject {
  const { type } = placed;
  const field = STATE_FIELD[type];
  if (field === undefined) throw new Refused(`A ${type} holds no value.`);
  const state = jsonObject.safeParse(given);
  const value = state.data?.type === type ? plainValue(state.data[field]) : given;
  if (value === null || value === undefined || value === '') {
    return { type, [field]: isPlural(field) ? [] : null };
  }
  if (field === 'selected_option') return { type, [field]: findOption(placed, value) };
  if (isPlural(field)) {
    const values = severalValues(value);
    const isOption = field === 'selected_options';
    return { type, [field]: isOption ? values.map((each) => findOption(placed, each)) : values };
  }
  return { type, [field]: field === 'selected_date_time' ? Number(value) : value };
}

/** What Slack sends of a click: a button's own value, or what was chosen. */
export function actionFields(placed: InteractiveElement, value: string | null): JsonObject {
  const { type, text, icon, value: own } = placed;
  if (STATE_FIELD[type] !== undefined) return chosen(placed, value);
  if (type === 'overflow') return { type, selected_option: findOption(placed, value) };
  if (type !== 'feedback_buttons') return { type, text, icon, value: own };
  const buttons = [placed.positive_button, placed.negative_button];
  const clicked = buttons.find((button) => button?.value === value);
  if (clicked === undefined) throw new Refused(`Neither button has the value ${value}.`);
  return { type, value: clicked.value, text: clicked.text };
}

/** The value of an option, of each of several, or of anything else itself. */
function plainValue(held: unknown): unknown {
  if (Array.isArray(held)) return held.map(plainValue);
  const read = option.safeParse(held);
  return read.success ? read.data.value : held;
}

function findOption(placed: InteractiveElement, value: unknown): JsonObject {
  const groups = placed.option_groups?.flatMap((group) => group.options) ?? [];
  const found = [...(placed.options ?? []), ...groups].find((each) => each.value === value);
  if (found === undefined) throw new Refused(`${placed.action_id} has no option ${String(value)}.`);
  return found;
}

function severalValues(value: unknown): unknown[] {
  const read = typeof value === 'string' ? (parseJson(value) ?? value) : value;
  return Array.isArray(read) ? read : [read];
}

function isPlural(field: string): boolean {
  return field.endsWith('s');
}

/** The field that holds the state of each kind of element. Elements not listed hold no state. */
const STATE_FIELD: Readonly<Record<string, string>> = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  rich_text_input: 'rich_text_value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  checkboxes: 'selected_options',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  file_input: 'files',
};

const INITIAL_FIELD: Readonly<Record<string, string>> = {
  value: 'initial_value',
  rich_text_value: 'initial_value',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  selected_conversation: 'initial_conversation',
  selected_conversations: 'initial_conversations',
  selected_channel: 'initial_channel',
  selected_channels: 'initial_channels',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_date_time: 'initial_date_time',
};
