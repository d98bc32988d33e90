import type { LocalAuthority } from '../../domain/authority.js';
import type { OnlyOne } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { GradeListFacts } from '../grades/list.js';
import { wordGradeList } from './grade-list.js';

type OnlyOneFacts = { sort: OnlyOne; authority: LocalAuthority; having: LocalAuthority[] };

/** "Derby: no, not the only one: 3 of the 10 East Midlands councils …", with the list of them. */
export function wordOnlyOne(own: OnlyOneFacts, facts: GradeListFacts, asked: AskedOfAll): Answer {
  const answer = wordGradeList(facts, asked);
  return { ...answer, headline: `${own.authority.name}: ${saidOf(own)}: ${answer.headline}` };
}

function saidOf({ sort, authority, having }: OnlyOneFacts): string {
  if (!having.includes(authority)) return 'no, it is none of them';
  if (sort === 'first') return 'this record does not tell which was the first';
  return having.length === 1 ? 'yes, the only one' : 'no, not the only one';
}
