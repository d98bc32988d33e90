import type { WebClient } from '@slack/web-api';
import { DEFAULT_SETTINGS, type Member } from '../../../digest/index.js';
import { attempt, orItsProblem } from '../../answering.js';
import { type CallMarks, deliver, type Route } from '../../api/delivery.js';
import { zoneOf } from '../../api/person.js';
import { openModal } from '../../api/views.js';
import type { Services } from '../../services.js';
import { digestForm } from '../../views/digest-form.js';
import type { HomePlace } from '../../views/home.js';
import type { Reply } from '../../views/reply.js';
import type { DigestRequest } from './request.js';

/**
 * Who asks for something about digests, where, and how they are answered; `home` is where on a Home
 * tab, null where elsewhere.
 */
export type DigestInteraction = {
  services: Services;
  client: WebClient;
  member: Member;
  routes: Route[];
  marks: CallMarks;
  home: HomePlace | null;
};

/**
 * Answers by the first of the routes that is open; a `DigestProblem` is answered with its sentence.
 */
export const answerDigest = (
  { services, client, member, routes, marks }: DigestInteraction,
  answer: (request: Omit<DigestRequest, 'rest'>) => Promise<Reply>,
): Promise<boolean> =>
  attempt(services, { routes, surface: 'digest', marks }, async () => {
    const reply = await orItsProblem(() => answer({ services, client, member }));
    await deliver(reply, routes, services.logger, marks);
  });

/** Opens the form for the channel's digest, filled in with the settings that it has. */
export const openDigestForm = (
  { services, client, member, routes, marks, home }: DigestInteraction,
  triggerId: string,
): Promise<boolean> =>
  attempt(services, { routes, surface: 'digest form', marks }, async () => {
    const { store, answers } = services;
    const { team, channel, user } = member;
    const [found, zone] = await Promise.all([
      store.subscriptions.get(team, channel),
      zoneOf(client, user),
    ]);
    const settings = found ?? { ...DEFAULT_SETTINGS, zone, authorities: onlyCouncil(services) };
    const status = found?.status ?? null;
    const form = digestForm({ asked: channel, home, status, settings }, answers());
    await openModal(client, triggerId, form);
  });

/** The council of a record that holds one. */
function onlyCouncil({ answers }: Services): string[] {
  const { covered } = answers();
  return covered.length === 1 ? covered.map(({ urn }) => urn) : [];
}
