import { h, uniqueId } from '../dom.js';
import { type Json, plain } from '../json.js';

const PAUSE_MS = 150;

export type Combobox = {
  box: HTMLInputElement;
  /** What is offered for the text in the box. */
  list: HTMLUListElement;
  /** Says aloud what happens. */
  status: HTMLElement;
};

/**
 * A box to type in and the list of options it leads to: arrow keys move through it, Enter or a
 * click chooses, Escape closes it. `find` gives the options for what is typed, null where they
 * cannot be had; `choose` says in a few words what became of a choice; `back` is Backspace in an
 * empty box. Nothing is looked for before `least` characters. Source: WAI-ARIA Authoring Practices,
 * "Combobox".
 */
export function combobox(of: {
  key: string;
  placeholder: string;
  least: number;
  find: (typed: string) => Promise<Json[] | null>;
  choose: (option: Json) => string;
  back: () => void;
}): Combobox {
  const listId = uniqueId('options');
  const box = h('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'data-key': of.key,
    placeholder: of.placeholder,
  });
  const list = h('ul', {
    class: 'options',
    role: 'listbox',
    id: listId,
    'aria-label': 'Suggestions',
  });
  const status = h('p', { class: 'visually-hidden', role: 'status' });
  let offered: Json[] = [];
  let active = -1;
  /** Counts the looks, so that an answer to an older one is dropped. */
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  list.hidden = true;

  /** The options, or a line in their place. */
  const show = (options: Json[], line = ''): void => {
    offered = options;
    active = -1;
    box.removeAttribute('aria-activedescendant');
    box.setAttribute('aria-expanded', String(offered.length > 0));
    list.replaceChildren(
      ...offered.map((option, position) => {
        const about = plain(option, 'description');
        return h(
          'li',
          {
            role: 'option',
            id: `${listId}-${position}`,
            'aria-selected': 'false',
            onmousedown: (event) => {
              event.preventDefault();
              take(option);
            },
          },
          h('span', {}, plain(option, 'text')),
          about && h('span', { class: 'hint' }, about),
        );
      }),
      ...(line ? [h('li', { class: 'hint', role: 'presentation' }, line)] : []),
    );
    list.hidden = list.children.length === 0;
  };

  const close = (): void => {
    clearTimeout(timer);
    looks += 1;
    show([]);
  };

  const take = (option: Json): void => {
    status.textContent = of.choose(option);
    box.value = '';
    close();
  };

  const look = async (): Promise<void> => {
    const typed = box.value.trim();
    if (typed.length < of.least) return close();
    looks += 1;
    const mine = looks;
    const found = await of.find(typed);
    if (mine !== looks || document.activeElement !== box) return;
    if (found === null) show([], 'The list could not be loaded.');
    else show(found, found.length === 0 ? 'Nothing found.' : '');
    status.textContent = found === null ? '' : `${found.length} found`;
  };

  const move = (step: 1 | -1): void => {
    if (offered.length === 0) return void look();
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = (active + step + offered.length) % offered.length;
    const line = list.children[active];
    line?.setAttribute('aria-selected', 'true');
    line?.scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', line?.id ?? '');
  };

  const takesKey = (event: KeyboardEvent): boolean => {
    const option = offered[active];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        move(event.key === 'ArrowDown' ? 1 : -1);
        return true;
      case 'Enter':
        if (option) take(option);
        return true;
      case 'Backspace':
        if (box.value === '') of.back();
        return box.value === '';
      case 'Escape':
        if (offered.length === 0) return false;
        event.stopPropagation();
        close();
        return true;
      default:
        return false;
    }
  };

  box.addEventListener('focus', () => void look());
  box.addEventListener('click', () => {
    if (offered.length === 0) void look();
  });
  box.addEventListener('blur', close);
  // What is typed is no answer yet.
  box.addEventListener('change', (event) => event.stopPropagation());
  box.addEventListener('input', () => {
    // What was found for another text is no longer on offer: Enter must not choose it.
    close();
    if (box.value.trim().length >= of.least) show([], 'Searching…');
    timer = setTimeout(() => void look(), PAUSE_MS);
  });
  box.addEventListener('keydown', (event) => {
    if (takesKey(event)) event.preventDefault();
  });
  return { box, list, status };
}
