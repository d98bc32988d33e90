import { type AnswerContext, departedSentence } from '../../answer/index.js';
import type { Alert } from '../../domain/alert.js';
import { formatDate } from '../../domain/dates.js';
import type { DepartedCouncil } from '../../domain/departed.js';
import { departedFrom } from '../alerts/alert-news.js';
import type { Digest } from '../content/digest-value.js';

/** A sentence for each council that is gone. */
export const departuresText = (gone: readonly DepartedCouncil[]): string[] =>
  gone.map(departedSentence);

/** The headline of a digest that has nothing else to say. */
export const departuresHeadline = ({ date, gone }: Digest): string =>
  `Ofsted inspection records, ${formatDate(date)}. ${departedCount(gone)}`;

/** The headline of an alert that has nothing else to tell. */
export const departedAlone = (gone: readonly DepartedCouncil[]): string =>
  gone.map(departedSentence).join(' ');

const departedCount = (gone: readonly DepartedCouncil[]): string =>
  gone.length === 1
    ? 'A council that this digest follows is gone.'
    : `${gone.length} councils that this digest follows are gone.`;

/** A sentence for each council that an alert names and that is gone. */
export const alertDepartures = (alert: Pick<Alert, 'places'>, context: AnswerContext): string[] =>
  departuresText(departedFrom(alert, context));
