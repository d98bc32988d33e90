import type { Notice } from '../contract.js';
import { byId, h, renderList } from './dom.js';
import type { Page } from './page.js';

/**
 * What the person should know that is no message: the workspace's notices and this page's own
 * `problems`.
 */
export function createNotices(dismiss: (notice: Notice) => void) {
  const region = byId('notices', HTMLElement);
  return {
    update({ state, route }: Page, problems: Notice[]): void {
      const visible = [...state.notices, ...problems].filter(
        ({ channel }) => channel === null || channel === route.place,
      );
      renderList(region, visible, {
        key: ({ id }) => id,
        signature: (notice) => JSON.stringify(notice),
        render: (notice) =>
          h(
            'div',
            { class: 'notice' },
            h('p', {}, notice.text),
            h(
              'button',
              { type: 'button', class: 'link-button', onclick: () => dismiss(notice) },
              'Dismiss',
            ),
          ),
      });
    },
  };
}
