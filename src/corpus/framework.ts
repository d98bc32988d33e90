import { type Area, Grade, NO_OVERALL_FROM } from '../domain/judgement.js';
import { judgementSchema } from '../domain/judgement-schema.js';
import { isGraded, type Visit } from '../domain/visit.js';

const SIF: Area[] = [
  'overall',
  'leadership',
  'help_and_protection',
  'looked_after',
  'adoption',
  'care_leavers',
  'lscb',
];
const PRE_SIF: Area[] = [
  'overall',
  'capacity_to_improve',
  'outcomes',
  'quality_of_provision',
  'leadership',
];

/**
 * The areas that the framework of a visit grades. Source: the judgement tables of Ofsted's SIF reports (2013–2017), ILACS
 * reports to 2022 and from 2023, by the day the visit began.
 */
export function gradedAreas(visit: Visit): Area[] {
  if (!isGraded(visit.kind)) return [];
  switch (visit.kind) {
    case 'ILACS':
      return ilacsAreas(visit);
    case 'LSCB review':
      return ['lscb'];
    case 'pre-SIF looked after children':
    case 'pre-SIF safeguarding':
      return PRE_SIF;
    default:
      return SIF;
  }
}

function ilacsAreas(visit: Visit): Area[] {
  const overall: Area[] = (visit.start ?? visit.period) < NO_OVERALL_FROM ? ['overall'] : [];
  const inCare: Area[] =
    judgementSchema(visit) === 'ILACS to 2022'
      ? ['in_care_and_care_leavers']
      : ['in_care', 'care_leavers'];
  return [...overall, 'impact_of_leaders', 'help_and_protection', ...inCare];
}

/** The grades that a printed phrase names: "Requires improvement" is "requires improvement to be good" and no "good". */
export function gradesIn(printed: string): Grade[] {
  const text = printed.toLowerCase().replace(/\s+/g, ' ');
  const rest = text.replace(/\brequires? improvement(?: to be good)?\b/g, '');
  return Grade.options.filter((grade) =>
    grade === 'requires improvement to be good'
      ? rest !== text
      : new RegExp(`\\b${grade}\\b`).test(rest),
  );
}
