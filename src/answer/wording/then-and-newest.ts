import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import { frameworkName } from '../../domain/frameworks.js';
import { visitDates } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { ThenAndNewestFacts } from '../one-council/then-and-newest.js';
import type { SideRow } from '../several/grades.js';
import { councilLabel, emptyAnswer, furtherChoices } from './phrases.js';
import { columnEach, differenceLines } from './several.js';

/** "Leeds overall: good in 2015 (SIF, 20 January–11 February 2015); newest: outstanding (…)". */
export function wordThenAndNewest(facts: ThenAndNewestFacts): Answer {
  const { about, areas, then, newest, isSame } = facts;
  const { authority, question } = about;
  const answer: Answer = {
    ...emptyAnswer('grades', question),
    authority,
    choices: furtherChoices(authority, 'grades'),
  };
  const label = `${councilLabel(about)} ${areaPhrase(areas)}`;
  if (!newest)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `${label}: this record holds no grades.`,
    };
  const beside = then && !isSame ? [newest, then] : [newest];
  return {
    ...answer,
    headline: `${label}: ${thenSaid(facts)}; ${newestSaid(facts, newest)}.`,
    notes: [
      'The grades of two inspections stand side by side: the record gives no verdict of better or worse beyond them.',
      ...(beside.length > 1 ? differenceLines(beside) : []),
    ],
    table: columnEach(beside, areas, `Grades of ${authority.name} ${areaPhrase(areas)}`),
    citations: beside.flatMap(({ judgements }) => judgements.map(citeJudgement)),
  };
}

function thenSaid({ then, isBefore, period, overall }: ThenAndNewestFacts): string {
  if (!then) return `no grade is held ${period.label} or before`;
  const given = givenAt(then, overall);
  return isBefore
    ? `no grade was given ${period.label}, before that ${given}`
    : `${period.label} ${given}`;
}

const newestSaid = ({ isSame, overall }: ThenAndNewestFacts, newest: SideRow): string =>
  isSame ? 'no newer inspection is held' : `at the newest held ${givenAt(newest, overall)}`;

/** "good (SIF, 20 January–11 February 2015)" */
function givenAt({ judgements, visit }: SideRow, overall: boolean): string {
  const shown = overall
    ? judgements.find(({ judgement }) => judgement.area === 'overall')
    : judgements[0];
  const when = visit ? ` (${frameworkName(visit.kind)}, ${visitDates(visit)})` : '';
  return `${shown ? shown.judgement.grade : 'no overall grade'}${when}`;
}
