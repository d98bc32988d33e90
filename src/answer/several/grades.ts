import type { LocalAuthority } from '../../domain/authority.js';
import type { Area, Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import {
  asksWhichOfThem,
  gradeGroupsOf,
  isOver,
  isPlainOfGrades,
  type Period,
  says,
  spansOf,
} from '../../question/index.js';
import type { FindingsFacts } from '../across/findings/findings.js';
import type { AskedOfSeveral } from '../asked.js';
import { gradesAsked, isOverall } from '../grades/asked.js';
import { councilJudgements, inspectionsHeld, judgementsIn } from '../grades/council-grades.js';
import { findingsSideBySide } from './findings.js';
import { type Group, groupOf } from './group.js';

/** A council with its newest full inspection that has the grades asked for, and those grades. */
export type SideRow = {
  authority: LocalAuthority;
  visit: Visit | null;
  judgements: RecordedJudgement[];
};

/**
 * The newest grades of the councils named, in the order in which they were named: by the day or the
 * end of the time `until`, or of all; `findings` on the
 * theme that the question names too, and the `group` that the first is compared to.
 */
export type SideBySideFacts = {
  overall: boolean;
  areas: Area[] | null;
  until: Period | null;
  /** The grades that they are said or asked to have. */
  claimed: Grade[];
  /** Whether all of them are to have it, or it is asked which do ("which of them are"). */
  asks: 'all' | 'which';
  /** Whether it is asked who has none of those grades. */
  denied: boolean;
  rows: SideRow[];
  findings: FindingsFacts | null;
  group: Group | null;
};

export function gradesSideBySide(asked: AskedOfSeveral): SideBySideFacts {
  const { question, authorities, context } = asked;
  const grades = gradesAsked(question);
  const { areas, period } = grades;
  const rows = authorities.map((authority): SideRow => {
    const held = inspectionsHeld(authority, context).filter(
      (visit) => !period || isOver(visit, period),
    );
    const visit = areas
      ? held.find((each) => judgementsIn(areas, each, context).length > 0)
      : held[0];
    if (!visit) return { authority, visit: null, judgements: [] };
    const judgements = areas
      ? judgementsIn(areas, visit, context)
      : councilJudgements(visit, context);
    return { authority, visit, judgements };
  });
  const group = groupOf(asked);
  const findings = group || !says(question, 'theme') ? null : findingsSideBySide(asked);
  return {
    overall: isOverall(grades),
    areas,
    until: period,
    ...claimedOf(asked),
    rows,
    findings,
    group,
  };
}

/**
 * The grades that a question says or asks whether all the councils have ("are leeds and kent both
 * good"), or which of them do ("which of them are", "are any of them", "are none of them").
 */
function claimedOf({
  question,
}: AskedOfSeveral): Pick<SideBySideFacts, 'claimed' | 'asks' | 'denied'> {
  const { grades, negated, extreme } = gradesAsked(question);
  const asksWhich = asksWhichOfThem(question);
  const isPlain =
    gradeGroupsOf(question).length === 1 &&
    extreme === null &&
    (isPlainOfGrades(question) || spansOf(question, 'negation').length === 1) &&
    !says(question, 'quantity', 'movement', 'comparison');
  const denied = negated || spansOf(question, 'negation').some(({ value }) => value === 'not');
  return {
    claimed: isPlain && (asksWhich || !denied) ? grades : [],
    asks: asksWhich ? 'which' : 'all',
    denied,
  };
}
