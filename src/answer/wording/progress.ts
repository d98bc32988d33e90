import { capitalised, citeJudgement } from '../../domain/citation.js';
import { freshnessLine } from '../../domain/freshness.js';
import { visitDates, visitName, visitTitle } from '../../domain/visit.js';
import type { Answer, Section } from '../answer.js';
import type { ProgressFacts } from '../one-council/progress.js';
import type { VisitRow } from '../one-council/timeline.js';
import { overallOf } from './latest.js';
import { councilLabel, emptyAnswer, furtherChoices } from './phrases.js';
import { citationsOf, pointOf } from './points.js';
import { visitsTable } from './timeline.js';

/** Every graded inspection, and what was said of progress at each visit, newest first. */
export function wordProgress({ about, graded, said, terms }: ProgressFacts): Answer {
  const { authority, reach, question } = about;
  const sections = said.map(
    ({ visit, passages }): Section => ({
      heading: `What was said of progress: ${visitTitle(visit)}`,
      lines: [],
      points: passages.map((recorded) => pointOf(recorded, terms)),
    }),
  );
  const held = graded.filter(({ judgements }) => judgements.length > 0);
  const grades = held.length > 0 ? held.map(gradeLine).join('; ') : 'no grades held';
  return {
    ...emptyAnswer('timeline', question),
    authority,
    headline: `${councilLabel(about)}: inspections, newest first: ${grades}.`,
    notes: [freshnessLine(reach), 'Areas graded under different frameworks are not one series.'],
    table: visitsTable(`Ofsted inspections of ${authority.name}, newest first`, graded),
    sections,
    choices: furtherChoices(authority, 'timeline'),
    citations: [
      ...citationsOf(sections),
      ...graded.flatMap(({ judgements }) => judgements).map(citeJudgement),
    ],
  };
}

/** "inadequate, 4–15 December 2023" */
function gradeLine({ visit, judgements }: VisitRow): string {
  const overall = overallOf(judgements);
  const name = capitalised(visitName(visit));
  return overall
    ? `${overall.judgement.grade}, ${visitDates(visit)}`
    : `${name}, ${visitDates(visit)}, with no overall grade`;
}
