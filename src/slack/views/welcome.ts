import { SLASH_COMMAND } from '../surfaces.js';
import { lines } from './lines.js';
import type { Reply } from './reply.js';

/** What a channel reads when the bot is added to it. */
export const welcomeView = (): Reply =>
  lines([
    'I answer questions about English councils’ Ofsted inspections of children’s services, with quotations, who said them and when.',
    `Try \`${SLASH_COMMAND.name} bristol latest\`, or mention me: “what did inspectors say about care leavers in Tameside?” If this channel is about one council, \`${SLASH_COMMAND.name} use tameside\` saves naming it.`,
    'I read only what mentions me and, where this workspace allows it, follow-ups in threads in which I was asked. Please write nothing about a particular child or family.',
  ]);
