import type { Composer } from './composer.js';
import { byId } from './dom.js';
import { channelName, openChannel, type Page } from './page.js';

/**
 * The page around its parts: title bar, the menu on a narrow screen, the state of the connection,
 * where focus goes.
 */
export function createFrame() {
  const nav = byId('sidebar', HTMLElement);
  const main = byId('main', HTMLElement);
  const title = byId('title', HTMLElement);
  const topic = byId('topic', HTMLElement);
  const menu = byId('menu', HTMLButtonElement);
  const backdrop = byId('backdrop', HTMLElement);
  const connection = byId('connection', HTMLElement);
  const narrow = window.matchMedia('(max-width: 47.99rem)');
  const covering = window.matchMedia('(max-width: 63.99rem)');
  let menuIsOpen = false;
  let threadIsOpen = false;

  /** What is covered takes no focus and is not read. */
  const arrange = (): void => {
    const opens = menuIsOpen && narrow.matches;
    nav.classList.toggle('is-open', opens);
    nav.inert = narrow.matches && !opens;
    backdrop.hidden = !opens;
    main.inert = opens || (threadIsOpen && covering.matches);
    menu.setAttribute('aria-expanded', String(opens));
  };
  const closeMenu = (): boolean => {
    if (!menuIsOpen) return false;
    menuIsOpen = false;
    arrange();
    menu.focus();
    return true;
  };
  menu.addEventListener('click', () => {
    menuIsOpen = true;
    arrange();
    nav.querySelector<HTMLElement>('[aria-current]')?.focus();
  });
  backdrop.addEventListener('click', closeMenu);
  narrow.addEventListener('change', arrange);
  covering.addEventListener('change', arrange);
  byId('skip', HTMLElement).addEventListener('click', (event) => {
    event.preventDefault();
    const box = main.querySelector('textarea');
    if (box?.checkVisibility()) box.focus();
    else title.focus();
  });
  // Long conversations scroll by keyboard too, in browsers that do not see to it themselves.
  for (const scroller of document.querySelectorAll<HTMLElement>('.scroll')) scroller.tabIndex = 0;
  arrange();

  return {
    update(page: Page): void {
      const channel = openChannel(page);
      title.textContent = channel ? channelName(channel) : 'Home';
      topic.textContent = channel
        ? channel.topic || (channel.kind === 'im' ? 'Direct message' : '')
        : page.state.appName;
      document.title = `${title.textContent} · ${page.state.workspace}`;
      threadIsOpen = page.route.thread !== null;
      arrange();
    },
    showConnection(connected: boolean): void {
      connection.textContent = connected ? '' : 'Connection lost, trying again…';
    },
    closeMenu,
    /** Whether an open thread hides the conversation. */
    threadCovers: (): boolean => covering.matches,
    /** To the message box, or, where that would raise a keyboard on screen, to the heading. */
    focusPlace(composer: Composer): void {
      const types = window.matchMedia('(pointer: fine)').matches;
      if (types && composer.node.checkVisibility()) composer.focus();
      else title.focus({ preventScroll: true });
    },
    /** Back to the link that opened the thread. */
    focusAfterThread(ts: string, composer: Composer): void {
      const opener = Array.from(main.querySelectorAll<HTMLElement>('[data-key]')).find(
        (element) => element.dataset.key === `thread/${ts}`,
      );
      if (opener) opener.focus();
      else composer.focus();
    },
  };
}
