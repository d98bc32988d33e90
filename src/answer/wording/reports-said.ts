import type { FindingsFacts } from '../across/findings/findings.js';
import type { AskedOfAll } from '../asked.js';
import type { Scope } from '../scope.js';
import { whenOf } from './when-visited.js';

/** "the 153 newest reports held", "the 12 reports held of visits in 2019 to London boroughs" */
export function reportsSaid(
  { read: { which, reports } }: Pick<FindingsFacts, 'read'>,
  asked: AskedOfAll,
): string {
  const { scope } = asked;
  const noun = reports.length === 1 ? 'report' : 'reports';
  const newest = which === 'newest' ? 'newest ' : '';
  const count = reports.length === 1 ? 'one' : String(reports.length);
  return `the ${count} ${newest}${noun} held${ofScope(scope)}${whenOf(asked)}`;
}

function ofScope({ places, type }: Scope): string {
  if (places.length === 0 && !type) return '';
  const noun = type ?? 'councils';
  return ` of ${places.length > 0 ? `${places.join(' and ')} ` : ''}${noun}`;
}
