import { SLASH_COMMAND } from '../surfaces.js';
import { lines } from './lines.js';
import type { Reply } from './reply.js';

/** What a channel reads when the bot is added to it. */
export const welcomeView = (): Reply =>
  lines([
    'I answer questions about English councils’ Ofsted inspections of children’s services, with quotations, who said them and when.',
    `Try \`${SLASH_COMMAND.name} bristol latest\`, or mention me: “what did inspectors say about care leavers in Tameside?” \`${SLASH_COMMAND.name} use tameside\` makes this channel ask about one council.`,
    'I read messages that mention me and, in threads where I was asked, what follows on if this workspace lets me. Please write nothing about a particular child or family.',
  ]);
