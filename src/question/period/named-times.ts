import type { Moment } from './months.js';
import { isOfNamedTime, type TimeWords } from './time-words.js';

/** Words that go on with its name: "the covid 19 pandemic". */
const GOES_ON = /^(?:19|pandemic|lockdowns?|restrictions|outbreak|crisis)$/;
const DURING = /^(?:in|during|throughout|through|amid|within)$/;
const AROUND = /^(?:since|after|before|until|till|pre|post)$/;

/**
 * The pandemic as a time, where a word that needs a time stands before it: "since covid", "before
 * the pandemic", "during covid". Restrictions in England were from March 2020 to July 2021.
 */
export function namedTime(words: TimeWords, at: number): Moment | null {
  const before = words.word(words.word(at - 1) === 'the' ? at - 2 : at - 1);
  if (!isOfNamedTime(words.word(at)) || !(AROUND.test(before) || DURING.test(before))) return null;
  let end = at + 1;
  while (GOES_ON.test(words.word(end))) end++;
  return {
    from: '2020-03',
    to: '2021-07',
    name: 'the pandemic',
    note: 'March 2020 to July 2021',
    lead: 'in',
    end,
  };
}

/**
 * Whether the words from this place on are of the pandemic as the time in which something was: what
 * was found of it is asked for in the same words.
 */
export function isDuringNamedTime(words: TimeWords, at: number): boolean {
  const named = words.word(at + 1) === 'the' ? at + 2 : at + 1;
  return DURING.test(words.word(at)) && isOfNamedTime(words.word(named));
}
