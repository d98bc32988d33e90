import {
  draft,
  localDate,
  nothingOnThemes,
  readRequest,
  subscriptionHere,
} from '../../../digest/index.js';
import type { Subscription } from '../../../domain/subscription.js';
import { zoneOf } from '../../api/person.js';
import { SLASH_COMMAND } from '../../surfaces.js';
import { escapeMrkdwn } from '../../views/escape.js';
import { lines } from '../../views/lines.js';
import type { Reply } from '../../views/reply.js';
import type { DigestRequest } from './request.js';

const NOTHING =
  '*Nothing would be posted today:* nothing is new in the record since the last digest.';
const PAUSED = lines([
  `This digest is paused: nothing is posted until somebody writes \`${SLASH_COMMAND.name} digest resume\`.`,
]);

/**
 * Answers `digest preview`: today's digest exactly as the sender would make it, of the channel's
 * subscription or of the one that is written.
 */
export async function preview(request: DigestRequest): Promise<Reply> {
  const { services } = request;
  const subscription = await previewed(request);
  const today = localDate(subscription.zone, new Date(services.now()));
  const { message } = services.compose(subscription, today, { preview: true });
  const silent = nothingOnThemes(subscription, services.answers()).map(escapeMrkdwn);
  const shown = message ?? lines([NOTHING, ...silent]);
  return subscription.status === 'active' ? shown : below(shown, PAUSED);
}

async function previewed(request: DigestRequest): Promise<Subscription> {
  const { services, client, member, rest } = request;
  if (rest === '') return subscriptionHere(services.store.subscriptions, member);
  const zone = await zoneOf(client, member.user);
  const { settings } = readRequest(rest, zone, services.answers());
  return draft({ context: services.answers, now: services.now }, member, settings, null);
}

const below = (first: Reply, second: Reply): Reply => ({
  text: `${first.text}\n${second.text}`,
  blocks: [...first.blocks, ...second.blocks],
});
