import { isVoice } from '../../domain/particular-subjects.js';
import { shortened } from '../../domain/shortened.js';
import type { Answer } from '../answer.js';
import type { About } from '../one-council/about.js';
import { whenSaid } from './phrases.js';

/** More words than these make no headline. */
const MOST_WORDS = 2;
const LONGEST_WORD = 70;

/** "No report held on Kent uses “knife crime” or “stabbings”" */
export function noReportUses(words: string[], { authority, period }: About): string {
  if (words.length === 0) return `No report held on ${authority.name}${whenSaid(period)} says that`;
  const held = `No report held on ${authority.name}${whenSaid(period)}`;
  if (words.every(isVoice)) return `${held} tells ${[...new Set(words)].join(' or ')}`;
  const said = [...new Set(words)]
    .slice(0, MOST_WORDS)
    .map((word) => `“${shortened(word, LONGEST_WORD)}”`)
    .join(' or ');
  return `${held} uses ${said}`;
}

/** An answer says of what it was asked for beside what it gives that no page has it. */
export const withAbsentNote = (answer: Answer, words: string[], about: About): Answer =>
  words.length === 0
    ? answer
    : { ...answer, notes: [`${noReportUses(words, about)}.`, ...answer.notes] };
