import { h, hiddenText, RESTORED } from '../dom.js';
import { type Json, number, plain, record, records, string } from '../json.js';
import { controlName } from './buttons.js';
import { combobox } from './combobox.js';
import type { BlockContext } from './context.js';
import type { Field } from './field.js';

const SHORTEST_QUERY = 3;

/**
 * `external_select` and `multi_external_select`: a box to type in, over a list of what the bot
 * offers for it. What is chosen stands above the box, where it can be taken out again. Null where
 * the element is another.
 */
export function externalSelect(
  element: Json,
  blockId: string,
  context: BlockContext,
): Field | null {
  const type = string(element, 'type');
  const several = type === 'multi_external_select';
  if (!several && type !== 'external_select') return null;
  const name = controlName(blockId, element);
  const most = several ? (number(element, 'max_selected_items') ?? Number.POSITIVE_INFINITY) : 1;

  /** Holds the chosen options, so that a view that is rendered afresh carries them over. */
  const held = h('input', { type: 'hidden', name });
  held.value = JSON.stringify([
    ...records(element, 'initial_options'),
    ...[record(element, 'initial_option')].filter((one) => one !== null),
  ]);
  const chosen = (): Json[] => JSON.parse(held.value);
  const values = (): string[] => chosen().map((option) => string(option, 'value'));
  const setChosen = (options: Json[]): void => {
    held.value = JSON.stringify(options);
    showChips();
    node.dispatchEvent(new Event('change'));
  };
  const without = (option: Json): Json[] =>
    chosen().filter((each) => string(each, 'value') !== string(option, 'value'));
  const takeOut = (option: Json): void => {
    setChosen(without(option));
    status.textContent = `${plain(option, 'text')} removed`;
    box.focus();
  };

  const { box, list, status } = combobox({
    key: name,
    placeholder: plain(element, 'placeholder') || 'Type to search',
    least: number(element, 'min_query_length') ?? SHORTEST_QUERY,
    find: async (typed) => {
      const actionId = string(element, 'action_id');
      const found = await context.suggest({ blockId, actionId, value: typed });
      return found?.filter((option) => !values().includes(string(option, 'value'))) ?? null;
    },
    choose: (option) => {
      const others = several ? without(option) : [];
      if (others.length >= most) return `At most ${most} can be chosen.`;
      setChosen([...others, option]);
      return `${plain(option, 'text')} chosen`;
    },
    back: () => {
      const last = chosen().at(-1);
      if (last) takeOut(last);
    },
  });
  const chips = h('ul', { class: 'chips', 'aria-label': 'Chosen' });
  const showChips = (): void => {
    chips.replaceChildren(...chosen().map((option) => chip(option, name, () => takeOut(option))));
  };
  const node = h('div', { class: 'external' }, chips, box, list, held, status);
  held.addEventListener(RESTORED, showChips);
  showChips();

  return {
    node,
    control: box,
    isEmpty: () => chosen().length === 0,
    value: () => (several ? JSON.stringify(values()) : (values()[0] ?? null)),
    state: () =>
      several
        ? { type, selected_options: chosen() }
        : { type, selected_option: chosen()[0] ?? null },
  };
}

const chip = (option: Json, name: string, takeOut: () => void): HTMLElement =>
  h(
    'li',
    { class: 'chip' },
    h('span', {}, plain(option, 'text')),
    h(
      'button',
      {
        type: 'button',
        class: 'icon',
        'data-key': `${name}=${string(option, 'value')}`,
        onclick: takeOut,
      },
      h('span', { 'aria-hidden': 'true' }, '✕'),
      hiddenText(`Remove ${plain(option, 'text')}`),
    ),
  );
