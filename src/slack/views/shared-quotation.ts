import type { QuotationAlone } from '../../answer/index.js';
import { fitted, linePart } from './answer-text.js';
import { pointPart, pointView } from './first-screen.js';
import { headlineView } from './headline.js';
import { lines } from './lines.js';
import type { Reply } from './reply.js';
import { sharedByText, sharedByView } from './shared-by.js';
import { smallPrint } from './small-print.js';

/** One quotation that somebody shares: whose it is, where it stands, and by whom it is shared. */
export function sharedQuotationView(alone: QuotationAlone, sharedBy: string): Reply {
  const { headline, point, smallPrint: small } = alone;
  const mode = { sharedBy };
  const parts = [linePart(headline), pointPart(point), ...(small ? [linePart(small)] : [])];
  return {
    text: `${sharedByText(sharedBy)}\n${fitted(parts)}`,
    blocks: [
      ...sharedByView(mode),
      ...headlineView(headline),
      ...pointView(point, mode),
      ...smallPrint([small]),
    ],
  };
}

/** What a sharer reads, alone, when a quotation was shared. */
export const quotationSharedNotice = (): Reply =>
  lines(['You shared this quotation to the channel.']);

/** What somebody reads who shares for the second time what a button shares once. */
export const alreadySharedNotice = (): Reply =>
  lines(['You have shared this already: see the channel.']);

/** What somebody reads where there is no channel to share in. */
export const NO_CHANNEL = 'There is no channel here to share this in: copy its citation instead.';
