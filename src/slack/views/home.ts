import type { HomeView } from '@slack/types';
import type { ShownExample } from '../../answer/index.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { askActionId } from './buttons.js';
import { button, plain } from './elements.js';
import { escapeMrkdwn } from './escape.js';

/**
 * The Home tab: what the bot is for, every way to ask with a button that tries it, and what is
 * kept. `newReports` says whether new reports are looked for.
 */
export const homeView = (commands: ShownExample[], newReports: string): HomeView => ({
  type: 'home',
  blocks: [
    { type: 'header', text: plain("A council's Ofsted inspections, quoted and cited") },
    {
      type: 'section',
      text: plain(
        `Ask with ${SLASH_COMMAND.name} in any channel, mention the bot in a thread, or write to it in Messages. It says only what it can quote, who said it and when, and says so when the record holds nothing.`,
      ),
    },
    { type: 'divider' },
    ...commands.map(({ usage, example, describes }, index) => ({
      type: 'section' as const,
      text: {
        type: 'mrkdwn' as const,
        text: `*${escapeMrkdwn(usage)}*\n${escapeMrkdwn(describes)}`,
        verbatim: true,
      },
      accessory: button(askActionId(index), `Try “${example}”`, example),
    })),
    { type: 'divider' },
    {
      type: 'context',
      elements: [
        plain(newReports),
        plain(
          'Questions are not kept. Do not write about a particular child, family or case: use your own duty route for that.',
        ),
      ],
    },
  ],
});
