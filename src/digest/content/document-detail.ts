import { type AnswerContext, notablePoints, type Point } from '../../answer/index.js';
import { isBoardReview, judgementSchema } from '../../domain/frameworks.js';
import type { RecordedPassage } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import type { DocumentDetail, GradeChange, GradeComparison } from './digest-value.js';
import type { HeldDocument } from './reported.js';
import { gradedBefore, gradesOf } from './standing-facts.js';

/**
 * Gives what a digest says of a document at length: the grades of its visit beside those of the
 * graded visit before it, and its points on `themes` (ids; all where empty).
 */
export function detailOf(
  held: HeldDocument,
  themes: string[],
  context: AnswerContext,
): DocumentDetail {
  const { document, visit } = held;
  const grades = visit && document.source.kind !== 'press' ? gradesOf(visit, context) : null;
  const before =
    grades && !isBoardReview(grades.visit.kind) ? gradedBefore(grades.visit, context) : null;
  return {
    grades,
    comparison: grades && before && comparison(grades.visit, before, context),
    points: pointsOf(held, themes, context),
  };
}

/** Compares areas only where both visits were graded under the same framework. */
function comparison(visit: Visit, before: Visit, context: AnswerContext): GradeComparison | null {
  const grades = gradesOf(before, context);
  if (!grades) return null;
  const frameworks = { now: judgementSchema(visit), before: judgementSchema(before) };
  const changes =
    frameworks.now === frameworks.before ? gradeChanges(visit, before, context) : null;
  return { before: grades, frameworks, changes };
}

function gradeChanges(visit: Visit, before: Visit, context: AnswerContext): GradeChange[] {
  const earlier = new Map(
    context.judgementsOf(before).map(({ judgement }) => [judgement.area, judgement.grade]),
  );
  return context.judgementsOf(visit).flatMap(({ judgement: { area, grade } }) => {
    const was = earlier.get(area);
    return was && was !== grade ? [{ area, now: grade, before: was }] : [];
  });
}

/**
 * Gives the top concerns and strengths of a document about its visit, only those on a theme of
 * `themes` where there are any. Where its text is not held, they are what others in the record
 * quote of the visit.
 */
function pointsOf(
  { document, visit }: HeldDocument,
  themes: string[],
  context: AnswerContext,
): Point[] {
  const { id, holds } = document.source;
  const isOwn = (p: RecordedPassage) =>
    holds === 'facts' || p.source.id === id || p.quotedBy?.id === id;
  const isOnThemes = (p: RecordedPassage) =>
    themes.length === 0 || p.passage.themes.some((theme) => themes.includes(theme));
  return notablePoints(
    context.record.passages
      .of(document.urn)
      .filter((p) => p.visit.id === visit?.id && isOwn(p) && isOnThemes(p)),
    visit,
    context,
  );
}
