import type { ActionResult, State } from '../contract.js';
import { type Completion, completions } from './completions.js';
import { h, renderList, uniqueId } from './dom.js';
import type { InputHistory } from './input-history.js';

/** Where a message box sends to: the texts of different targets are drafts of their own. */
export type Target = { key: string; label: string; inThread: boolean };

export type Composer = {
  node: HTMLElement;
  update(state: State, target: Target): void;
  focus(): void;
  isEmpty(): boolean;
};

const MOST_ROWS = 8;
const NO_COMMANDS_HERE =
  'Slash commands do not work in threads. Use the message box of the channel.';

/**
 * A message box. `send` gets the text as typed; where it is refused the text comes back with the
 * reason.
 */
export function createComposer(
  sent: InputHistory,
  send: (text: string) => Promise<ActionResult>,
): Composer {
  let state: State | null = null;
  let target: Target | null = null;
  let dismissed = '';
  const drafts = new Map<string, string>();
  const id = uniqueId('message');

  const label = h('label', { for: id, class: 'visually-hidden' });
  const box = h('textarea', {
    id,
    rows: 1,
    spellcheck: 'true',
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  const problem = h('p', { class: 'error', role: 'alert' });
  const panel = h('ul', { class: 'completions', 'aria-label': 'Suggestions' });
  const status = h('p', { class: 'visually-hidden', role: 'status' });
  const button = h('button', { type: 'submit', class: 'button primary send' }, 'Send');
  const node = h(
    'form',
    { class: 'composer' },
    panel,
    label,
    h('div', { class: 'composer-box' }, box, button),
    problem,
    status,
    h(
      'p',
      { class: 'composer-help quiet' },
      h('kbd', {}, 'Enter'),
      ' sends · ',
      h('kbd', {}, 'Shift'),
      ' + ',
      h('kbd', {}, 'Enter'),
      ' starts a new line · ',
      h('kbd', {}, '↑'),
      ' brings back what you sent',
    ),
  );

  const isMisplaced = (): boolean => target?.inThread === true && box.value.startsWith('/');

  const offered = (): Completion[] =>
    state && box.value !== dismissed && !isMisplaced() ? completions(box.value, state) : [];

  /** What the text so far is the beginning of; "/name" alone is whole. */
  const unfinished = (): Completion | undefined => {
    const [first] = offered();
    return first && first.text.trim() !== box.value.trim() ? first : undefined;
  };

  const change = (): void => {
    if (target) drafts.set(target.key, box.value);
    box.rows = Math.min(MOST_ROWS, box.value.split('\n').length);
    problem.textContent = isMisplaced() ? NO_COMMANDS_HERE : '';
    const found = offered();
    renderList(panel, found, {
      key: ({ name }) => name,
      signature: (completion) => JSON.stringify(completion),
      render: (completion) => suggestion(completion, () => fill(completion.text)),
    });
    const spoken = found.map(({ name, hint, about }) =>
      [name, hint, about].filter(Boolean).join(', '),
    );
    const how = unfinished()
      ? '. Tab or Enter completes.'
      : found[0] && found[0].text !== box.value
        ? '. Tab completes.'
        : '';
    status.textContent = spoken.length > 0 ? `${spoken.join('; ')}${how}` : '';
  };

  const fill = (text: string): void => {
    box.value = text;
    change();
    box.focus();
    box.setSelectionRange(text.length, text.length);
  };

  const submit = async (): Promise<void> => {
    const text = box.value.trim();
    if (text === '' || isMisplaced()) return;
    const from = target?.key;
    sent.add(text);
    fill('');
    const result = await send(text);
    if (result.ok) return;
    if (target?.key === from && box.value === '') fill(text);
    problem.textContent = result.error;
  };

  const recall = (step: -1 | 1): boolean => {
    const text = sent.recall(box.value, step);
    if (text === null) return false;
    fill(text);
    return true;
  };

  box.addEventListener('input', () => {
    dismissed = '';
    change();
  });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const taken = takeKey(event);
    if (taken) event.preventDefault();
  });
  const takeKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Enter' && !event.shiftKey) {
      const begun = unfinished();
      if (begun) fill(begun.text);
      else void submit();
      return true;
    }
    if (event.key === 'ArrowUp') return recall(-1);
    if (event.key === 'ArrowDown') return recall(1);
    if (event.key === 'Tab' && !event.shiftKey) {
      const [first] = offered();
      if (!first || first.text === box.value) return false;
      fill(first.text);
      return true;
    }
    if (event.key !== 'Escape' || offered().length === 0) return false;
    event.stopPropagation();
    dismissed = box.value;
    change();
    return true;
  };
  node.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });

  return {
    node,
    focus: () => box.focus(),
    isEmpty: () => box.value === '',
    update: (newState, newTarget) => {
      state = newState;
      if (target?.key === newTarget.key) return;
      target = newTarget;
      label.textContent = newTarget.label;
      box.placeholder = newTarget.label;
      box.value = drafts.get(newTarget.key) ?? '';
      change();
    },
  };
}

const suggestion = ({ name, hint, about }: Completion, take: () => void): HTMLElement =>
  h(
    'li',
    {},
    h(
      'button',
      { type: 'button', onclick: take },
      h('span', { class: 'completion-name' }, name),
      h('span', { class: 'completion-hint' }, hint),
      h('span', { class: 'completion-about quiet' }, about),
    ),
  );
