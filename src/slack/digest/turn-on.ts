import { localDate } from '../../digest/schedule.js';
import type { Subscription } from '../../domain/subscription.js';
import type { Services } from '../services.js';
import type { Reply } from '../views/reply.js';
import { confirmationView } from '../views/subscription.js';
import { type Changed, subscribe } from './changes.js';
import type { DigestRequest } from './commands.js';
import { DigestProblem } from './problem.js';
import { readRequest } from './request.js';
import { zoneOf } from './user-zone.js';
import { weekdayIn } from './weekdays.js';

const HAS_ONE =
  'This channel has a digest, which “/ofsted digest status” shows: change it in the form, “/ofsted digest”, or write after “digest on” all that it should be.';

/** `digest on …`: sets up the channel's digest in place of any other; with nothing after it, only where there is no other. */
export async function turnOn({ services, client, member, rest }: DigestRequest): Promise<Reply> {
  if (rest === '' && (await services.store.subscriptions.get(member.team, member.channel)))
    throw new DigestProblem(HAS_ONE);
  const zone = await zoneOf(client, member.user);
  const { settings, notes } = readRequest(rest, zone, services.answers());
  return confirmed(services, await subscribe(services, client, member, settings), notes);
}

const HAD_TODAY =
  'The digest of that day fell due already, so the next one is that of its next day.';

/** What somebody reads after they set up or changed a digest; `notes` say what was read as what. */
export function confirmed(
  services: Services,
  { subscription, announced, next, hadToday }: Changed,
  notes: readonly string[],
): Reply {
  const now = new Date(services.now());
  const told = {
    announced,
    notes: [...notes, ...(hadToday ? [HAD_TODAY] : passedToday(subscription, now, next))],
  };
  return confirmationView(subscription, next, told, services.answers());
}

/** That the time has passed, where the first digest could have been expected today. */
function passedToday({ at, zone, weekdays }: Subscription, now: Date, next: Date): string[] {
  const isToday = localDate(zone, now) === localDate(zone, next);
  return isToday || !weekdays.includes(weekdayIn(zone, now))
    ? []
    : [`${at} has passed today (${zone}), so the first digest comes on its next day.`];
}
