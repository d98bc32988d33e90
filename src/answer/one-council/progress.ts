import { isGraded } from '../../domain/frameworks.js';
import { isOfSummary } from '../../domain/point-kind.js';
import type { RecordedPassage } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import { firstOf, isMeant, type Period } from '../../question/index.js';
import { type SearchTerm, toldOfProgress, withoutRepeats } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { requestOf } from '../search-request.js';
import { type About, aboutOf } from './about.js';
import { timeline, type VisitRow } from './timeline.js';

const POINTS_A_VISIT = 2;
/** What a reader wants of "has it got better" that the dates and grades do not say. */
const ASKED = 'progress and pace of improvement';

/**
 * How a council went over time: every inspection that gives grades, newest first, and what the
 * documents of each visit say of its progress; where a time is named (`since`), of the visits in it
 * alone, if any is known (`visitedSince`). No verdict of its own.
 */
export type ProgressFacts = {
  about: About;
  graded: VisitRow[];
  said: { visit: Visit; passages: RecordedPassage[] }[];
  terms: SearchTerm[];
  since: Period | null;
  visitedSince: boolean;
};

/** Whether a visit was before a time, where all that was before one is named. */
const isUntil = ({ period }: Visit, time: Period | null): boolean =>
  time === null || !isAllBefore(time) || period.slice(0, time.to.length) <= time.to;

const isAllBefore = ({ from }: Period): boolean => from < '2001';

export function progress(asked: AskedOfOne): ProgressFacts {
  const { authority, context } = asked;
  const question = context.reader.read(ASKED, context.today());
  const request = requestOf(question, [authority.urn], context);
  const ranked = withoutRepeats(context.search.find(request).hits.map(({ passage }) => passage));
  const { rows } = timeline(asked);
  const since = firstOf(asked.question, 'period');
  const isWithin = ({ visit }: VisitRow) =>
    since === null || isMeant(visit, { period: since, kind: null, ordinal: null });
  const visitedSince = rows.some(isWithin);
  const isOfTime = visitedSince ? isWithin : () => false;
  const tells = toldOfProgress(request.terms);
  // What the summary says of it is of the whole council.
  const summaryFirst = (own: RecordedPassage[]) => {
    const summary = own.find((p) => isOfSummary(p) && tells(p));
    return summary ? [summary, ...own.filter((p) => p !== summary)] : own;
  };
  return {
    about: aboutOf(asked),
    graded: rows.filter(({ visit }) => isGraded(visit.kind) && isUntil(visit, since)),
    said: rows
      .filter(isOfTime)
      .map(({ visit }) => ({
        visit,
        passages: summaryFirst(ranked.filter((p) => p.visit.id === visit.id)).slice(
          0,
          POINTS_A_VISIT,
        ),
      }))
      .filter(({ passages }) => passages.length > 0),
    terms: request.terms,
    since,
    visitedSince,
  };
}
