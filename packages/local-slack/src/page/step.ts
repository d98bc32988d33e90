import { whileBusy } from './blocks/buttons.js';
import { link } from './blocks/text.js';
import { byId, h, uniqueId } from './dom.js';
import { safeUrl } from './links.js';
import type { Page } from './page.js';

/** Runs a step of the app as a workflow would, with what the person gives it, and shows the end. */
export function createStepDialog() {
  const dialog = byId('step', HTMLDialogElement);
  const close = () => dialog.close();

  return {
    open(page: Page, callbackId: string): void {
      const step = page.state.steps.find((each) => each.callbackId === callbackId);
      if (!step) return;
      const inputs = step.inputs.map(({ name, title, required }) => {
        const id = uniqueId('step-input');
        const control = h('input', { id, name, type: 'text', required: required === true });
        return {
          name,
          control,
          node: h('div', { class: 'field' }, h('label', { for: id }, title), control),
        };
      });
      const result = h('div', { class: 'step-result', role: 'status' });
      const run = h('button', { type: 'submit', class: 'button primary' }, 'Run');
      const form = h(
        'form',
        { class: 'dialog-form', novalidate: true },
        h('div', { class: 'dialog-head' }, h('h2', { id: 'step-title', tabindex: -1 }, step.title)),
        h('div', { class: 'dialog-body' }, ...inputs.map(({ node }) => node), result),
        h(
          'div',
          { class: 'dialog-actions' },
          h('button', { type: 'button', class: 'button', onclick: close }, 'Close'),
          run,
        ),
      );
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        void whileBusy(run, async () => {
          result.replaceChildren('Running…');
          const given = Object.fromEntries(
            inputs.map(({ name, control }) => [name, control.value]),
          );
          const ended = await page.act(
            { type: 'step', callbackId, inputs: given },
            { quiet: true },
          );
          result.replaceChildren(
            ended.ok ? outputs(ended.outputs ?? []) : h('p', { class: 'error' }, ended.error),
          );
        });
      });
      dialog.replaceChildren(form);
      dialog.showModal();
      inputs[0]?.control.focus();
    },
  };
}

/** What came out of a step, as the steps after it would get it. */
const outputs = (list: { title: string; value: string }[]): HTMLElement =>
  h(
    'dl',
    {},
    ...list.flatMap(({ title, value }) => [
      h('dt', {}, title),
      h('dd', { class: 'prose' }, safeUrl(value) ? link(value, value) : value || '–'),
    ]),
  );
