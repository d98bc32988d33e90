import { citeJudgement } from '../../domain/citation.js';
import { freshnessLine } from '../../domain/freshness.js';
import { visitTitle, yearOf } from '../../domain/visit.js';
import type { Answer, Section } from '../answer.js';
import type { ProgressFacts } from '../one-council/progress.js';
import type { VisitRow } from '../one-council/timeline.js';
import { overallOf } from './latest.js';
import { councilLabel, emptyAnswer, furtherChoices } from './phrases.js';
import { citationsOf, pointOf } from './points.js';
import { visitsTable } from './timeline.js';

/** Every graded inspection, and what was said of progress at each visit, newest first. */
export function wordProgress(facts: ProgressFacts): Answer {
  const { about, graded, said, terms, since, visitedSince } = facts;
  const { authority, reach, question } = about;
  const sections = said.map(
    ({ visit, passages }): Section => ({
      heading: `What was said of progress: ${visitTitle(visit)}`,
      lines: [],
      points: passages.map((recorded) => pointOf(recorded, terms)),
    }),
  );
  return {
    ...emptyAnswer('timeline', question),
    authority,
    headline: `${councilLabel(about)}: ${courseOf(graded)}.`,
    notes: [
      ...(since && !visitedSince
        ? [`No visit ${since.label} is known: the grades are those before.`]
        : []),
      freshnessLine(reach),
      'Areas graded under different frameworks are not one series.',
    ],
    table: visitsTable(`Ofsted inspections of ${authority.name}, newest first`, graded),
    sections,
    choices: furtherChoices(authority, 'timeline'),
    citations: [
      ...citationsOf(sections),
      ...graded.flatMap(({ judgements }) => judgements).map(citeJudgement),
    ],
  };
}

/** "overall inadequate in 2023, before that requires improvement to be good in 2019" */
function courseOf(graded: VisitRow[]): string {
  const overall = graded.flatMap(({ visit, judgements }) => {
    const judged = overallOf(judgements);
    return judged ? [`${judged.judgement.grade} in ${yearOf(visit)}`] : [];
  });
  const [newest, before] = overall;
  if (!newest) return 'no overall grade is held';
  return before
    ? `overall ${newest}, before that ${before}`
    : `overall ${newest}, no earlier grade held`;
}
