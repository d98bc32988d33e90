import { formatMonth } from '../../domain/dates.js';
import type { Period } from '../question.js';
import { addMonths, EARLIEST, LATEST, type Moment } from './months.js';
import { EVENT, type TimeWords } from './time-words.js';

/** What a word before a time does with it. */
export type Lead =
  | 'in'
  | 'at'
  | 'as of'
  | 'since'
  | 'after'
  | 'from'
  | 'before'
  | 'until'
  | 'by'
  | 'between'
  | 'more than'
  | 'less than';

/** The words that lead to a time, by what they do with it; the longest that fits counts. */
const WORDS_OF_LEADS: Record<Lead, string> = {
  'more than': 'more than|over',
  'less than': 'less than|under',
  in: 'in|back in|during|for|of|on|within|over|throughout|amid|through|across|around|circa|dated|year|fy|academic year|school year|financial year|calendar year|week of|week beginning|week commencing',
  at: 'at',
  'as of': 'as of|as at|as on',
  since:
    'since|on or after|in or after|ever since|not since|starting in|starting from|no earlier than',
  after: 'after|later than|post',
  from: 'from',
  before: 'before|prior to|earlier than|pre',
  until: 'until|on or before|in or before|till|til|up to|up until|upto|no later than',
  by: 'by',
  between: 'between|in between',
};

type LeadPhrase = { words: string[]; lead: Lead };

/** The leads by their first word, the longest first. */
const LEADS = new Map<string, LeadPhrase[]>();
for (const [lead, phrases] of Object.entries(WORDS_OF_LEADS) as [Lead, string][])
  for (const phrase of phrases.split('|')) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    LEADS.set(first, [...(LEADS.get(first) ?? []), { words, lead }]);
  }
for (const leads of LEADS.values()) leads.sort((a, b) => b.words.length - a.words.length);
const NONE: readonly LeadPhrase[] = [];

/** The leads that stand at this place, with how many words each has, the longest first. */
export const leadsAt = (words: TimeWords, at: number): { lead: Lead; length: number }[] =>
  (LEADS.get(words.word(at)) ?? NONE)
    .filter((lead) => lead.words.every((word, i) => words.word(at + i) === word))
    .map((each) => ({ lead: each.lead, length: each.words.length }));

/** Words that may stand between a lead and its time: "since about the year 2018". */
export const BETWEEN =
  /^(?:the|about|around|roughly|approximately|circa|year|calendar|academic|school|financial|fy|month|week|of|beginning|commencing|ending|at|least|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
export const MOST_BETWEEN = 4;

const NOWS = ['now', 'date', 'today', 'present', 'the present', 'this day', 'the present day'];
const toNow = (join: string) =>
  NOWS.map((now) => ({ phrase: `${join} ${now}`, lead: 'since' as const }));
/** What may follow a time and opens it: "2018 onwards", "2018 or earlier", "2018 to now". */
const OPEN_ENDS: { phrase: string; lead: 'since' | 'until' }[] = [
  ...['to', 'until', 'till', 'up to', 'through to'].flatMap(toNow),
  ...['onwards', 'onward', 'and later', 'or later', 'and after', 'or after', 'and onwards'].map(
    (phrase) => ({ phrase, lead: 'since' as const }),
  ),
  ...['and earlier', 'or earlier', 'and before', 'or before'].map((phrase) => ({
    phrase,
    lead: 'until' as const,
  })),
];
/** "Between 2018 and now" is a time; "compare 2018 and now" names two. */
const BETWEEN_AND_NOW = toNow('and');

/** What opens a time that ends before this place, and the place after it. */
export function openEnd(
  words: TimeWords,
  at: number,
  lead: Lead | null,
): { lead: 'since' | 'until'; end: number } | null {
  const ends = lead === 'between' ? BETWEEN_AND_NOW : OPEN_ENDS;
  const found = ends.find(({ phrase }) => words.isAt(at, phrase));
  return found ? { lead: found.lead, end: at + found.phrase.split(' ').length } : null;
}

/** What people name a time "from": "the letter from 2021" is of that year, not since then. */
const OF_A_TIME =
  /^(?:findings?|quotes?|words|results?|outcomes?|concerns?|strengths|recommendations|recs|anything|something|one|ones|news|articles?|those|that)$/;

/** What the lead means with this moment; `null` where it leads to none. */
export function whatIsMeant(
  words: TimeWords,
  at: number,
  lead: Lead | null,
  moment: Moment,
): Lead | null {
  const before = words.word(at - 1);
  if (lead === 'after' && moment.day) return 'since';
  if (lead === 'before' && moment.day && moment.day > 1) return 'until';
  if (lead === 'more than' || lead === 'less than') return moment.ago ? lead : null;
  if (lead === null || lead === 'between') return moment.lead;
  if (lead === 'in') return moment.lead;
  if (lead === 'at' && EVENT.test(words.word(moment.end))) return 'in';
  if (lead === 'at' && moment.lead === 'in') return 'as of';
  if (lead !== 'from') return lead;
  if (words.isAt(moment.end, 'on')) return 'since';
  if (moment.days) return 'in';
  return EVENT.test(before) || OF_A_TIME.test(before) || isDatedFrom(words, at) ? 'in' : 'since';
}

/** "The newest report dates from 2019", "whose latest rating is from 2019": it is of that year. */
function isDatedFrom(words: TimeWords, at: number): boolean {
  if (!DATED.test(words.word(at - 1))) return false;
  return [2, 3, 4, 5].some((back) => NEWEST.test(words.word(at - back)));
}

const DATED = /^(?:dates|dated|dating|is|was|are|were|stems|back|still)$/;
const NEWEST = /^(?:newest|latest|last|recent)$/;

/** The period that a lead makes of a moment, with the words a reply names it by. */
export const led = (lead: Lead, moment: Moment): Period => ({
  ...periodLed(lead, moment),
  ...(moment.isYearSplit ? { isYearSplit: true as const } : {}),
});

function periodLed(lead: Lead, moment: Moment): Period {
  const { from, to, name, note, ago } = moment;
  const said = (before: string) => `${before} ${name}${note === null ? '' : ` (${note})`}`;
  const asOf = moment.asOf || lead === 'at' || lead === 'as of' ? ({ asOf: true } as const) : {};
  if (ago && lead === 'more than')
    return until(ago, `more than ${note} (until ${formatMonth(ago)})`);
  if (ago && lead === 'less than')
    return { from: ago, to: LATEST, label: `less than ${note} (since ${formatMonth(ago)})` };
  if (lead === 'since' || lead === 'from')
    return { from, to: LATEST, label: said('since'), namedUntil: to };
  if (lead === 'after')
    return { from: noLater(addMonths(to, 1)), to: LATEST, label: said('after') };
  if (lead === 'before') return until(addMonths(from, -1), said('before'));
  if (lead === 'until' || lead === 'by') return until(to, said(lead));
  const day = asOf.asOf || lead === 'in' ? dayOf(moment, asOf.asOf === true) : null;
  return {
    from: noLater(from),
    to: noLater(to),
    label: said(lead),
    ...asOf,
    ...(day === null ? {} : { day }),
  };
}

/** The day of which a state is asked for: one that was named, or the first of a longer time. */
function dayOf({ from, day, days, isStart }: Moment, isState: boolean): string | null {
  if (isStart && isState) return `${from}-01`;
  return day && !days ? `${from}-${String(day).padStart(2, '0')}` : null;
}

/** Winter 2099 ends with the last month that there is. */
const noLater = (month: string): string => (month > LATEST ? LATEST : month);

const until = (to: string, label: string): Period => ({
  from: to < EARLIEST ? to : EARLIEST,
  to,
  label,
});
