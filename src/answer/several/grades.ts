import type { LocalAuthority } from '../../domain/authority.js';
import type { Area, Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import { isOver, isPlainOfGrades, type Period, says, spansOf } from '../../question/index.js';
import type { FindingsFacts } from '../across/findings/findings.js';
import type { AskedOfSeveral } from '../asked.js';
import { gradesAsked, isOverall } from '../grades/asked.js';
import { inspectionsHeld, judgementsIn } from '../grades/council-grades.js';
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
  /** The grades that all of them are said or asked to have. */
  claimed: Grade[];
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
      : context.judgementsOf(visit).filter(({ judgement }) => judgement.area !== 'lscb');
    return { authority, visit, judgements };
  });
  const group = groupOf(asked);
  const findings = group || !says(question, 'theme') ? null : findingsSideBySide(asked);
  return {
    overall: isOverall(grades),
    areas,
    until: period,
    claimed: claimedOf(asked),
    rows,
    findings,
    group,
  };
}

/**
 * The grades that a question says or asks whether all the councils have ("are leeds and kent both
 * good"); none where it asks which of them has one.
 */
function claimedOf({ question }: AskedOfSeveral): Grade[] {
  const { grades, negated, extreme } = gradesAsked(question);
  const asksWhich = spansOf(question, 'councils').some(({ value }) => value === 'many');
  const isPlain = isPlainOfGrades(question) && !negated && extreme === null;
  return isPlain && !asksWhich && !says(question, 'quantity', 'every_area') ? grades : [];
}
