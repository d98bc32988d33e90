import { z } from 'zod';

/**
 * What is graded. Three schemas never line up in one column: SIF (2013–2017: `help_and_protection`,
 * `looked_after` with `adoption` and `care_leavers` under it, `leadership`, and the board's `lscb`), ILACS to
 * 2022 (`in_care_and_care_leavers` together) and ILACS from 2023 (`in_care` and `care_leavers` apart).
 * `capacity_to_improve`, `outcomes` and `quality_of_provision` belong to the inspections before SIF.
 */
export const Area = z.enum([
  'overall',
  'impact_of_leaders',
  'leadership',
  'help_and_protection',
  'in_care',
  'in_care_and_care_leavers',
  'looked_after',
  'adoption',
  'care_leavers',
  'lscb',
  'capacity_to_improve',
  'outcomes',
  'quality_of_provision',
]);
export type Area = z.infer<typeof Area>;

/** Ofsted's four grades; `adequate` was given before SIF. Best to worst. */
export const Grade = z.enum([
  'outstanding',
  'good',
  'adequate',
  'requires improvement to be good',
  'inadequate',
]);
export type Grade = z.infer<typeof Grade>;

/** The first day of visits whose reports no longer give overall effectiveness (Ofsted, from April 2026). */
export const NO_OVERALL_FROM = '2026-04-01';

/** A grade, or one of the three different reasons for there being none. */
export const JudgementGrade = z.enum([
  ...Grade.options,
  'not judged',
  'not in this framework',
  'could not be read',
]);
export type JudgementGrade = z.infer<typeof JudgementGrade>;

/**
 * One graded area of one visit, as read from the document that holds it: `printed` is the phrase on
 * `page` (1-based), kept beside the normalised `grade`.
 */
export const Judgement = z.strictObject({
  visit: z.string(),
  area: Area,
  grade: JudgementGrade,
  printed: z.string().nullable(),
  page: z.number().int().positive().nullable(),
});
export type Judgement = z.infer<typeof Judgement>;

/** Whether the grade is one of Ofsted's, not one of the reasons for there being none. */
export const isGrade = (grade: JudgementGrade): grade is Grade =>
  Grade.options.some((option) => option === grade);

const AREA_NAMES: Record<Area, string> = {
  overall: 'Overall effectiveness',
  impact_of_leaders: 'Impact of leaders',
  leadership: 'Leadership, management and governance',
  help_and_protection: 'Help and protection',
  in_care: 'Children in care',
  in_care_and_care_leavers: 'Children in care and care leavers (graded together)',
  looked_after: 'Children looked after and achieving permanence',
  adoption: 'Adoption performance',
  care_leavers: 'Care leavers',
  lscb: 'Local Safeguarding Children Board (not the council)',
  capacity_to_improve: 'Capacity to improve',
  outcomes: 'Outcomes',
  quality_of_provision: 'Quality of provision',
};

/** The reader's name of a graded area. */
export const areaName = (area: Area): string => AREA_NAMES[area];

/** Orders judgements as a report's table does, overall first. */
export const inTableOrder = (a: { area: Area }, b: { area: Area }): number =>
  Area.options.indexOf(a.area) - Area.options.indexOf(b.area);
