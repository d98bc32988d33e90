import type { KnownBlock } from '@slack/types';
import { context } from './elements.js';
import type { Mode } from './screen.js';

/** Who shared something, as a mention: the only one that a reply has. */
export const sharedByText = (user: string): string => `Shared by <@${user}>`;

/** The same above what was shared; nothing above what was not. */
export const sharedByView = (mode: Mode): KnownBlock[] =>
  typeof mode === 'string'
    ? []
    : [context({ type: 'mrkdwn', text: sharedByText(mode.sharedBy), verbatim: true })];
