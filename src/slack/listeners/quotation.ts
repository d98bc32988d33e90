import { copiedCitations, type Point, quotationAlone, quotationOf } from '../../answer/index.js';
import { InspectionError } from '../../domain/errors.js';
import { attempt } from '../answering.js';
import { isDirectMessage } from '../api/channels.js';
import { type CallMarks, channelResponseRoute, channelRoute, deliver } from '../api/delivery.js';
import { openModal } from '../api/views.js';
import { clicked } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import { shareOnce } from '../share-once.js';
import { routesToUser } from '../user-routes.js';
import { citationGoneModal, copyCitationModal, QUOTATION_GONE } from '../views/copy-citation.js';
import { QUOTATION, quotationChoice } from '../views/quotation-menu.js';
import {
  NO_CHANNEL,
  quotationSharedNotice,
  sharedQuotationView,
} from '../views/shared-quotation.js';

/**
 * The menu beside a quotation: "Copy citation" opens a view with it, for whoever chose that, and
 * "Share this quotation" posts it alone to the channel. Both find it in the record anew.
 */
export function registerQuotation(listeners: Listeners): void {
  listeners.action(QUOTATION, async ({ ack, body, client, context }, services) => {
    const { answers, inTurn, logger } = services;
    const councilOf = ({ citation: { urn } }: Point): string =>
      answers().record.authorities.find((each) => each.urn === urn)?.name ?? '';
    const action = BlockAction.parse(body);
    const team = workspaceOf(context);
    const { channel, user, threadTs, respond, messageTs } = action;
    const chosen = quotationChoice(action.selected);
    if (!chosen) return ack();
    const { reference } = chosen;
    const routes = routesToUser(services, client, action);

    const cite = async (): Promise<void> => {
      const found = quotationOf(reference, answers());
      const view = found
        ? copyCitationModal(copiedCitations(found.citation, councilOf(found), answers().today()))
        : citationGoneModal();
      await openModal(client, action.triggerId ?? '', view);
    };

    const share = async (marks: CallMarks): Promise<boolean> => {
      if (!channel || isDirectMessage(channel)) throw new InspectionError(NO_CHANNEL);
      const found = quotationOf(reference, answers());
      if (!found) throw new InspectionError(QUOTATION_GONE);
      await deliver(
        sharedQuotationView(quotationAlone(found, councilOf(found)), user),
        [
          ...(respond ? [channelResponseRoute(respond, services, channel, threadTs)] : []),
          channelRoute(client, inTurn, channel, threadTs),
        ],
        logger,
        marks,
      );
      await deliver(quotationSharedNotice(), routes, logger).catch(() =>
        logger.warn('a sharer was not told'),
      );
      logger.info('shared a quotation');
      return true;
    };

    if (chosen.what === 'cite')
      return services.take(
        clicked(team, action, null),
        ack,
        (marks) => attempt(services, { routes, surface: 'cite', marks }, cite),
        { isUrgent: true },
      );
    const id = `share/${channel}/${messageTs}/${reference}`;
    return shareOnce(services, { team, action, id, ack, routes }, share);
  });
}
