import type { LocalSlackOptions } from 'local-slack';
import { REPORT_DOMAINS } from '../domain/links.js';
import { CHECK_SHORTCUT, SLASH_COMMAND, STEP } from '../slack/surfaces.js';

/**
 * The workspace in which the local Slack shows this bot: its name, its channels and what a newcomer
 * could type.
 */
export const LOCAL_WORKSPACE = {
  botName: 'ofsted',
  channels: [
    { id: 'C0GENERAL', name: 'general', topic: 'For everybody' },
    { id: 'C0CHILDRENS', name: 'childrens-services', topic: "Children's services" },
    { id: 'C0PRESS', name: 'press', topic: 'The press office', botIsMember: false },
  ],
  commands: [SLASH_COMMAND],
  shortcuts: [CHECK_SHORTCUT],
  steps: [STEP],
  unfurlDomains: REPORT_DOMAINS,
  workObjects: true,
  examples: [
    `${SLASH_COMMAND.name} tameside latest`,
    'what about care leavers in tameside?',
    `${SLASH_COMMAND.name} tameside timeline`,
    `${SLASH_COMMAND.name} help`,
  ],
  disclaimer:
    'A stand-in for Slack that runs on this computer alone. Not affiliated with Slack or Ofsted.',
} satisfies LocalSlackOptions;
