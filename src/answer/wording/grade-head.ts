import { areaPhrase } from '../../domain/areas.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { yearOf } from '../../domain/visit.js';
import { listed } from './phrases.js';

export const isOverall = ({ judgement }: RecordedJudgement): boolean =>
  judgement.area === 'overall';

/** Of several areas the overall grade speaks for an inspection. */
export const headOf = (list: RecordedJudgement[]): RecordedJudgement[] => {
  const overall = list.filter(isOverall);
  return overall.length > 0 ? overall : list;
};

/** " overall", " for care leavers", or nothing where the areas are several. */
export function areaOf(list: RecordedJudgement[]): string {
  const [first, ...others] = new Set(list.map(({ judgement }) => judgement.area));
  if (!first) return '';
  // An area has another name in another framework, and is one subject all the same.
  const phrases = new Set([first, ...others].map((area) => areaPhrase([area])));
  return phrases.size === 1 ? ` ${areaPhrase([first])}` : '';
}

/** "2016 and 2023" */
export const yearsOf = (list: RecordedJudgement[]): string =>
  listed([...new Set(list.map(({ visit }) => yearOf(visit)))].reverse());
