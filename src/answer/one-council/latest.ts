import type { RecordedJudgement, RecordedPassage } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import type { AskedOfOne } from '../asked.js';
import { type About, aboutOf, allVisits, isHeld } from './about.js';
import { notableOfVisit } from './notable.js';

/** An inspection with the judgements it gave, overall first. */
export type Graded = { visit: Visit; judgements: RecordedJudgement[] };

/**
 * The newest visit with a document and what stands out of it, the newest graded inspection, the
 * earlier ones, the visits known without a document (`unread`), and whether only dates and grades
 * of the newest report are held.
 */
export type LatestFacts = {
  about: About;
  newest: Visit | null;
  notable: RecordedPassage[];
  newestGraded: Graded | null;
  earlier: Graded[];
  unread: Visit[];
  holdsFactsOnly: boolean;
};

export function latest(asked: AskedOfOne): LatestFacts {
  const { context } = asked;
  const visits = allVisits(asked);
  const newest = visits.find(isHeld) ?? null;
  const [newestGraded = null, ...earlier] = gradedOf(visits, asked);
  return {
    about: aboutOf(asked),
    newest,
    notable: newest ? notableOfVisit(newest, context) : [],
    newestGraded,
    earlier,
    unread: visits.filter((visit) => !isHeld(visit)),
    holdsFactsOnly: context.record.documents.some(
      ({ source, visits: own }) =>
        source.holds === 'facts' && own.some((visit) => visit.id === newest?.id && isHeld(visit)),
    ),
  };
}

/** The visits that gave judgements, in their order. */
export const gradedOf = (visits: Visit[], { context }: AskedOfOne): Graded[] =>
  visits
    .map((visit) => ({ visit, judgements: context.judgementsOf(visit) }))
    .filter(({ judgements }) => judgements.length > 0);
