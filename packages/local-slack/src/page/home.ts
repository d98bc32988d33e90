import { renderBlocks } from './blocks/render.js';
import { byId, h, renderList } from './dom.js';
import { type Page, suggestIn } from './page.js';
import { HOME } from './route.js';

/** The bot's Home tab. */
export function createHome() {
  const scroller = byId('home', HTMLElement);
  const column = byId('home-column', HTMLElement);
  return {
    update(page: Page): void {
      const view = page.state.home;
      scroller.hidden = page.route.place !== HOME;
      if (scroller.hidden) return;
      renderList(column, [view], {
        key: () => 'home',
        signature: () => JSON.stringify([view, page.state.users, page.state.channels]),
        render: () =>
          view
            ? renderBlocks(view.blocks, {
                state: page.state,
                headingLevel: 2,
                place: () => undefined,
                suggest: suggestIn(page, { view: view.id }),
                click: async (click) => {
                  await page.act({ type: 'click', at: { view: view.id }, ...click });
                },
              })
            : h('p', { class: 'quiet' }, `${page.state.bot.name} has published no Home tab yet.`),
      });
    },
  };
}
