import type { RecordedJudgement, RecordedPassage } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import type { AskedOfOne } from '../asked.js';
import { type About, aboutOf, isHeld, visitsNotAside } from './about.js';
import { notableOfVisit } from './notable.js';

/** An inspection with the judgements it gave, overall first. */
export type Graded = { visit: Visit; judgements: RecordedJudgement[] };

/**
 * The newest graded inspection (`newestGraded`), the visits that came `since`, newest first, the
 * newest visit with a document and what stands out of it, the earlier inspections, and the older
 * visits known without a document (`unread`).
 */
export type LatestFacts = {
  about: About;
  newest: Visit | null;
  notable: RecordedPassage[];
  newestGraded: Graded | null;
  since: Visit[];
  earlier: Graded[];
  unread: Visit[];
};

export function latest(asked: AskedOfOne): LatestFacts {
  const { context } = asked;
  const visits = visitsNotAside(asked);
  const newest = visits.find(isHeld) ?? null;
  const [newestGraded = null, ...earlier] = gradedOf(visits, asked);
  const since = newestGraded ? visits.slice(0, visits.indexOf(newestGraded.visit)) : [];
  return {
    about: aboutOf(asked),
    newest,
    notable: newest ? notableOfVisit(newest, context) : [],
    newestGraded,
    since,
    earlier,
    unread: visits.filter((visit) => !isHeld(visit) && !since.includes(visit)),
  };
}

/** The visits that gave judgements, in their order. */
export const gradedOf = (visits: Visit[], { context }: AskedOfOne): Graded[] =>
  visits
    .map((visit) => ({ visit, judgements: context.judgementsOf(visit) }))
    .filter(({ judgements }) => judgements.length > 0);
