/** The slash command as the manifest declares it and the local Slack offers it. */
export const SLASH_COMMAND = {
  name: '/ofsted',
  hint: 'tameside latest | what did inspectors say about care leavers? | digest | help',
  description: "Ask about a council's Ofsted inspections: quoted, dated, cited",
} as const;

/** The shortcut in the menu of every message, as the manifest declares it. */
export const CHECK_SHORTCUT = {
  name: 'Check against Ofsted',
  callbackId: 'check_claims',
  description: "Holds the message's claims about a council's inspections against the record",
} as const;

/** The step that the app adds to workflows, as the manifest declares it where it is switched on. */
export const STEP = {
  callbackId: 'ask_ofsted',
  title: 'Ask about an Ofsted inspection',
  description: 'Answers a question about one council from what inspectors wrote, quoted and dated',
  inputs: [
    { name: 'council', title: 'Council', description: 'Its name: Tameside', required: true },
    {
      name: 'question',
      title: 'Question',
      description: 'What did inspectors say about care leavers?',
      required: true,
    },
  ],
  outputs: [
    { name: 'answer', title: 'Answer', description: 'The answer, as plain text', required: true },
    {
      name: 'visit_date',
      title: 'Visit date',
      description: 'When inspectors were there; empty where the answer has no one date',
      required: true,
    },
    {
      name: 'source',
      title: 'Source',
      description: 'The document that is quoted',
      required: true,
    },
    { name: 'link', title: 'Link', description: 'Where it can be checked', required: true },
  ],
} as const;

/** What the app asks for beside `BOT_SCOPES` where links get previews. */
export const LINK_SCOPES = ['links:read', 'links:write'] as const;

/** What the app asks of whoever installs it; the manifest declares the same, and why. */
export const BOT_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'im:history',
  'users:read',
  'channels:read',
  'groups:read',
  'channels:history',
  'groups:history',
  'files:write',
] as const;

/**
 * What Slack offers whoever opens the conversation with the bot; the manifest declares the same.
 * Slack shows four at most.
 */
export const SUGGESTED_PROMPTS = [
  { title: 'Latest inspection', message: 'What did the latest inspection of Tameside find?' },
  { title: 'Inspection history', message: 'tameside timeline' },
  { title: 'Care leavers', message: 'What did inspectors say about care leavers in Tameside?' },
  { title: 'What can I ask?', message: 'help' },
];
