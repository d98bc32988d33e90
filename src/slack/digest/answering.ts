import type { WebClient } from '@slack/web-api';
import { Weekday } from '../../domain/subscription.js';
import { attempt } from '../answering.js';
import { deliver, type Route } from '../delivery.js';
import type { Services } from '../services.js';
import { digestForm } from '../views/digest-form.js';
import { escapeMrkdwn } from '../views/escape.js';
import { lines } from '../views/lines.js';
import type { Reply } from '../views/reply.js';
import type { Member } from './changes.js';
import type { DigestRequest } from './commands.js';
import { DigestProblem } from './problem.js';
import { DEFAULT_TIME, type DigestSettings } from './request.js';
import { zoneOf } from './user-zone.js';

/** Who asks for something about digests, where, and how they are answered. */
export type DigestAsked = {
  services: Services;
  client: WebClient;
  member: Member;
  routes: Route[];
};

/** Answers by the first of the routes that is open; a `DigestProblem` is answered with its sentence. */
export const answerDigest = (
  { services, client, member, routes }: DigestAsked,
  answer: (request: Omit<DigestRequest, 'rest'>) => Promise<Reply>,
): Promise<boolean> =>
  attempt(services, routes, 'digest', async () => {
    const reply = await answer({ services, client, member }).catch((error: unknown) => {
      if (error instanceof DigestProblem) return lines([escapeMrkdwn(error.message)]);
      throw error;
    });
    await deliver(reply, routes, services.logger);
  });

/** Opens the form for the channel's digest, filled in with the one it has. Slack lets a trigger open one form within three seconds. */
export const openDigestForm = (
  { services, client, member, routes }: DigestAsked,
  triggerId: string,
): Promise<boolean> =>
  attempt(services, routes, 'digest form', async () => {
    const { store, answers } = services;
    const { team, channel, user } = member;
    const [found, zone] = await Promise.all([
      store.subscriptions.get(team, channel),
      zoneOf(client, user),
    ]);
    const settings = found ?? { ...UNSET, zone, authorities: onlyCouncil(services) };
    await client.views.open({
      trigger_id: triggerId,
      view: digestForm({ asked: channel, status: found?.status ?? null, settings }, answers()),
    });
  });

const UNSET: Omit<DigestSettings, 'zone' | 'authorities'> = {
  themes: [],
  at: DEFAULT_TIME,
  weekdays: [...Weekday.options],
  onlyNew: false,
};

/** The council of a record that holds one. */
function onlyCouncil({ answers }: Services): string[] {
  const { covered } = answers();
  return covered.length === 1 ? covered.map(({ urn }) => urn) : [];
}
