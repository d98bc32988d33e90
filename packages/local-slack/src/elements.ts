import { z } from 'zod';
import type { BlockJson } from './contract.js';
import { type JsonObject, jsonObject, parseJson } from './json.js';
import { Refused } from './refused.js';

/** What people have chosen or typed, by `block_id` and `action_id`, in the shape of Slack's `state.values`. */
export type ElementState = Record<string, Record<string, JsonObject>>;

const option = z.looseObject({ value: z.string() });
export type Option = z.infer<typeof option>;

const element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  options: z.array(option).optional(),
  initial_option: option.optional(),
  initial_options: z.array(option).optional(),
  option_groups: z.array(z.looseObject({ options: z.array(option) })).optional(),
  positive_button: option.optional(),
  negative_button: option.optional(),
});

export type InteractiveElement = z.infer<typeof element>;

/** An element and the block it stands in. `input` is the input block around it, if it stands in one. */
export type PlacedElement = {
  blockId: string;
  element: InteractiveElement;
  input: JsonObject | null;
};

const blockWithElements = z.looseObject({
  block_id: z.string(),
  elements: z.array(z.unknown()).optional(),
  accessory: z.unknown().optional(),
  element: z.unknown().optional(),
  actions: z.array(z.unknown()).optional(),
  child_blocks: z.array(z.unknown()).optional(),
});

/** Every element of `blocks` that a person can press, choose or type in, containers and carousels included. */
export function interactiveElements(blocks: readonly unknown[]): PlacedElement[] {
  return blocks.flatMap((candidate) => {
    const read = blockWithElements.safeParse(candidate);
    if (!read.success) return [];
    const block = read.data;
    const own = [
      ...(block.elements ?? []),
      block.accessory,
      ...(block.actions ?? []),
      block.element,
    ];
    const placed = own.flatMap((each) => {
      const found = element.safeParse(each);
      if (!found.success) return [];
      return [
        {
          blockId: block.block_id,
          element: found.data,
          input: each === block.element ? block : null,
        },
      ];
    });
    const cards = block.type === 'carousel' ? interactiveElements(block.elements ?? []) : [];
    return [...placed, ...cards, ...interactiveElements(block.child_blocks ?? [])];
  });
}

/** What the app has offered so far in the lists that it fills itself, by `block_id` and `action_id`. */
export type Offered = Map<string, readonly Option[]>;

const offeredKey = (blockId: string, actionId: string): string =>
  JSON.stringify([blockId, actionId]);

/** Whether the app fills the element's list as somebody types. */
export const isExternal = ({ type }: InteractiveElement): boolean =>
  type === 'external_select' || type === 'multi_external_select';

/** Adds to what an element's list has offered. */
export function offer(
  offered: Offered,
  { blockId, element }: PlacedElement,
  options: readonly Option[],
): void {
  const key = offeredKey(blockId, element.action_id);
  offered.set(key, [...(offered.get(key) ?? []), ...options]);
}

/** The element with all that can be chosen in it: of a list that the app fills, what it has offered or chosen from the start. */
export function withOffered(
  { blockId, element }: PlacedElement,
  offered: Offered,
): InteractiveElement {
  if (!isExternal(element)) return element;
  const { initial_option: one, initial_options: several = [] } = element;
  const found = offered.get(offeredKey(blockId, element.action_id)) ?? [];
  return { ...element, options: [...found, ...several, ...(one ? [one] : [])] };
}

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
 * What an element holds once `value` is chosen, in the shape that Slack sends: an option by its value, several options as
 * an array (or its JSON), a date, time or text as itself. A choice that the element does not offer is an error.
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

/** What Slack tells of a press: a button's own value, or what was chosen. */
export function actionFields(placed: InteractiveElement, value: string | null): JsonObject {
  const { type, text, icon, value: own } = placed;
  if (STATE_FIELD[type] !== undefined) return chosen(placed, value);
  if (type === 'overflow') return { type, selected_option: findOption(placed, value) };
  if (type !== 'feedback_buttons') return { type, text, icon, value: own };
  const buttons = [placed.positive_button, placed.negative_button];
  const pressed = buttons.find((button) => button?.value === value);
  if (pressed === undefined) throw new Refused(`Neither button has the value ${value}.`);
  return { type, value: pressed.value, text: pressed.text };
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

/** The field in which the state of each kind of element is told. Elements not listed hold no state. */
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
