import { visitFilterOf } from '../../question/index.js';
import { visitedThen } from '../across/findings/reports.js';
import type { AskedOfAll } from '../asked.js';

/** " in 2019", or " at visits made or reported in 2019". */
export function whenOf(asked: AskedOfAll): string {
  const { period } = visitFilterOf(asked.question);
  if (!period) return '';
  return `${visitedThen(asked).byRelease ? ' at visits made or reported' : ''} ${period.label}`;
}

/** "9 of these councils have a visit in 2016 in this record." where a time or kind is named. */
export function timeLine(asked: AskedOfAll): string[] {
  const { period, kind } = visitFilterOf(asked.question);
  if (!period && !kind) return [];
  const { count, byRelease } = visitedThen(asked);
  const what = [
    kind ? `${kind === 'inspection' ? 'an' : 'a'} ${kind}` : 'a visit',
    ...(byRelease ? ['made or reported'] : []),
    ...(period ? [period.label] : []),
  ].join(' ');
  return [`${count} of these councils ${count === 1 ? 'has' : 'have'} ${what} in this record.`];
}
