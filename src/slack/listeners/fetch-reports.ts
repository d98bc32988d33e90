import { answerQuestion } from '../../answer/index.js';
import { attempt } from '../answering.js';
import { type CallMarks, deliver, responseRoute } from '../api/delivery.js';
import { isAdmin } from '../api/is-admin.js';
import { describeError } from '../failure.js';
import type { FetchOutcome, ReportFetching } from '../fetch-reports.js';
import { clicked } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { mayBeFetched } from '../may-be-fetched.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import { routesToUser } from '../user-routes.js';
import { answerView } from '../views/answer.js';
import { ACTION, FetchValue } from '../views/buttons.js';
import { escapeMrkdwn } from '../views/escape.js';
import { lines } from '../views/lines.js';
import type { Screen } from '../views/screen.js';

/**
 * "Fetch Bristol's reports": fetches them in the background. The message that has the button shows
 * how far it is, and is the answer made anew in the end.
 */
export function registerFetchReports(listeners: Listeners): void {
  listeners.action(ACTION.fetch, async ({ ack, body, client, context }, services) => {
    const { answers, logger, fetching } = services;
    const action = BlockAction.parse(body);
    const routes = routesToUser(services, client, action);
    const { urn, question, share } = FetchValue.parse(JSON.parse(action.value));
    const inPlace = action.respond
      ? [responseRoute(action.respond, services, { replace_original: true })]
      : [];
    const show = (fetched: string) => {
      const answer = answerQuestion(question, answers());
      const isOffered = fetched === '' && mayBeFetched(answer, services);
      const screen: Screen = { page: 0, mode: share ? 'offer' : 'none' };
      return answerView(answer, screen, {
        ...{ isOffered, progress: fetched, feedback: services.features.feedback },
      });
    };
    const showProgress = (fetched: string) =>
      deliver(show(fetched), inPlace, logger).catch((error) =>
        logger.warn({ error: describeError(error) }, 'the progress of a fetch was not shown'),
      );
    const fetchNow = async (marks: CallMarks): Promise<void> => {
      const say = (sentence: string) =>
        deliver(lines([escapeMrkdwn(sentence)]), routes, logger, marks);
      if (!fetching) return say('Reports are not fetched from here.');
      if (fetching.by === 'admins' && !(await isAdmin(client, action.user)))
        return say('Only admins of this workspace can have reports fetched here.');
      // The steps that are shown wait for each other, so that none overtakes a later one.
      let shown: Promise<unknown> = Promise.resolve();
      let half = -1;
      const outcome = await fetching.fetch(urn, (done, total) => {
        const reached = total === 0 ? 0 : Math.floor((2 * done) / total);
        // Slack takes five messages through the address that the click came with.
        if (reached <= half || reached === 2) return;
        half = reached;
        shown = shown.then(() => showProgress(progressLine(done, total)));
      });
      if (outcome.kind === 'refused') return say(refusal(outcome.because, fetching));
      await shown;
      await deliver(show(doneLine(outcome)), [...inPlace, ...routes], logger, marks);
      logger.info({ urn, ...outcome }, 'fetched on request');
    };
    await services.take(clicked(workspaceOf(context), action, null), ack, (marks) =>
      attempt(services, { routes, surface: 'fetch', marks }, () => fetchNow(marks)),
    );
  });
}

const progressLine = (done: number, total: number): string =>
  total === 0
    ? 'Fetching from Ofsted’s site…'
    : `Fetching from Ofsted’s site: ${done} of ${total} documents looked at.`;

const refusal = (because: 'under way' | 'enough', { most }: ReportFetching): string =>
  because === 'under way'
    ? 'Reports are being fetched already, one council at a time: try again in a few minutes.'
    : `${most} councils were fetched today, which is as many as a day allows: try again tomorrow.`;

function doneLine({ documents, missed, fault }: FetchOutcome & { kind: 'done' }): string {
  const fetched =
    documents === 1 ? '1 document was fetched' : `${documents} documents were fetched`;
  const left = missed > 0 ? `; ${missed} could not be had` : '';
  return `${fetched} from Ofsted’s site${left}.${fault ? ` Not all was read: ${fault}` : ''}`;
}
