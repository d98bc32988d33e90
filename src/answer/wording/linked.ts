import type { LocalAuthority } from '../../domain/authority.js';
import { capitalised, citationLink } from '../../domain/citation.js';
import { isGraded } from '../../domain/frameworks.js';
import { areaName } from '../../domain/judgement.js';
import { sourceLink } from '../../domain/links.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Source } from '../../domain/source.js';
import { type Visit, visitBrief, visitDates, visitTitle } from '../../domain/visit.js';
import type { FirstPoint, Point } from '../answer.js';
import { referenceOf } from '../quotation-reference.js';
import { citationBrief } from './first-screen.js';
import { gradeSaid, listed, sourceBrief } from './phrases.js';

/**
 * What the record holds of a link: the visit, the grades and up to two points. `isNewest`: the link
 * leads to a council's page, and this is its newest full inspection that is held; `since` are later
 * visits that are known, newest first. `isFactsOnly`: the text is not held.
 */
export type LinkedFacts = {
  authority: LocalAuthority;
  visit: Visit;
  isNewest: boolean;
  source: Source | null;
  judgements: RecordedJudgement[];
  points: Point[];
  isFactsOnly: boolean;
  since: Visit[];
};

/**
 * A link in words: a title that stands alone, what is graded how, quotations, and lines of small
 * print. `reference` names the visit; `link` is where it can be read.
 */
export type LinkedReport = {
  title: string;
  council: string;
  visit: string;
  grades: { area: string; grade: string }[];
  points: FirstPoint[];
  notes: string[];
  reference: string;
  link: string | null;
};

/** Later visits that are named. */
const MOST_SINCE = 3;

/** The words of a preview. */
export function wordLinked(facts: LinkedFacts): LinkedReport {
  const { authority, visit, isNewest, source, points } = facts;
  const grades = gradesOf(facts.judgements);
  const title = visitTitle(visit);
  return {
    title: `${authority.name}: ${isNewest ? `newest full inspection held, ${visitDates(visit)}` : title}`,
    council: authority.name,
    visit: capitalised(title),
    grades,
    points: points.map(({ lead, citation }) => ({
      lead,
      explanation: null,
      clarification: citation.clarification,
      reference: referenceOf(citation),
      quote: citation.quote,
      line: citationBrief(citation, null),
      link: citationLink(citation),
    })),
    notes: notesOf(facts, grades.length > 0),
    reference: visit.id,
    link: (source && sourceLink(source, authority.urn)?.url) ?? null,
  };
}

function notesOf(
  { visit, source, isFactsOnly, judgements, since }: LinkedFacts,
  hasGrades: boolean,
): string[] {
  const isFromStatistics = judgements.every((each) => each.source.kind === 'statistics');
  const later = since.slice(0, MOST_SINCE).map(visitBrief);
  return [
    ...(hasGrades || isGraded(visit.kind) ? [] : ['A visit of this kind gives no grades.']),
    ...(isFactsOnly
      ? [
          `The record has ${hasGrades ? 'grades and dates' : 'dates'} alone${hasGrades && isFromStatistics ? ', from Ofsted’s official statistics' : ''}; the report’s text is not in it.`,
        ]
      : []),
    ...(later.length > 0
      ? [
          `Later visits that are known: ${listed(later)}${since.length > MOST_SINCE ? ', and more' : ''}.`,
        ]
      : []),
    ...(source ? [`From the record: ${sourceBrief(source)}.`] : []),
  ];
}

/** Each area once; where two sources give it different grades, both are said. */
function gradesOf(judgements: RecordedJudgement[]): LinkedReport['grades'] {
  const areas = [...new Set(judgements.map(({ judgement }) => judgement.area))];
  return areas.map((area) => {
    const own = judgements.filter(({ judgement }) => judgement.area === area);
    const said = own.map(({ judgement, source }) => ({
      grade: judgement.grade,
      text: `${gradeSaid(judgement)}${source.kind === 'statistics' && own.length > 1 ? ' (official statistics)' : ''}`,
    }));
    const distinct = said.filter(
      ({ grade }, i) => said.findIndex((each) => each.grade === grade) === i,
    );
    return { area: areaName(area), grade: distinct.map(({ text }) => text).join('; ') };
  });
}
