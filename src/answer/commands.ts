import type { Answer } from './answer.js';
import type { Asked } from './context.js';
import { latest } from './latest.js';
import { cite, sources } from './sources.js';
import { timeline } from './timeline.js';

/**
 * A thing one can ask for by name. `help`, the usage texts and the documentation are made from these rows; `pattern` says which
 * questions mean it (held against the question's words joined by spaces).
 */
export type Command = {
  usage: string;
  example: string;
  describes: string;
  pattern: RegExp | null;
  /** Whether it is meant even where the question also names a theme or a visit ("cite the 2021 letter"). */
  always: boolean;
  answer: ((asked: Asked) => Answer) | null;
};

export const COMMANDS: Command[] = [
  {
    usage: 'COUNCIL latest',
    example: 'tameside latest',
    describes: 'the newest visit and the newest grades, with the top concerns and strengths',
    pattern:
      /\b(latest|newest|most recent|current|currently|right now|last (inspection|report|visit|rating|judge?ment|ofsted))\b/,
    always: false,
    answer: latest,
  },
  {
    usage: 'COUNCIL timeline',
    example: 'tameside timeline',
    describes: 'every visit known, with dates, grades and documents',
    pattern:
      /\b(timeline|inspection history|full history|all (the )?(visits|inspections|reports)|every (visit|inspection)|over the years|previous (visits|inspections))\b|^(\w+ )?history( \w+)?$|\bhow often\b|\bhow many (times|visits|inspections)\b(?!.*\b(good|inadequate|outstanding|improvement)\b)/,
    always: false,
    answer: timeline,
  },
  {
    usage: 'COUNCIL about THEME',
    example: 'tameside about care leavers',
    describes: 'one theme through time: what was said at each visit',
    pattern: null,
    always: false,
    answer: null,
  },
  {
    usage: 'any question',
    example: 'what did inspectors say about agency staff in tameside?',
    describes: 'the passages that answer it, quoted, with who said it and when',
    pattern: null,
    always: false,
    answer: null,
  },
  {
    usage: 'any question, no council',
    example: 'what did inspectors say about agency staff?',
    describes: 'what was found at every council of the record, council by council, newest first',
    pattern: null,
    always: false,
    answer: null,
  },
  {
    usage: 'which councils are GRADE',
    example: 'which councils are inadequate for care leavers?',
    describes: 'the councils with that grade at the newest inspection held of each, out of all',
    pattern: null,
    always: false,
    answer: null,
  },
  {
    usage: 'COUNCIL sources',
    example: 'tameside sources',
    describes: 'the documents in the record, and what is missing from it',
    pattern:
      /\b(sources?|documents?)\b(?=$| (do|are|is|held|in|for|of|you|list|behind)\b)|\b(list|show|which|what) (the |your |are (the )?)?(sources|documents)\b|\bmissing from (the|this|your) record\b|\bwhat (do you|does (it|the record|this record)) (hold|have|cover)\b|\bwhat is in the record\b/,
    always: false,
    answer: sources,
  },
  {
    usage: 'cite DOCUMENT',
    example: 'cite the 2021 letter tameside',
    describes: 'a citation to copy',
    pattern:
      /^(cite|citation|reference)\b|\b(citation|reference) (for|of|to)\b|\bhow (do|should|can) (i|we) cite\b/,
    always: true,
    answer: cite,
  },
  {
    usage: 'digest',
    example: 'digest',
    describes: 'in Slack, as /ofsted digest: a cited post in a channel on the days you choose',
    pattern: null,
    always: false,
    answer: null,
  },
  {
    usage: 'help',
    example: 'help',
    describes: 'this list',
    pattern: null,
    always: false,
    answer: null,
  },
];
