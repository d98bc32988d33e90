import { h, hiddenText, KEPT, uniqueId } from '../dom.js';
import { type Json, number, plain, record, records, string } from '../json.js';
import { controlName } from './buttons.js';
import type { BlockContext } from './context.js';
import type { Field } from './fields.js';

const SHORTEST_QUERY = 3;
const PAUSE_MS = 150;

/**
 * `external_select` and `multi_external_select`: a box to type in, over a list of what the bot offers for it. What is chosen stands above the box
 * where it can be taken out again. Null where the element is another.
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
  const most = several ? (number(element, 'max_selected_items') ?? Infinity) : 1;
  const least = number(element, 'min_query_length') ?? SHORTEST_QUERY;
  const held = h('input', { type: 'hidden', name });
  held.value = JSON.stringify([
    ...records(element, 'initial_options'),
    ...[record(element, 'initial_option')].filter((one) => one !== null),
  ]);
  const chosen = (): Json[] => JSON.parse(held.value);

  const listId = uniqueId('options');
  const box = h('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'data-key': name,
    placeholder: plain(element, 'placeholder') || 'Type to search',
  });
  const list = h('ul', {
    class: 'options',
    role: 'listbox',
    id: listId,
    'aria-label': 'Suggestions',
  });
  const chips = h('ul', { class: 'chips', 'aria-label': 'Chosen' });
  const status = h('p', { class: 'visually-hidden', role: 'status' });
  const node = h('div', { class: 'external' }, chips, box, list, held, status);
  let offered: Json[] = [];
  let active = -1;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const labelOf = (option: Json): string => plain(option, 'text');

  const showChips = (): void => {
    chips.replaceChildren(
      ...chosen().map((option) =>
        h(
          'li',
          { class: 'chip' },
          h('span', {}, labelOf(option)),
          h(
            'button',
            {
              type: 'button',
              class: 'icon',
              'data-key': `${name}=${string(option, 'value')}`,
              onclick: () => take(option),
            },
            h('span', { 'aria-hidden': 'true' }, '✕'),
            hiddenText(`Remove ${labelOf(option)}`),
          ),
        ),
      ),
    );
  };

  const keep = (options: Json[]): void => {
    held.value = JSON.stringify(options);
    showChips();
    node.dispatchEvent(new Event('change'));
  };

  const without = (option: Json): Json[] =>
    chosen().filter((each) => string(each, 'value') !== string(option, 'value'));

  const take = (option: Json): void => {
    keep(without(option));
    status.textContent = `${labelOf(option)} removed`;
    box.focus();
  };

  const choose = (option: Json): void => {
    const others = several ? without(option) : [];
    if (others.length >= most) {
      status.textContent = `At most ${most} can be chosen.`;
      return;
    }
    keep([...others, option]);
    status.textContent = `${labelOf(option)} chosen`;
    box.value = '';
    close();
  };

  const close = (): void => {
    clearTimeout(timer);
    asked += 1;
    offered = [];
    show('');
  };

  /** The list as it stands, or one line where there is nothing to choose. */
  const show = (nothing: string): void => {
    active = -1;
    box.removeAttribute('aria-activedescendant');
    box.setAttribute('aria-expanded', String(offered.length > 0));
    list.replaceChildren(
      ...offered.map((option, position) => {
        const line = h(
          'li',
          { role: 'option', id: `${listId}-${position}`, 'aria-selected': 'false' },
          h('span', {}, labelOf(option)),
          plain(option, 'description') &&
            h('span', { class: 'hint' }, plain(option, 'description')),
        );
        line.addEventListener('mousedown', (event) => {
          event.preventDefault();
          choose(option);
        });
        return line;
      }),
      ...(nothing ? [h('li', { class: 'hint', role: 'presentation' }, nothing)] : []),
    );
    list.hidden = list.children.length === 0;
  };

  const ask = async (): Promise<void> => {
    const typed = box.value.trim();
    if (typed.length < least) return close();
    asked += 1;
    const mine = asked;
    const actionId = string(element, 'action_id');
    const found = await context.suggest({ blockId, actionId, value: typed });
    if (mine !== asked || document.activeElement !== box) return;
    const values = chosen().map((option) => string(option, 'value'));
    offered = (found ?? []).filter((option) => !values.includes(string(option, 'value')));
    show(
      found === null
        ? 'The list could not be loaded.'
        : offered.length === 0
          ? 'Nothing found.'
          : '',
    );
    status.textContent = `${offered.length} found`;
  };

  const move = (step: 1 | -1): void => {
    if (offered.length === 0) return void ask();
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = (active + step + offered.length) % offered.length;
    const line = list.children[active];
    line?.setAttribute('aria-selected', 'true');
    line?.scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', line?.id ?? '');
  };

  box.addEventListener('focus', () => void ask());
  box.addEventListener('click', () => {
    if (offered.length === 0) void ask();
  });
  box.addEventListener('blur', close);
  box.addEventListener('change', (event) => event.stopPropagation());
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), PAUSE_MS);
  });
  box.addEventListener('keydown', (event) => {
    if (takeKey(event)) event.preventDefault();
  });
  const takeKey = (event: KeyboardEvent): boolean => {
    const option = offered[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      move(event.key === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if (event.key === 'Enter') {
      if (option) choose(option);
      return true;
    }
    const last = chosen().at(-1);
    if (event.key === 'Backspace' && box.value === '' && last) {
      take(last);
      return true;
    }
    if (event.key !== 'Escape' || offered.length === 0) return false;
    event.stopPropagation();
    close();
    return true;
  };
  held.addEventListener(KEPT, showChips);
  showChips();
  list.hidden = true;

  return {
    node,
    control: box,
    isEmpty: () => chosen().length === 0,
    value: () => {
      const values = chosen().map((option) => string(option, 'value'));
      return several ? JSON.stringify(values) : (values[0] ?? null);
    },
    state: () =>
      several
        ? { type, selected_options: chosen() }
        : { type, selected_option: chosen()[0] ?? null },
  };
}
