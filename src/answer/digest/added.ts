import { isBoardReview, isGraded, judgementSchema } from '../../domain/frameworks.js';
import { areaName, inTableOrder, type Judgement } from '../../domain/judgement.js';
import type { RecordedPassage } from '../../domain/record.js';
import { sourceDate } from '../../domain/source.js';
import { newestFirst, type Visit, visitTitle } from '../../domain/visit.js';
import type { Point } from '../answer.js';
import { type AnswerContext, judgementsOf } from '../context.js';
import { notableOf } from '../notable.js';
import { gradedVisits, gradesOf } from './facts.js';
import type { News } from './news.js';

/** "Ofsted’s report of the inspection, 4–15 December 2023 (published 13 February 2024)"; an article by its title. */
export function documentName({ document: { source }, visit }: News): string {
  const date = `(${sourceDate(source)})`;
  if (source.kind === 'press')
    return `“${source.title}”, ${source.publisher} ${date}${visit ? `, on the ${visitTitle(visit)}` : ''}`;
  const what = `${source.publisher}’s ${source.kind}`;
  return visit
    ? `${what} ${source.kind === 'letter' ? 'on' : 'of'} the ${visitTitle(visit)} ${date}`
    : `${what} “${source.title}” ${date}`;
}

/** What a document of Ofsted's says by its grades: the overall one, that there is no overall one, or that visits of its kind give none. */
export function gradeOf({ document, visit }: News): string | null {
  if (!visit || document.source.kind === 'press') return null;
  if (!isGraded(visit.kind)) return 'It gave no grade.';
  const own = document.judgements.filter((j) => j.visit === visit.id);
  const overall = own.find((j) => j.area === 'overall');
  if (overall) return `Overall: ${overall.grade}.`;
  return own.length > 0
    ? `${[...own].sort(inTableOrder).map(graded).join('; ')}.`
    : 'The record holds no grade of it.';
}

const graded = ({ area, grade }: Judgement): string => `${areaName(area)}: ${grade}`;

/**
 * The grades of an added report beside those of the graded visit before it, and what changed in each area. Grades given under
 * different schemas are not lined up; no verdict.
 */
export function gradeLines({ document, visit }: News, context: AnswerContext): string[] {
  const grades = visit && gradesOf(visit, context);
  if (!visit || !grades || document.source.kind === 'press') return [];
  const before = isBoardReview(visit.kind)
    ? undefined
    : gradedVisits(visit.urn, context).find((other) => newestFirst(visit, other) < 0);
  return [`Grades: ${grades}.`, ...(before ? comparison(visit, before, context) : [])];
}

function comparison(visit: Visit, before: Visit, context: AnswerContext): string[] {
  const line = `The graded visit before, ${visitTitle(before)}: ${gradesOf(before, context)}.`;
  const [now, then] = [visit, before].map(judgementSchema);
  if (now !== then)
    return [
      line,
      `Graded in different sets of areas (${now}; ${then}), so the two are not lined up.`,
    ];
  const earlier = new Map(
    judgementsOf(context, before).map(({ judgement }) => [judgement.area, judgement.grade]),
  );
  const changed = judgementsOf(context, visit).flatMap(({ judgement }) => {
    const was = earlier.get(judgement.area);
    return was && was !== judgement.grade ? [`${graded(judgement)}, before ${was}`] : [];
  });
  return [
    line,
    changed.length > 0
      ? `Changed in areas that both graded: ${changed.join('; ')}.`
      : 'The same grade in every area that both graded.',
  ];
}

/** The top concerns and strengths of a document about its visit, only those on a theme of `themes` where there are any; where its text is not held, what others in the record quote of the visit. */
export function pointsOf(
  { document, visit }: News,
  themes: string[],
  { record }: AnswerContext,
): Point[] {
  const id = document.source.id;
  const isOwn = (p: RecordedPassage) =>
    document.source.holds === 'facts' || p.source.id === id || p.quotedBy?.id === id;
  const isWanted = (p: RecordedPassage) =>
    themes.length === 0 || p.passage.themes.some((theme) => themes.includes(theme));
  return notableOf(
    record.passages.filter((p) => p.visit.id === visit?.id && isOwn(p) && isWanted(p)),
  );
}
