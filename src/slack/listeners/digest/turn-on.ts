import {
  type Changed,
  DigestProblem,
  localDate,
  readRequest,
  subscribe,
  weekdayIn,
} from '../../../digest/index.js';
import type { Subscription } from '../../../domain/subscription.js';
import { zoneOf } from '../../api/person.js';
import { changePorts } from '../../change-ports.js';
import { directChannelOf } from '../../direct-channel.js';
import type { Services } from '../../services.js';
import type { Reply } from '../../views/reply.js';
import { confirmationView } from '../../views/subscription.js';
import type { DigestRequest } from './request.js';

const HAS_ONE =
  'This channel has a digest, which “/ofsted digest status” shows: change it in the form, “/ofsted digest”, or write after “digest on” all that it should be.';

/**
 * Answers `digest on …`: sets up the channel's digest in place of any other; with nothing after it,
 * only where there is no other. With "to me" it is that of the asker's direct message.
 */
export async function turnOn({ services, client, member, rest }: DigestRequest): Promise<Reply> {
  if (rest === '' && (await services.store.subscriptions.get(member.team, member.channel)))
    throw new DigestProblem(HAS_ONE);
  const zone = await zoneOf(client, member.user);
  const { settings, notes, toMe } = readRequest(rest, zone, services.answers());
  const channel = toMe ? await directChannelOf(services, client, member) : member.channel;
  return confirmed(
    services,
    await subscribe(changePorts(services, client), { ...member, channel }, settings),
    notes,
  );
}

const HAD_TODAY =
  'The digest of that day fell due already, so the next one is that of its next day.';

/** What somebody reads after a change of a digest; `notes` say what was read as what. */
export function confirmed(
  services: Services,
  { subscription, announced, next, hadToday }: Changed,
  notes: readonly string[],
): Reply {
  const now = new Date(services.now());
  const more = hadToday ? [HAD_TODAY] : passedToday(subscription, now, next);
  const shown = { announced, notes: [...notes, ...more] };
  return confirmationView(subscription, next, shown, services.answers());
}

/** Says that the time has passed, where the first digest could have been expected today. */
function passedToday({ at, zone, weekdays }: Subscription, now: Date, next: Date): string[] {
  const isToday = localDate(zone, now) === localDate(zone, next);
  return isToday || !weekdays.includes(weekdayIn(zone, now))
    ? []
    : [`${at} has passed today (${zone}), so the first digest comes on its next day.`];
}
