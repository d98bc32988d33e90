import type { ActionsBlock, KnownBlock } from '@slack/types';
import {
  type AlertChange,
  type AlertChanged,
  alertKey,
  alertTells,
  alertTitle,
} from '../../digest/index.js';
import type { Alert } from '../../domain/alert.js';
import { channelInWords } from '../api/channels.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { button, shorten } from './elements.js';
import { escapeMrkdwn } from './escape.js';
import { isTooMuch } from './limits.js';
import { lines } from './lines.js';
import type { Reply } from './reply.js';

/** What the buttons are called in the payload of a block action; their value is an alert's id. */
export const ALERT_ACTION = {
  pause: 'alert:pause',
  resume: 'alert:resume',
  stop: 'alert:stop',
  change: 'alert:change',
  create: 'alert:new',
} as const;

const command = (rest: string): string => `${SLASH_COMMAND.name} alert ${rest}`.trim();

/** "to stop it: /ofsted alert stop unregistered" */
export const stopAlerts = (keys: readonly string[]): string =>
  `to stop ${keys.length > 1 ? 'one' : 'it'}: ${keys.map((key) => command(`stop ${key}`)).join(', or ')}`;

/** "“reports that say …”" of an alert, escaped and short enough for a line. */
const titleOf = (alert: Alert, limit = 600): string =>
  escapeMrkdwn(shorten(alertTitle(alert), limit));

/** The buttons beside an alert. */
export function alertButtons(alert: Alert): ActionsBlock {
  const { id, status } = alert;
  const own = (actionId: string, label: string) =>
    button(actionId, label, id, `${label}: ${alertTitle(alert)}`);
  return {
    type: 'actions',
    elements: [
      status === 'active' ? own(ALERT_ACTION.pause, 'Pause') : own(ALERT_ACTION.resume, 'Resume'),
      own(ALERT_ACTION.change, 'Change…'),
      own(ALERT_ACTION.stop, 'Stop'),
    ],
  };
}

const DONE: Record<AlertChange, string> = {
  set_up: 'The alert is on',
  changed: 'The alert was changed',
  paused: 'The alert rests',
  resumed: 'The alert is on again',
  stopped: 'The alert is stopped, and what it looked for is deleted',
};

/**
 * What somebody reads after they set up or changed an alert; `newReports` says whether new reports
 * are looked for.
 */
export function alertDoneView(
  change: AlertChange,
  { alert, announced, isNew }: AlertChanged,
  newReports: string,
): Reply {
  const isOver = change === 'stopped' || change === 'paused';
  const done = change === 'set_up' && !isNew ? 'That alert is on already' : DONE[change];
  const { text, blocks } = lines([
    `*${done}: ${titleOf(alert)}.*`,
    ...(isOver
      ? []
      : [
          `Once ${escapeMrkdwn(alertTells(alert))} comes into the record it is told in ${channelInWords(alert.channel)}, each once; what is held already is not. ${escapeMrkdwn(newReports)}`,
          `What it looks for is stored until it is stopped. \`${command('list')}\` shows it.`,
        ]),
    ...(announced ? [] : ['Slack did not take the announcement: tell the channel yourself.']),
  ]);
  return { text, blocks: change === 'stopped' ? blocks : [...blocks, alertButtons(alert)] };
}

const DID: Record<AlertChange, string> = {
  set_up: 'set up an alert here',
  changed: 'changed an alert of this channel',
  paused: 'paused an alert of this channel',
  resumed: 'resumed an alert of this channel',
  stopped: 'stopped an alert of this channel',
};

/** What the channel reads of a change. */
export const alertAnnouncement = (change: AlertChange, user: string, alert: Alert): Reply =>
  lines([
    `<@${user}> ${DID[change]}: ${titleOf(alert)}.`,
    change === 'stopped'
      ? 'Nothing more is told of it.'
      : `Each such document is told once, when it comes into the record. Any member can change that: \`${command('list')}\`, \`${escapeMrkdwn(command(`stop ${alertKey(alert)}`)).replaceAll('`', "'")}\`.`,
  ]);

/** What a person's direct message begins with, where their alerts and digests are to come there. */
export const comesHereView = (): Reply =>
  lines([
    `What you asked to be told comes here. \`${command('list')}\` shows your alerts, \`${SLASH_COMMAND.name} digest list\` your digests.`,
  ]);

const MOST_LISTED = 20;
const BY_NUMBER = `The rest are paused, resumed and stopped by their number, like \`${SLASH_COMMAND.name} alert stop 20\`.`;
/** Twenty of them fit a message. */
const LISTED_LIMIT = 160;

/**
 * The alerts of a channel and of the asker elsewhere, with buttons as far as there is room;
 * `goneOf` has sentences on councils that an alert names and that are gone.
 */
export function alertListView(
  alerts: readonly Alert[],
  goneOf: (alert: Alert) => readonly string[],
): Reply {
  if (alerts.length === 0)
    return lines([
      `There is no alert in this channel and none of yours. \`${command('unregistered')}\` tells of reports that say that word; \`${command('kent')}\` of new reports on Kent.`,
    ]);
  const shown = alerts.slice(0, MOST_LISTED);
  const left = alerts.length - shown.length;
  const rows = shown.map((alert, at) => {
    const paused = alert.status === 'paused' ? ` Paused. ${alert.pausedBecause ?? ''}` : '';
    return {
      alert,
      line: `${at + 1}. ${titleOf(alert, LISTED_LIMIT)}, in ${channelInWords(alert.channel)}. Asked for by <@${alert.owner}>.${escapeMrkdwn([paused, ...goneOf(alert)].join(' ').trimEnd())}`,
    };
  });
  const heading = '*Alerts of this channel, and yours elsewhere*';
  const closing = left > 0 ? [`${left} more are not shown here.`] : [];
  const withButtons = (count: number): KnownBlock[] => [
    ...lines([heading]).blocks,
    ...rows.flatMap(({ alert, line }, at) => [
      ...lines([line]).blocks,
      ...(at < count ? [alertButtons(alert)] : []),
    ]),
    ...lines([...(count < rows.length ? [BY_NUMBER] : []), ...closing]).blocks,
  ];
  let count = rows.length;
  while (count > 0 && isTooMuch(withButtons(count))) count -= 1;
  const blocks = withButtons(count);
  return { text: [heading, ...rows.map(({ line }) => line), ...closing].join('\n'), blocks };
}

/** What can be written after `alert`, one line each. */
export const alertUsage = (sentence: string): Reply =>
  lines([
    escapeMrkdwn(sentence),
    [
      `• \`${command('unregistered')}\`: tells of each report that says the word, as it comes into the record`,
      `• \`${command('kent')}\`, \`${command('north west')}\`, \`${command('neighbours of kent')}\`: of each new report on them`,
      `• \`${command('unregistered in the north west')}\`: of such reports that say it`,
      `• \`${command('list')}\`, \`${command('pause 1')}\`, \`${command('resume 1')}\`, \`${command('stop 1')}\`: by its number in the list, or its words`,
      `• \`${command('me about …')}\`: tells you alone, in your direct message with this app`,
      `• \`${command('')}\`: a form for all of it`,
    ].join('\n'),
  ]);
