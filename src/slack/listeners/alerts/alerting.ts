import type { WebClient } from '@slack/web-api';
import {
  type AlertChange,
  type AlertChangePorts,
  type AlertRequest,
  addAlert,
  alertDepartures,
  alertKey,
  changeAlert,
  checkWords,
  DigestProblem,
  isOfMember,
  type Member,
  mayAskForAlert,
  mostAlike,
  readAlert,
  readAlertRequest,
} from '../../../digest/index.js';
import type { Alert } from '../../../domain/alert.js';
import { cleanText } from '../../../question/index.js';
import { checkPostable, closedChannel, isDirectMessage } from '../../api/channels.js';
import { channelRoute, deliver } from '../../api/delivery.js';
import { personOf } from '../../api/person.js';
import { directChannelOf } from '../../direct-channel.js';
import { describeError } from '../../failure.js';
import { isOfSomebody } from '../../particular-case.js';
import type { Services } from '../../services.js';
import { SLASH_COMMAND } from '../../surfaces.js';
import { alertAnnouncement, alertDoneView, alertListView, alertUsage } from '../../views/alert.js';
import type { Reply } from '../../views/reply.js';
import { NO_PARTICULAR_CASE } from '../../views/report.js';

/** Slack's side of changing alerts, for requests whose token `client` has. */
const alertPorts = (
  { store, answers, now, inTurn, logger }: Services,
  client: WebClient,
): AlertChangePorts => ({
  alerts: store.alerts,
  context: answers,
  now,
  checkPostable: (channel) => checkPostable(client, channel),
  announce: async (change, { user }, alert) => {
    const { channel } = alert;
    if (isDirectMessage(channel)) return true;
    try {
      const message = alertAnnouncement(change, user, alert);
      await deliver(message, [channelRoute(client, inTurn, channel)], logger);
      return true;
    } catch (error) {
      const reasons: unknown[] = error instanceof AggregateError ? error.errors : [error];
      const closed = reasons.map((reason) => closedChannel(reason, channel)).find(Boolean);
      if (closed) throw closed;
      logger.warn({ error: describeError(error) }, 'a change of an alert was not announced');
      return false;
    }
  },
});

const COMMAND = new RegExp(`^(?:${SLASH_COMMAND.name}\\s+)?alerts?\\b[:,]?\\s*([\\s\\S]*)$`, 'i');
/** What is done with an alert that there is: it is named by its number, its words or its place. */
const DOING =
  /^(?:(list|all|show|status|help)|(stop|off|remove|delete|cancel|end|pause|mute|resume|unpause|restart)(?=\s|$)\s*([\s\S]*))$/i;

const DO: Record<string, 'paused' | 'resumed' | 'stopped'> = {
  ...{ stop: 'stopped', off: 'stopped', remove: 'stopped', delete: 'stopped' },
  ...{ cancel: 'stopped', end: 'stopped', pause: 'paused', mute: 'paused' },
  ...{ resume: 'resumed', unpause: 'resumed', restart: 'resumed' },
};

/** What is written after `/ofsted alert`; null where the command is another one. */
export function alertCommand(text: string): string | null {
  const found = COMMAND.exec(cleanText(text));
  return found ? (found[1] ?? '').trim() : null;
}

/**
 * Who asks for something about alerts, and where; `isPrivate` where nobody else reads the answer.
 */
export type AlertAsker = { team: string; channel: string; user: string; isPrivate: boolean };

/**
 * Answers a text that asks for an alert, lists or changes one; null where it asks none of that.
 * `isAgain` where an earlier try was interrupted.
 * @throws DigestProblem with what to do.
 */
export async function answerAlert(
  services: Services,
  client: WebClient,
  asker: AlertAsker,
  { text, isAgain }: { text: string; isAgain: boolean },
): Promise<Reply | null> {
  const rest = alertCommand(text);
  const [, look, verb = '', which = ''] = DOING.exec(rest ?? '') ?? [];
  const done = DO[verb.toLowerCase()];
  if (rest === '' || look?.toLowerCase() === 'help')
    return alertUsage('An alert tells of Ofsted’s reports as they come into the record.');
  if (done === undefined && look === undefined) {
    if (!mayAskForAlert(text)) return null;
    const own = await councilHere(services, asker);
    const asked = readAlertRequest(text, services.answers(), own);
    if (asked) refuseParticularCase(services, text);
    return asked && (await setUp(services, client, asker, asked));
  }
  const seen = await alertsSeen(services, asker);
  // What was interrupted may have been done: a number would mean another alert by now.
  if (done === undefined || isAgain)
    return alertListView(seen, (alert) => alertDepartures(alert, services.answers()));
  const { id } = alertMeant(seen, which);
  return doAlert(services, client, await memberOf(client, asker), id, done);
}

/** The alerts that somebody may see and change; where others read on, those of the channel. */
async function alertsSeen({ store }: Services, asker: AlertAsker): Promise<Alert[]> {
  const all = await store.alerts.list(asker.team);
  return all.filter((alert) =>
    asker.isPrivate
      ? isOfMember(alert, { ...asker, userName: '' })
      : alert.channel === asker.channel,
  );
}

/** @throws DigestProblem where none is meant, or several could be. */
function alertMeant(seen: Alert[], which: string): Alert {
  const typed = which.replace(/^(?:alert|number|no\.?|#)\s*/i, '').replace(/^["“]|["”]$/g, '');
  const key = (alert: Alert): string => alertKey(alert).toLowerCase();
  const named = typed === '' ? seen : seen.filter((each) => key(each) === typed.toLowerCase());
  const numbered = /^\d{1,3}$/.test(typed) ? seen[Number(typed) - 1] : undefined;
  const [alert] = numbered ? [numbered] : named;
  if (alert && (numbered || named.length === 1)) return alert;
  const near = mostAlike(typed, seen, (each) => [alertKey(each)], 1).map(alertKey);
  throw new DigestProblem(
    seen.length === 0
      ? 'There is no alert here, and none of yours.'
      : `Say which alert: write its number in “${SLASH_COMMAND.name} alert list”, or its words.${near[0] ? ` Did you mean “${near[0]}”?` : ''}`,
  );
}

/** Pauses, resumes or stops an alert, and says so. */
export async function doAlert(
  services: Services,
  client: WebClient,
  member: Member,
  id: string,
  change: Exclude<AlertChange, 'set_up' | 'changed'>,
): Promise<Reply> {
  const changed = await changeAlert(alertPorts(services, client), member, id, change);
  return alertDoneView(change, changed, services.newReports);
}

async function setUp(
  services: Services,
  client: WebClient,
  asker: AlertAsker,
  { forWhom, words, places }: AlertRequest,
): Promise<Reply> {
  const { zone, name } = await personOf(client, asker.user);
  const channel = forWhom === 'me' ? await directChannelOf(services, client, asker) : asker.channel;
  const member = { ...asker, channel, userName: name ?? UNNAMED };
  const changed = await addAlert(alertPorts(services, client), member, { words, places, zone });
  return alertDoneView('set_up', changed, services.newReports);
}

/** Sets up or changes an alert as its form says. */
export async function saveAlert(
  services: Services,
  client: WebClient,
  member: Member,
  { id, words, places }: { id: string | null; words: string; places: string },
): Promise<Reply> {
  refuseParticularCase(services, words);
  refuseParticularCase(services, places, 'places');
  const own = await councilHere(services, member);
  const asked = {
    words: words.trim() === '' ? [] : checkWords(words.split(/[,;\n]/)),
    places: places.trim() === '' ? [] : placesOnly(readAlert(places, services.answers(), own)),
  };
  const ports = alertPorts(services, client);
  if (id !== null) {
    const changed = await changeAlert(ports, member, id, asked);
    return alertDoneView('changed', changed, services.newReports);
  }
  const { zone, name } = await personOf(client, member.user);
  const userName = member.userName || (name ?? UNNAMED);
  const changed = await addAlert(ports, { ...member, userName }, { ...asked, zone });
  return alertDoneView('set_up', changed, services.newReports);
}

/** An alert is kept, and read by everybody in its channel. @throws DigestProblem */
function refuseParticularCase(services: Services, text: string, field?: 'places'): void {
  if (isOfSomebody(services, text)) throw new DigestProblem(NO_PARTICULAR_CASE, field);
}

/** How an owner is called whose handle this app may not see. */
const UNNAMED = 'a member';

/** @throws DigestProblem where something in a list of councils and regions is neither. */
function placesOnly({ words, places }: ReturnType<typeof readAlert>): Alert['places'] {
  if (words.length > 0)
    throw new DigestProblem(
      `I could not read “${words.join(', ')}” as a council or a region: write it as Ofsted does.`,
      'places',
    );
  return places;
}

async function memberOf(client: WebClient, asker: AlertAsker): Promise<Member> {
  const userName = (await personOf(client, asker.user)).name ?? UNNAMED;
  return { ...asker, userName };
}

/** The council that a channel asks about, where it chose one. */
async function councilHere(
  { store, answers }: Services,
  { team, channel }: { team: string; channel: string },
) {
  const urn = (await store.channelCouncils.get(team, channel).catch(() => null))?.urn;
  return answers().covered.find((council) => council.urn === urn) ?? null;
}
