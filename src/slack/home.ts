import type { WebClient } from '@slack/web-api';
import { answerQuestion, type Choice, examplesFor } from '../answer/index.js';
import {
  alertDepartures,
  councilsOf,
  momentIn,
  nextDigest,
  pausedLine,
  timesOf,
} from '../digest/index.js';
import { capitalised } from '../domain/citation.js';
import { freshnessLine } from '../domain/freshness.js';
import type { Subscription } from '../domain/subscription.js';
import { isDirectMessage } from './api/channels.js';
import { publishHome } from './api/views.js';
import { describeError, newReference } from './failure.js';
import { goneSentence } from './gone-council.js';
import type { Services } from './services.js';
import { councilOption } from './views/digest-form.js';
import { type Home, type HomePlace, homeView } from './views/home.js';

/** Whose Home tab it is, and what they chose in it. */
export type HomeOf = HomePlace & { team: string; user: string };

/** What the Home tab tells one person of a workspace. */
async function homeOf(services: Services, { team, user, direct, urn }: HomeOf): Promise<Home> {
  const { answers, newReports, store, logger, now } = services;
  const context = answers();
  const { record, covered } = context;
  const unread = (error: unknown): null => {
    logger.warn({ error: describeError(error) }, 'the digests could not be read for a Home tab');
    return null;
  };
  const digests = await store.subscriptions.list(team).catch(unread);
  const allAlerts = await store.alerts.list(team).catch(unread);
  const all = digests ?? [];
  const alerts = (allAlerts ?? []).filter(isTheirs);
  function isTheirs({ owner }: { owner: string }): boolean {
    return owner === user;
  }
  const lineOf = async (digest: Subscription): Promise<string> => {
    const paused = pausedLine(digest);
    const { next } = await nextDigest(store.subscriptions, digest, new Date(now()));
    const when = paused ? `paused: ${paused}` : `next ${momentIn(digest.zone, next)}`;
    const councils = capitalised(councilsOf(digest, context, COUNCILS_NAMED));
    return `${councils}, ${timesOf(digest)}; ${when}`;
  };
  const own = all.filter(isTheirs);
  const shown = await Promise.all(
    own.slice(0, MOST_SHOWN).map(async (digest) => ({
      line: await lineOf(digest),
      channel: digest.channel,
      isPaused: digest.status === 'paused',
    })),
  );
  const council = covered.find((each) => each.urn === urn);
  const ofCouncil = all
    .filter(({ authorities }) => council && authorities.includes(council.urn))
    // What somebody has for themselves is nobody else's business.
    .filter((digest) => isTheirs(digest) || !isDirectMessage(digest.channel))
    .slice(0, MOST_SHOWN);
  const councils = covered.filter(({ ended }) => !ended).length;
  const reach = freshnessLine({ ...record.freshness, checked: null });
  const followed = [
    ...(council ? [council.urn] : []),
    ...own.flatMap(({ authorities }) => authorities),
    // A region is no council that somebody follows.
    ...alerts.flatMap(({ places }) =>
      places.flatMap(({ urns }) => (urns.length === 1 ? urns : [])),
    ),
  ];
  return {
    reach: `This record covers ${councils} ${councils === 1 ? 'council' : 'councils'}. ${reach}`,
    newReports,
    council: council
      ? {
          option: councilOption(council, context),
          answer: answerQuestion(`${council.name} latest`, context),
          choices: ABOUT.map(
            ([label, question]): Choice => ({
              label,
              question: `${council.name} ${question}`,
            }),
          ),
          digests: (await Promise.all(ofCouncil.map(lineOf))).map((line) => `Digest here: ${line}`),
        }
      : null,
    gone: council || urn === null ? null : goneSentence(urn, null, context),
    digests: { shown, more: own.length - shown.length, areUnread: digests === null },
    alerts: {
      shown: alerts
        .slice(0, MOST_SHOWN)
        .map((alert) => ({ alert, gone: alertDepartures(alert, context) })),
      more: Math.max(0, alerts.length - MOST_SHOWN),
      areUnread: allAlerts === null,
    },
    examples: examplesFor(context, { own: followed }),
    place: { direct, urn },
  };
}

const COUNCILS_NAMED = 3;
const MOST_SHOWN = 10;

const ABOUT = [
  ['Latest', 'latest'],
  ['Timeline', 'timeline'],
  ['Strengths', 'strengths'],
  ['Concerns', 'concerns'],
] as const;

/** Does what fills a tab; nobody asked a question, so a failure is only logged. */
export async function filling(
  { logger }: Pick<Services, 'logger'>,
  tab: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.warn(
      { reference: newReference(), tab, error: describeError(error) },
      'an opened tab could not be filled',
    );
  }
}

/** Fills somebody's Home tab with what there is now. */
export const fillHome = (services: Services, client: WebClient, whose: HomeOf): Promise<void> =>
  filling(services, 'home', async () =>
    publishHome(client, whose.user, homeView(await homeOf(services, whose))),
  );
