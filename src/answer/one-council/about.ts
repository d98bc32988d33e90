import type { LocalAuthority } from '../../domain/authority.js';
import type { Visit } from '../../domain/visit.js';
import { type Period, type Question, visitFilterOf } from '../../question/index.js';
import type { AskedOfOne } from '../asked.js';

/**
 * What every answer about one council says of it: the council, whether the question named it, the
 * day (ISO) on which its documents were looked through, and the question and time asked about.
 */
export type About = {
  authority: LocalAuthority;
  named: boolean;
  checked: string | null;
  question: string;
  period: Period | null;
};

export const aboutOf = ({ authority, named, question, context }: AskedOfOne): About => ({
  authority,
  named,
  checked: context.record.checked.get(authority.urn) ?? null,
  question: question.text,
  period: visitFilterOf(question).period,
});

/** The visits that the question means, newest first; all where it names none. */
export const visitsMeant = ({ question, authority, context }: AskedOfOne): Visit[] =>
  context.visitsMeant(question, authority.urn);

/** All visits of the council, newest first. */
export const allVisits = ({ authority, context }: AskedOfOne): Visit[] =>
  context.visitsOf(authority.urn);

/** Whether the record holds a document of the visit. */
export const isHeld = ({ known }: Visit): boolean => known === null;

/** Whether the question asks how things went over time, as against what has to improve. */
export const asksForTrend = (question: Question): boolean =>
  question.spans.every(({ kind }) => kind !== 'recommendations') &&
  question.spans.some(
    ({ kind, value }) =>
      kind === 'trend' ||
      (kind === 'movement' &&
        (value === 'improved' || value === 'declined' || value === 'changed')),
  );
