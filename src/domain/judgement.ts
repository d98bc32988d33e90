import { z } from 'zod';
import { AREA_IDS, AREAS } from './areas.js';

/** What is graded; which kind of inspection grades which area, `frameworks.ts` says. */
export const Area = z.enum(AREA_IDS);
export type Area = z.infer<typeof Area>;

/** Ofsted's four grades, and `adequate`, which was given before SIF. Best to worst. */
export const Grade = z.enum([
  'outstanding',
  'good',
  'adequate',
  'requires improvement to be good',
  'inadequate',
]);
export type Grade = z.infer<typeof Grade>;

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

/** The reader's name of a graded area. */
export const areaName = (area: Area): string => AREAS[area].name;

/** Orders judgements as a report's table does, overall first. */
export const inTableOrder = (a: { area: Area }, b: { area: Area }): number =>
  Area.options.indexOf(a.area) - Area.options.indexOf(b.area);
