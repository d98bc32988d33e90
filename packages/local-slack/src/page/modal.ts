import type { View } from '../contract.js';
import { whileBusy } from './blocks/buttons.js';
import type { PlacedField } from './blocks/context.js';
import { problemOf } from './blocks/fields.js';
import { renderBlocks } from './blocks/render.js';
import { byId, h, replacePreserving } from './dom.js';
import { type Page, suggestIn } from './page.js';

/** What is on screen: a view, its form and its controls. */
type RenderedModal = {
  view: View;
  form: HTMLFormElement;
  fields: PlacedField[];
  problem: HTMLElement;
};

/** The modal the bot has opened. `closed` runs when it is gone. */
export function createModal(closed: () => void) {
  const dialog = byId('modal', HTMLDialogElement);
  let rendered: RenderedModal | null = null;
  let page: Page | null = null;
  /** A modal that was open before this page was: it belongs to the page that opened it. */
  let openedElsewhere: string | null = null;

  const leave = (): void => {
    if (page && rendered) void page.act({ type: 'close', view: rendered.view.id });
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave();
  });

  return {
    update(newPage: Page): void {
      if (!page) openedElsewhere = newPage.state.modal?.id ?? null;
      page = newPage;
      const view = page.state.modal?.id === openedElsewhere ? null : page.state.modal;
      if (!view) {
        if (!rendered) return;
        rendered = null;
        dialog.close();
        dialog.replaceChildren();
        closed();
        return;
      }
      if (JSON.stringify(view) === JSON.stringify(rendered?.view)) return;
      const before = rendered;
      rendered = renderModal(view, page, leave);
      if (before?.view.id === view.id) replacePreserving(before.form, rendered.form);
      else dialog.replaceChildren(rendered.form);
      if (!dialog.open) dialog.showModal();
      if (Object.keys(view.errors).length > 0) showErrors(rendered, view.errors);
      else if (before?.view.id !== view.id) firstControl(rendered)?.focus();
    },
  };
}

const firstControl = ({ fields, form }: RenderedModal): HTMLElement | null =>
  fields[0]?.field.control ??
  fields[0]?.field.node.querySelector('input') ??
  form.querySelector<HTMLElement>('h2');

function renderModal(view: View, page: Page, leave: () => void): RenderedModal {
  const fields: PlacedField[] = [];
  const problem = h('p', { class: 'error', role: 'alert' });
  const blocks = renderBlocks(view.blocks, {
    state: page.state,
    headingLevel: 3,
    place: (placed) => fields.push(placed),
    suggest: suggestIn(page, { view: view.id }),
    click: async (click) => {
      const result = await page.act(
        { type: 'click', at: { view: view.id }, ...click },
        { quiet: true },
      );
      problem.textContent = result.ok ? '' : result.error;
    },
  });
  const submit = view.submit
    ? h('button', { type: 'submit', class: 'button primary', 'data-key': 'submit' }, view.submit)
    : null;
  const close = view.close ?? (submit ? 'Cancel' : 'Close');
  const form = h(
    'form',
    { class: 'dialog-form', novalidate: true },
    h(
      'div',
      { class: 'dialog-head' },
      h('h2', { id: 'modal-title', tabindex: -1 }, view.title),
      h(
        'button',
        {
          type: 'button',
          class: 'icon',
          'aria-label': 'Close',
          'data-key': 'dismiss',
          onclick: leave,
        },
        h('span', { 'aria-hidden': 'true' }, '✕'),
      ),
    ),
    h(
      'div',
      // One without controls scrolls by keyboard all the same.
      {
        class: 'dialog-body',
        'data-key': 'modal-body',
        tabindex: fields.length === 0 ? 0 : null,
      },
      problem,
      blocks,
    ),
    h(
      'div',
      { class: 'dialog-actions' },
      h('button', { type: 'button', class: 'button', 'data-key': 'close', onclick: leave }, close),
      submit,
    ),
  );
  const rendered: RenderedModal = { view, form, fields, problem };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit) void whileBusy(submit, () => send(rendered, page));
  });
  return rendered;
}

/** Sends the answers, unless one is missing or malformed: then it says so and goes there. */
async function send(rendered: RenderedModal, page: Page): Promise<void> {
  const found = rendered.fields.flatMap(({ blockId, field, optional }) => {
    const sentence = problemOf(field, optional);
    return sentence ? [[blockId, sentence]] : [];
  });
  showErrors(rendered, Object.fromEntries(found));
  if (found.length > 0) return;
  const values: Record<string, Record<string, unknown>> = {};
  for (const { blockId, actionId, field } of rendered.fields)
    values[blockId] = { ...values[blockId], [actionId]: field.state() };
  const result = await page.act(
    { type: 'submit', view: rendered.view.id, values },
    { quiet: true },
  );
  rendered.problem.textContent = result.ok ? '' : result.error;
}

/**
 * Puts each sentence under its question and goes to the first; one without a question stands at the
 * top.
 */
function showErrors(
  { form, fields, problem }: RenderedModal,
  errors: Record<string, string>,
): void {
  const unplaced = new Map(Object.entries(errors));
  let first: HTMLElement | null = null;
  for (const line of form.querySelectorAll<HTMLElement>('[data-error]')) {
    const sentence = unplaced.get(line.dataset.error ?? '') ?? '';
    unplaced.delete(line.dataset.error ?? '');
    line.textContent = sentence;
    const field = fields.find(({ blockId }) => blockId === line.dataset.error)?.field;
    field?.control?.setAttribute('aria-invalid', String(sentence !== ''));
    if (sentence) first ??= field?.control ?? field?.node.querySelector('input') ?? null;
  }
  problem.textContent = [...unplaced.values()].join(' ');
  first?.focus();
}
