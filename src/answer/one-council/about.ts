import type { LocalAuthority } from '../../domain/authority.js';
import type { Reach } from '../../domain/freshness.js';
import type { Visit } from '../../domain/visit.js';
import { ANY_VISIT, isMeant, type Period, visitFilterOf } from '../../question/index.js';
import type { AskedOfOne } from '../asked.js';

/**
 * What every answer about one council says of it: the council, whether the question named it, how
 * far its record reaches, the question and time asked about, and the visits of which the record has
 * grades and dates and not the report's text (`factsOnly`, newest first). `isReportHeld` tells of a
 * visit whether its report can be read, so that only then is it said to be silent on something.
 */
export type About = {
  authority: LocalAuthority;
  named: boolean;
  reach: Reach;
  question: string;
  period: Period | null;
  factsOnly: Visit[];
  isReportHeld: (visit: Visit) => boolean;
  /** Whether anything is quoted of a visit, whoever quotes it. */
  isQuoted: (visit: Visit) => boolean;
};

export function aboutOf(asked: AskedOfOne): About {
  const { authority, named, question, context } = asked;
  const { freshness, checked } = context.record;
  const quoted = visitsQuoted(asked);
  return {
    authority,
    named,
    reach: { ...freshness, checked: checked.get(authority.urn) ?? null },
    question: question.text,
    period: visitFilterOf(question).period,
    factsOnly: context.visitsOf(authority.urn).filter(context.isFactsOnly),
    isReportHeld: context.isReportHeld,
    isQuoted: ({ id }) => quoted.has(id),
  };
}

/** The visits that the question means, newest first; all where it names none. */
export const visitsMeant = ({ question, authority, context }: AskedOfOne): Visit[] =>
  context.visitsMeant(question, authority.urn);

/** All visits of the council, newest first. */
export const allVisits = ({ authority, context }: AskedOfOne): Visit[] =>
  context.visitsOf(authority.urn);

/** All visits of the council but those of a kind that the question leaves out, newest first. */
export const visitsNotAside = (asked: AskedOfOne): Visit[] => {
  const { without } = visitFilterOf(asked.question);
  return allVisits(asked).filter((visit) => isMeant(visit, { ...ANY_VISIT, without }));
};

/** Whether the record holds a document of the visit. */
export const isHeld = ({ known }: Visit): boolean => known === null;

/** The ids of the council's visits that the record quotes anything on. */
export const visitsQuoted = ({ authority, context }: AskedOfOne): Set<string> =>
  new Set(context.passagesOf(authority.urn).map(({ visit }) => visit.id));
