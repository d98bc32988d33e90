import { visitTitle } from '../../domain/visit.js';
import type { FirstPoint, Point } from '../answer.js';
import { firstPoint } from '../first-point.js';
import { smallPrintLine } from './first-screen.js';

/** One quotation by itself: of which council and visit it is, and when its document came out. */
export type QuotationAlone = { headline: string; point: FirstPoint; smallPrint: string };

/** A quotation as it stands without the answer that it was found in. */
export const quotationAlone = (point: Point, council: string): QuotationAlone => ({
  headline: `${council}: ${visitTitle(point.citation.visit)}`,
  point: firstPoint(point, ''),
  smallPrint: smallPrintLine([point.citation], [point.citation], null),
});
