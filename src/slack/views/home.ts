import type { ActionsBlock, HomeView, KnownBlock, PlainTextOption } from '@slack/types';
import { type Answer, type Choice, firstScreen } from '../../answer/index.js';
import { alertTitle } from '../../digest/index.js';
import type { Alert } from '../../domain/alert.js';
import { capitalised } from '../../domain/citation.js';
import { isDirectMessage } from '../api/channels.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { ALERT_ACTION, alertButtons } from './alert.js';
import { askActionId } from './buttons.js';
import { councilSelect } from './council-select.js';
import { button, context, paragraph, plain, run, shorten } from './elements.js';
import { underHeadline } from './first-screen.js';
import { boldLine } from './headline.js';
import { LOADING_RECORD } from './notices.js';

/** What the list of councils is called in the payload of a block action. */
export const HOME_COUNCIL = 'home:council';

/** The buttons beside a digest on the Home tab; their value is its channel. */
export const HOME_DIGEST = {
  pause: 'home:digest:pause',
  resume: 'home:digest:resume',
  change: 'home:digest:change',
  stop: 'home:digest:stop',
  create: 'home:digest:new',
} as const;

/** A digest of whoever looks: what it is, in a line, and where it is posted. */
export type HomeDigest = { line: string; channel: string; isPaused: boolean };

/** How many more there are than are shown; `areUnread` where the state could not be read. */
type Listed = { more: number; areUnread: boolean };

/**
 * What the Home tab tells: how much the record holds (`reach`, a sentence), whether new reports
 * are looked for, the council that was chosen with what was found at it last and its digests (a
 * line each), or else a sentence on why it is not shown (`gone`), the digests and alerts of whoever
 * looks at it, of each how many `more` than are shown, and questions that fit the record. `place`
 * is what the tab's own buttons go on with.
 */
export type Home = {
  reach: string;
  newReports: string;
  council: { option: PlainTextOption; answer: Answer; choices: Choice[]; digests: string[] } | null;
  gone: string | null;
  digests: { shown: HomeDigest[] } & Listed;
  alerts: { shown: { alert: Alert; gone: readonly string[] }[] } & Listed;
  examples: Choice[];
  place: HomePlace;
};

/** The direct message of whoever looks, where it is known, and the council that they chose. */
export type HomePlace = { direct: string | null; urn: string | null };

const KEPT =
  'Stored: your digests and alerts with the words they look for, your id and handle, until you stop them. Of a thread, what it is about, without your words, for seven days; “forget” in it deletes that. Questions are not kept. Do not write about a particular child, family or case: use your own duty route for that.';

const TITLE = 'A council’s Ofsted inspections, quoted and cited';
const header = (text: string): KnownBlock => ({ type: 'header', text: plain(text) });

/** The Home tab: what the record holds, a council at a glance, digests, and questions to try. */
export const homeView = (home: Home): HomeView => ({
  type: 'home',
  private_metadata: JSON.stringify(home.place),
  blocks: [
    header(TITLE),
    paragraph(
      run(
        `Ask with ${SLASH_COMMAND.name} in any channel, mention the bot, or write to it in Messages. It says only what it can quote, who said it and when, and says so when the record holds nothing.`,
      ),
    ),
    context(plain(`${home.reach} ${home.newReports}`)),
    { type: 'divider' },
    header('A council at a glance'),
    {
      type: 'section',
      text: plain('Choose a council to see its grades and what was found last.'),
      accessory: councilSelect(HOME_COUNCIL, home.council?.option ?? null),
    },
    ...(home.council ? councilView(home.council) : []),
    ...(home.gone ? [linesView([home.gone])] : []),
    { type: 'divider' },
    header('Your digests'),
    ...digestsView(home),
    { type: 'divider' },
    header('Your alerts'),
    ...alertsView(home),
    { type: 'divider' },
    header('Try'),
    context(plain('Each is asked when you press it, and answered in Messages.')),
    choicesView(home.examples, 100),
    context(plain(KEPT)),
  ],
});

/** The Home tab while there is nothing to answer from yet; it is filled once there is. */
export const loadingHomeView = (): HomeView => ({
  type: 'home',
  blocks: [
    header(TITLE),
    paragraph(run(LOADING_RECORD)),
    context(plain('This tab fills by itself once the record is loaded.')),
  ],
});

function councilView({ answer, choices, digests }: NonNullable<Home['council']>): KnownBlock[] {
  const first = firstScreen(answer);
  const grades = (answer.table?.rows ?? []).map(([area, grade]) => `${area}: ${grade}`).join(' · ');
  return [
    // The Home tab takes no table.
    boldLine(first.headline),
    ...underHeadline({ ...first, table: null, notes: [grades, ...first.notes].filter(Boolean) }, 0),
    ...(digests.length > 0 ? [linesView(digests)] : []),
    choicesView(choices, 0),
  ];
}

const UNREAD = 'They cannot be read at the moment; nothing of them is lost by that.';

function digestsView({ digests: { shown, more, areUnread }, place }: Home): KnownBlock[] {
  return [
    ...(areUnread ? [linesView([UNREAD])] : []),
    ...(shown.length === 0 && !areUnread
      ? [
          linesView([
            `None. ${SLASH_COMMAND.name} digest, in a channel, sets one up there; the button below, one for you alone.`,
          ]),
        ]
      : []),
    ...shown.flatMap((digest) => [placed(digest.line, digest.channel), digestButtons(digest)]),
    ...moreOf(more, 'digest list'),
    {
      type: 'actions',
      elements: [
        button(HOME_DIGEST.create, 'Set up a digest…', place.direct ?? ''),
        button(askActionId(200), 'How digests are set up', 'digest'),
      ],
    },
  ];
}

function digestButtons({ line, channel, isPaused }: HomeDigest): ActionsBlock {
  const own = (actionId: string, label: string) =>
    button(actionId, label, channel, `${label}: digest on ${line}`);
  return {
    type: 'actions',
    elements: [
      isPaused ? own(HOME_DIGEST.resume, 'Resume') : own(HOME_DIGEST.pause, 'Pause'),
      own(HOME_DIGEST.change, 'Change…'),
      own(HOME_DIGEST.stop, 'Stop'),
    ],
  };
}

function alertsView({ alerts: { shown, more, areUnread }, place }: Home): KnownBlock[] {
  return [
    ...(areUnread ? [linesView([UNREAD])] : []),
    ...(shown.length === 0 && !areUnread
      ? [
          linesView([
            'None. An alert tells you of reports that say a word you choose, or of new ones on councils you name, once they come into the record.',
          ]),
        ]
      : []),
    ...shown.flatMap(({ alert, gone }) => [
      placed(alertLine(alert, gone), alert.channel),
      alertButtons(alert),
    ]),
    ...moreOf(more, 'alert list'),
    {
      type: 'actions',
      elements: [button(ALERT_ACTION.create, 'Set up an alert…', place.direct ?? '')],
    },
  ];
}

const LINE_LIMIT = 600;

const alertLine = (alert: Alert, gone: readonly string[]): string => {
  const paused = alert.status === 'paused' ? `; paused. ${alert.pausedBecause ?? ''}` : '';
  const said = [`${capitalised(alertTitle(alert))}${paused}`.trim(), ...gone];
  return shorten(said.join(gone.length > 0 ? '. ' : ''), LINE_LIMIT).trim();
};

/** A line with where it is told: the channel by its name, which Slack fills in. */
const placed = (line: string, channel: string): KnownBlock =>
  isDirectMessage(channel)
    ? paragraph(run(`${line} · for you alone`))
    : {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [run(`${line} · in `), { type: 'channel', channel_id: channel }],
          },
        ],
      };

const moreOf = (more: number, command: string): KnownBlock[] =>
  more > 0 ? [linesView([`${more} more: ${SLASH_COMMAND.name} ${command}`])] : [];

const linesView = (lines: string[]): KnownBlock =>
  paragraph(run(lines.length > 1 ? lines.map((line) => `• ${line}`).join('\n') : (lines[0] ?? '')));

/** Buttons that ask; what they are called counts on from `from`, so that each is its own. */
const choicesView = (choices: Choice[], from: number): KnownBlock => ({
  type: 'actions',
  elements: choices.map(({ label, question }, i) => button(askActionId(from + i), label, question)),
});
