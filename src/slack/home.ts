import { answerQuestion, type Choice, examplesFor } from '../answer/index.js';
import { councilsOf, momentIn, nextDigest, pausedLine, timesOf } from '../digest/index.js';
import { freshnessLine } from '../domain/freshness.js';
import type { Subscription } from '../domain/subscription.js';
import { describeError } from './failure.js';
import type { Services } from './services.js';
import { councilOption } from './views/digest-form.js';
import type { Home } from './views/home.js';

/** What the Home tab tells one person of a workspace; `urn` is the council that they chose. */
export async function homeOf(
  services: Services,
  { team, user, urn }: { team: string; user: string; urn: string | null },
): Promise<Home> {
  const { answers, newReports, store, logger, now } = services;
  const context = answers();
  const { record, covered } = context;
  const all = await store.subscriptions.list(team).catch((error: unknown) => {
    logger.warn({ error: describeError(error) }, 'the digests could not be read for a Home tab');
    return [];
  });
  const lineOf = async (digest: Subscription): Promise<string> => {
    const paused = pausedLine(digest);
    const { next } = await nextDigest(store.subscriptions, digest, new Date(now()));
    const when = paused ? `paused: ${paused}` : `next ${momentIn(digest.zone, next)}`;
    return `${councilsOf(digest, context, COUNCILS_NAMED)}, ${timesOf(digest)}; ${when}`;
  };
  const linesOf = (digests: Subscription[]): Promise<string[]> =>
    Promise.all(digests.slice(0, MOST_DIGESTS).map(lineOf));
  const council = covered.find((each) => each.urn === urn);
  const councils = covered.filter(({ ended }) => !ended).length;
  const reach = freshnessLine({ ...record.freshness, checked: null });
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
          digests: (
            await linesOf(all.filter(({ authorities }) => authorities.includes(council.urn)))
          ).map((line) => `Digest here: ${line}`),
        }
      : null,
    digests: await linesOf(all.filter(({ owner }) => owner === user)),
    examples: examplesFor(context),
  };
}

const COUNCILS_NAMED = 3;
const MOST_DIGESTS = 10;

const ABOUT = [
  ['Latest', 'latest'],
  ['Timeline', 'timeline'],
  ['Strengths', 'strengths'],
  ['Concerns', 'concerns'],
] as const;
