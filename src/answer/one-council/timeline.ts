import { isGraded } from '../../domain/frameworks.js';
import type { RecordedJudgement, RecordedPassage } from '../../domain/record.js';
import type { Source } from '../../domain/source.js';
import type { Visit } from '../../domain/visit.js';
import { bySpeaker, inTone } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import type { AnswerContext } from '../context.js';
import { type About, aboutOf, isHeld, visitsNotAside } from './about.js';

/** A visit with its judgements and the documents that tell of it. */
export type VisitRow = { visit: Visit; judgements: RecordedJudgement[]; sources: Source[] };

/**
 * Every visit known, newest first, and the weightiest finding of each that has a document and gives
 * no grade.
 */
export type TimelineFacts = { about: About; rows: VisitRow[]; conclusions: RecordedPassage[] };

export function timeline(asked: AskedOfOne): TimelineFacts {
  const { context } = asked;
  const visits = visitsNotAside(asked);
  return {
    about: aboutOf(asked),
    rows: visits.map((visit) => ({
      visit,
      judgements: context.judgementsOf(visit),
      sources: sourcesOf(visit, context),
    })),
    conclusions: visits
      .filter((visit) => isHeld(visit) && !isGraded(visit.kind))
      .flatMap((visit) => conclusionOf(visit, context)),
  };
}

const sourcesOf = (visit: Visit, { record }: AnswerContext): Source[] =>
  record.documents
    .filter(
      ({ visits, passages }) =>
        visits.some((own) => own.id === visit.id && isHeld(own)) ||
        passages.some((own) => own.visit === visit.id),
    )
    .map(({ source }) => source);

/** The first concern of a visit, by whose words it is in, or else its first finding. */
function conclusionOf(visit: Visit, { passagesOf }: AnswerContext): RecordedPassage[] {
  const findings = passagesOf(visit.urn)
    .filter((p) => p.visit.id === visit.id && p.passage.kind === 'finding')
    .sort(bySpeaker);
  const chosen = findings.find(({ passage }) => passage.tone === 'criticism') ?? findings[0];
  const isConcern = chosen?.passage.tone === 'criticism';
  return chosen ? [inTone(chosen, isConcern ? 'criticism' : null)] : [];
}
