import type { LocalAuthority } from '../../domain/authority.js';
import type { Area, Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import type { AnswerContext } from '../context.js';
import { gradeOf, inspectionsHeld } from '../grades/council-grades.js';

/** A full inspection of a council that gave a grade in some areas. */
export type InspectionRow = {
  authority: LocalAuthority;
  visit: Visit;
  grade: Grade;
  recorded: RecordedJudgement;
};

/** Every full inspection held of some councils with its grade in `areas`; newest first of each. */
export const inspectionRows = (
  authorities: LocalAuthority[],
  areas: Area[],
  context: AnswerContext,
): InspectionRow[] =>
  authorities.flatMap((authority) =>
    inspectionsHeld(authority, context).flatMap((visit) => {
      const given = gradeOf(areas, visit, context);
      return given ? [{ authority, visit, ...given }] : [];
    }),
  );

/** Rows under their keys, in the order in which the keys first come. */
export function group<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** The newest row of each council, of rows that come newest first. */
export const newestOfEach = (rows: InspectionRow[]): InspectionRow[] =>
  [...group(rows, ({ authority }) => authority.urn).values()].flatMap((own) => own.slice(0, 1));

/** How many rows have each of some grades. */
export const countsOf = (rows: { grade: Grade }[], grades: readonly Grade[]): number[] =>
  grades.map((grade) => rows.filter((row) => row.grade === grade).length);

/** Each row with the one before it of the same council, of rows that come newest first. */
export const consecutive = (
  rows: InspectionRow[],
): { before: InspectionRow; after: InspectionRow }[] =>
  [...group(rows, ({ authority }) => authority.urn).values()].flatMap((own) =>
    own.slice(1).flatMap((before, i) => {
      const after = own[i];
      return after ? [{ before, after }] : [];
    }),
  );

/** Whole days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The middle of some sorted numbers, or the mean of the two in the middle; 0 of none. */
export function medianOf(sorted: number[]): number {
  const half = sorted.length / 2;
  const [below = 0, above = below] = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return (below + above) / 2;
}
