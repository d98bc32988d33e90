import type { State } from '../../contract.js';
import { h, uniqueId } from '../dom.js';
import { flag, type Json, plain, record, records, string, strings } from '../json.js';
import { nameOf } from './context.js';
import type { Field } from './field.js';
import { textNodes } from './text.js';

/**
 * Something to choose: `option` is Slack's own object, or null where the choice is an id (a
 * channel, a user).
 */
type Choice = { value: string; label: string; group: string | null; option: Json | null };

/** `picks` names what `view.state.values` calls the choice. */
type Kind = { picks: string; from: 'options' | 'channels' | 'conversations' | 'users' };

const ONE = new Map<string, Kind>(
  Object.entries({
    static_select: { picks: 'selected_option', from: 'options' },
    radio_buttons: { picks: 'selected_option', from: 'options' },
    channels_select: { picks: 'selected_channel', from: 'channels' },
    conversations_select: { picks: 'selected_conversation', from: 'conversations' },
    users_select: { picks: 'selected_user', from: 'users' },
  }),
);

const SEVERAL = new Map<string, Kind>(
  Object.entries({
    checkboxes: { picks: 'selected_options', from: 'options' },
    multi_static_select: { picks: 'selected_options', from: 'options' },
    multi_channels_select: { picks: 'selected_channels', from: 'channels' },
    multi_conversations_select: { picks: 'selected_conversations', from: 'conversations' },
    multi_users_select: { picks: 'selected_users', from: 'users' },
  }),
);

/** The selects of one value, as a native drop-down. */
export function dropDown(element: Json, name: string, state: State): Field | null {
  const type = string(element, 'type');
  const kind = ONE.get(type);
  if (!kind || type === 'radio_buttons') return null;
  const choices = choicesOf(element, kind, state);
  const control = h(
    'select',
    { name, 'data-key': name },
    h('option', { value: '' }, plain(element, 'placeholder') || 'Choose…'),
    ...optionNodes(choices),
  );
  control.value = initialValues(element)[0] ?? '';
  const chosen = (): Choice | undefined => choices.find(({ value }) => value === control.value);
  return {
    node: control,
    control,
    value: () => chosen()?.value ?? null,
    isEmpty: () => chosen() === undefined,
    state: () => ({ type, [kind.picks]: picked(chosen()) }),
  };
}

/** Boxes to tick: checkboxes, radio buttons, and the selects of several values. */
export function choiceGroup(element: Json, name: string, state: State): Field | null {
  const type = string(element, 'type');
  const single = type === 'radio_buttons';
  const kind = (single ? ONE : SEVERAL).get(type);
  if (!kind) return null;
  const choices = choicesOf(element, kind, state);
  const initial = initialValues(element);
  const boxes = choices.map((choice) =>
    h('input', {
      type: single ? 'radio' : 'checkbox',
      name,
      value: choice.value,
      checked: initial.includes(choice.value),
      'data-key': `${name}=${choice.value}`,
    }),
  );
  const node = h(
    'div',
    { class: 'choices' },
    ...choices.map((choice, position) => choiceLine(choice, boxes[position], state)),
  );
  const chosen = (): Choice[] => choices.filter((_, position) => boxes[position]?.checked);
  return {
    node,
    control: null,
    value: () =>
      single ? (chosen()[0]?.value ?? null) : JSON.stringify(chosen().map(({ value }) => value)),
    isEmpty: () => chosen().length === 0,
    state: () => ({ type, [kind.picks]: single ? picked(chosen()[0]) : chosen().map(picked) }),
  };
}

function choiceLine(choice: Choice, box: HTMLElement | undefined, state: State): HTMLElement {
  const text = choice.option ? textNodes(choice.option, 'text', nameOf(state)) : [choice.label];
  const description = choice.option ? textNodes(choice.option, 'description', nameOf(state)) : [];
  const id = uniqueId('about');
  if (description.length > 0) box?.setAttribute('aria-describedby', id);
  return h(
    'div',
    { class: 'choice' },
    h('label', {}, box, h('span', {}, ...text)),
    description.length > 0 && h('div', { class: 'hint', id }, ...description),
  );
}

const picked = (choice: Choice | undefined): Json | string | null =>
  choice ? (choice.option ?? choice.value) : null;

function choicesOf(element: Json, { from }: Kind, state: State): Choice[] {
  if (from === 'options')
    return [
      ...records(element, 'options').map((option) => optionChoice(option, null)),
      ...records(element, 'option_groups').flatMap((group) =>
        records(group, 'options').map((option) => optionChoice(option, plain(group, 'label'))),
      ),
    ];
  if (from === 'users')
    return state.users.map(({ id, name }) => ({
      value: id,
      label: name,
      group: null,
      option: null,
    }));
  const filter = record(element, 'filter') ?? {};
  const included = strings(filter, 'include');
  const takes = ({ kind, isPrivate, isExtShared }: State['channels'][number]): boolean => {
    if (isExtShared && flag(filter, 'exclude_external_shared_channels')) return false;
    if (kind === 'im' && from !== 'conversations') return false;
    const of = kind === 'im' ? 'im' : isPrivate ? 'private' : 'public';
    return included.length === 0 || included.includes(of);
  };
  return state.channels.filter(takes).map(({ id, name, kind }) => ({
    value: id,
    label: kind === 'im' ? name : `#${name}`,
    group: null,
    option: null,
  }));
}

const optionChoice = (option: Json, group: string | null): Choice => ({
  value: string(option, 'value'),
  label: plain(option, 'text'),
  group,
  option,
});

function optionNodes(choices: Choice[]): HTMLElement[] {
  const groups = new Map<string, HTMLOptGroupElement>();
  return choices.flatMap((choice) => {
    const option = h('option', { value: choice.value }, choice.label);
    if (choice.group === null) return [option];
    const open = groups.get(choice.group);
    open?.append(option);
    if (open) return [];
    const group = h('optgroup', { label: choice.group }, option);
    groups.set(choice.group, group);
    return [group];
  });
}

/** What is chosen from the start, under whichever name the element's kind has for it. */
const initialValues = (element: Json): string[] => [
  ...records(element, 'initial_options').map((option) => string(option, 'value')),
  ...[record(element, 'initial_option')].flatMap((option) =>
    option ? [string(option, 'value')] : [],
  ),
  ...['initial_channel', 'initial_conversation', 'initial_user'].flatMap((key) =>
    string(element, key) ? [string(element, key)] : [],
  ),
  ...['initial_channels', 'initial_conversations', 'initial_users'].flatMap((key) =>
    strings(element, key),
  ),
];
