import { Area, Grade } from '../domain/judgement.js';
import type { InspectionRow } from './inspection-table.js';

/**
 * A fact that two sources give differently: `area` where it is a grade, else `what`. `report` and
 * `statistics` are the two as each gives it; an empty one gives none.
 */
export type Difference = {
  visit: string;
  what: 'first day' | 'publication date' | 'grade';
  area: Area | null;
  report: string;
  statistics: string;
};

/** How often reports and statistics give the same grade, and every fact that differs. */
export type Comparison = {
  inspections: number;
  grades: number;
  agreeing: number;
  differences: Difference[];
};

/** A grade as the statistics write it, or nothing. */
export const gradeOf = (printed: string): Grade | undefined =>
  Grade.options.find((grade) => grade === printed.trim().toLowerCase());

/**
 * Holds what reports say against what the statistics say of the same inspections. A grade that only
 * one of them gives differs too; a date that a report does not print is not compared.
 */
export function compareSources(rows: (InspectionRow & { visit: string })[]): Comparison {
  const both = rows.filter(({ report, statistics }) => report && statistics);
  const differences: Difference[] = [];
  let grades = 0;
  for (const { visit, days, report, grades: printed = [], statistics } of both) {
    const differ = (what: Difference['what'], area: Area | null, one = '', other = '') => {
      if (one !== other) differences.push({ visit, what, area, report: one, statistics: other });
    };
    differ('first day', null, days?.[0]?.[0], statistics?.began);
    if (report?.published)
      differ('publication date', null, report.published, statistics?.published);
    const inReport = new Map(printed.map(([area, grade]) => [area, grade]));
    for (const area of Area.options) {
      const listed = statistics?.grades?.[area];
      if (!inReport.has(area) && !listed) continue;
      grades += 1;
      differ('grade', area, inReport.get(area), listed && (gradeOf(listed) ?? listed));
    }
  }
  const differing = differences.filter(({ what }) => what === 'grade').length;
  return { inspections: both.length, grades, agreeing: grades - differing, differences };
}
