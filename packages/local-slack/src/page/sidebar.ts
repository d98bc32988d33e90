import type { Channel, Message } from '../contract.js';
import { byId, h, hiddenText, renderList } from './dom.js';
import { channelName, type Page } from './page.js';
import { HOME, routeHash } from './route.js';

type SidebarItem = { id: string; name: string; mark: string; about: string; unread: number };

/** The column of places to go, with how many messages nobody has looked at in each. */
export function createSidebar(runStep: (callbackId: string) => void) {
  const nav = byId('sidebar', HTMLElement);
  const workspace = h('p', { class: 'workspace' });
  const channels = h('ul');
  const app = h('ul');
  const appTitle = h('h2');
  const disclaimer = h('p', { class: 'disclaimer' });
  const seen = new Map<string, string>();
  const stepsTitle = h('h2', {}, 'Workflow steps');
  const steps = h('ul');
  nav.append(workspace, h('h2', {}, 'Channels'), channels, appTitle, app);
  nav.append(stepsTitle, steps, disclaimer);

  const unread = (channel: Channel, page: Page): number => {
    const { messages, you } = page.state;
    const here = messages.filter((message) => message.channel === channel.id);
    const newest = here.at(-1)?.ts ?? '0';
    if (!seen.has(channel.id) || page.route.place === channel.id) seen.set(channel.id, newest);
    const isNew = ({ ts, user }: Message) => ts > (seen.get(channel.id) ?? '') && user !== you.id;
    return here.filter(isNew).length;
  };

  return {
    update(page: Page): void {
      const { state } = page;
      workspace.textContent = state.workspace;
      appTitle.textContent = state.appName;
      disclaimer.textContent = state.disclaimer;
      const place = (channel: Channel): SidebarItem => ({
        id: channel.id,
        name: channel.kind === 'im' ? 'Direct message' : channel.name,
        mark: channel.kind === 'im' ? '@' : '#',
        about: channelName(channel),
        unread: unread(channel, page),
      });
      const ofKind = (kind: Channel['kind']) =>
        state.channels.filter((channel) => channel.kind === kind).map(place);
      const home = { id: HOME, name: 'Home', mark: '⌂', about: 'Home', unread: 0 };
      renderItems(channels, ofKind('channel'), page);
      renderItems(app, [...ofKind('im'), home], page);
      stepsTitle.hidden = state.steps.length === 0;
      renderList(steps, state.steps, {
        key: ({ callbackId }) => callbackId,
        signature: (step) => JSON.stringify(step),
        render: ({ callbackId, title }) =>
          h(
            'li',
            {},
            h(
              'button',
              {
                type: 'button',
                class: 'step-button',
                'data-key': `step/${callbackId}`,
                onclick: () => runStep(callbackId),
              },
              h('span', { class: 'place-mark', 'aria-hidden': 'true' }, '▸'),
              h('span', { class: 'place-name' }, title),
            ),
          ),
      });
    },
  };
}

function renderItems(list: HTMLElement, places: SidebarItem[], page: Page): void {
  renderList(list, places, {
    key: ({ id }) => id,
    signature: (place) => JSON.stringify([place, place.id === page.route.place]),
    render: ({ id, name, mark, unread }) =>
      h(
        'li',
        {},
        h(
          'a',
          {
            href: routeHash({ place: id, thread: null }),
            'aria-current': id === page.route.place ? 'page' : null,
            'data-key': `place/${id}`,
          },
          h('span', { class: 'place-mark', 'aria-hidden': 'true' }, mark),
          h('span', { class: 'place-name' }, name),
          unread > 0 && h('span', { class: 'unread' }, String(unread), hiddenText(' new')),
        ),
      ),
  });
}
