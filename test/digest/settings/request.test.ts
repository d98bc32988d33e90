import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnswerContext } from '../../../src/answer/index.js';
import { DigestProblem, readRequest, suggestZones } from '../../../src/digest/index.js';
import { contextOfTameside } from '../../support/tameside.js';

let context: AnswerContext;
let names: Map<string, string>;

beforeAll(async () => {
  context = await contextOfTameside();
  names = new Map(context.record.authorities.map(({ urn, name }) => [urn, name]));
});

/** What was read, with the councils by name. */
const read = (text: string) => {
  const { settings, notes } = readRequest(text, 'Europe/London', context);
  const councils = settings.authorities.map((urn) => names.get(urn)).join(' + ');
  return { ...settings, councils, notes };
};

const problem = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof DigestProblem) return error.message;
    throw error;
  }
  return '';
};

describe('A request for a digest', () => {
  it('reads its parts in any order', () => {
    const parts = ['at 8.30am', 'mon,thu', 'zone london', 'about care leavers', 'only new'];
    const expected = {
      councils: 'Tameside',
      at: '08:30',
      weekdays: ['mon', 'thu'],
      zone: 'Europe/London',
      themes: ['care-leavers'],
      onlyNew: true,
    };
    expect(read(`tameside ${parts.join(' ')}`)).toMatchObject(expected);
    expect(read(`tameside ${parts.reverse().join(' ')}`)).toMatchObject(expected);
  });

  it.each([
    'only new',
    'new only',
    'only when new',
    'only if something is new',
    'only when something is new',
    'only when there is something new',
  ])('reads “%s” as only new', (typed) => {
    expect(read(`tameside at 8 ${typed}`)).toMatchObject({ onlyNew: true, at: '08:00' });
  });

  it('means every day at 08:30 in the asker’s zone, about everything, where no more is said', () => {
    expect(read('tameside')).toMatchObject({
      at: '08:30',
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      zone: 'Europe/London',
      themes: [],
      onlyNew: false,
    });
  });

  it.each([
    ['8', '08:00'],
    ['8:30', '08:30'],
    ['08:30', '08:30'],
    ['0830', '08:30'],
    ['8.30am', '08:30'],
    ['8 am', '08:00'],
    ['12am', '00:00'],
    ['12 p.m.', '12:00'],
    ['5pm', '17:00'],
    ['23:59', '23:59'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
  ])('reads the time “%s” as %s', (typed, at) => {
    expect(read(`tameside at ${typed} daily`).at).toBe(at);
  });

  it.each(['24:00', '25', '8:60', '13pm', '0am', '8:5', 'breakfast', '-1', '8:30:00'])(
    'refuses the time “%s” and says how to write one',
    (typed) => {
      expect(problem(`tameside at ${typed}`)).toMatch(/write it like 08:30|could not read/);
    },
  );

  it.each([
    ['daily', 7],
    ['every day', 7],
    ['weekdays', 5],
    ['every weekday', 5],
    ['mon-fri', 5],
    ['weekends', 2],
    ['mon,thu', 2],
    ['on Mondays and Thursdays', 2],
    ['every wed', 1],
    ['fri to mon', 4],
    ['thurs, tues', 2],
  ])('reads “%s” as %d days a week', (typed, count) => {
    expect(read(`tameside at 08:30 ${typed}`).weekdays).toHaveLength(count);
    expect(read(`tameside ${typed} at 08:30`)).toMatchObject({ councils: 'Tameside', at: '08:30' });
  });

  it.each([
    [
      'tameside, hull and bcp',
      'Tameside + Kingston upon Hull + Bournemouth, Christchurch and Poole',
    ],
    [
      'Tameside, Bournemouth, Christchurch and Poole',
      'Tameside + Bournemouth, Christchurch and Poole',
    ],
    ['tameside MBC and reading', 'Tameside + Reading'],
    ['tameside and bath and north east somerset', 'Tameside + Bath and North East Somerset'],
    ['tameside tameside', 'Tameside'],
    ['the london borough of hackney, tameside', 'Hackney + Tameside'],
    ['tameside, reading', 'Tameside + Reading'],
    ['wight and tameside', 'Isle of Wight + Tameside'],
    ['', 'Tameside'],
  ])('reads the councils of “%s”', (typed, councils) => {
    const resolved = read(`${typed} at 9`).councils;
    expect(resolved.toLowerCase()).toBe(councils.toLowerCase());
  });

  it('says what it read a misspelt council as', () => {
    expect(read('tamside and oldam at 9')).toMatchObject({
      councils: 'Tameside + Oldham',
      notes: ['Read “tamside” as Tameside.', 'Read “oldam” as Oldham.'],
    });
  });

  it.each(['everything', 'all', 'all themes'])('reads “about %s” as all themes', (typed) => {
    expect(read(`tameside about ${typed}`)).toMatchObject({ themes: [], notes: [] });
  });

  it('says which theme it read lay words as', () => {
    expect(read('tameside about temps').notes).toEqual([
      expect.stringMatching(/^Read “temps” as the theme /),
    ]);
  });

  it.each([
    ['New York', 'America/New_York'],
    ['europe/paris', 'Europe/Paris'],
    ['uk', 'Europe/London'],
    ['GMT', 'UTC'],
    ['UTC', 'UTC'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kiev'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['US/Eastern', 'US/Eastern'],
  ])('reads the zone “%s” as %s', (typed, zone) => {
    expect(read(`tameside at 8 zone ${typed}`).zone).toBe(zone);
  });

  it.each([
    ['tameside 8am daily', '08:00', 'Europe/London'],
    ['tameside daily 17:45', '17:45', 'Europe/London'],
    ['tameside 0900', '09:00', 'Europe/London'],
    ['tameside every morning at 8 BST', '08:00', 'Europe/London'],
    ['tameside at 7.30pm in Europe/Paris only new', '19:30', 'Europe/Paris'],
    ['tameside at 8 New York about care leavers', '08:00', 'America/New_York'],
  ])('reads “%s” without its keywords', (typed, at, zone) => {
    expect(read(typed)).toMatchObject({ councils: 'Tameside', at, zone });
  });

  it.each([
    'tameside at *08:30* daily about _care leavers_ zone America/New_York',
    '`tameside at 08:30 daily about care leavers zone America/New_York`',
    '*tameside* at ~08:30~ *_daily_* about `care leavers` zone *America/New_York*',
    '\u200btame\u00adside\u200d at 08:\u2060\ufeff30 daily about care leavers zone America/New_York',
    'tameside :wave::skin-tone-3: at 08:30 daily :tada: about care leavers zone _America/New_York_ :eyes:',
    'tameside at 08:30 daily about “care leavers” zone America/New_York https://example.org/a?b=c',
  ])('reads “%s” as if it had no formatting', (typed) => {
    expect(read(typed)).toMatchObject({
      councils: 'Tameside',
      at: '08:30',
      zone: 'America/New_York',
      themes: ['care-leavers'],
      notes: [],
    });
  });

  it('suggests the zone of a misspelt place by the name of today', () => {
    expect(problem('tameside at 8 zone Kyev')).toContain('Europe/Kyiv');
    expect(suggestZones('Kyi', 3)).toEqual(['Europe/Kyiv']);
    expect(suggestZones('Calcutta', 3)).toEqual(['Asia/Kolkata']);
  });

  it.each([
    ['atlantis at 8', 'I know no council called “atlantis”'],
    ['tameside and notting at 8', 'Did you mean Notting'],
    ['tameside now', 'I could not read “now” beside Tameside'],
    ['tameside soon', 'I could not read “soon” beside Tameside'],
    ['tameside, please hull at 8', 'I could not read “please” beside Kingston upon Hull'],
    ['tameside and soon at 8', 'I know no council called “soon”'],
    ['now', 'I know no council called “now”'],
    ['tameside at 8 zone Londno', 'Europe/London'],
    ['tameside at 8 zone', 'The time zone is missing'],
    ['tameside at 8 zone +01:00', 'is no time zone'],
    [
      'tameside at 8 zone EST',
      'is no time zone that I know: write it like Europe/London. Did you mean America/New_York?',
    ],
    ['tameside weekly at 8', '“weekly”: write daily, weekdays or the days by name'],
    ['tameside at 8 once a week', 'write daily, weekdays or the days by name'],
    ['tameside at 8 about pensions', '“pensions” is no theme'],
    ['tameside at 8 about care leaverz and pensions', '“pensions” is no theme'],
    ['tameside about', 'The theme is missing'],
    ['tameside at', 'The time is missing'],
    ['tameside at 8 fortnightly', 'I could not read “fortnightly”'],
    ['tameside at 8 only new please', 'I could not read “please”'],
    ['tameside at 8 at 9', 'said twice'],
    ['leeds at 8', 'The record holds nothing about Leeds'],
  ])('answers “%s” with what to do: %s', (typed, sentence) => {
    expect(problem(typed)).toContain(sentence);
  });

  it('takes twenty councils at most', () => {
    const many = [...new Set(names.values())].slice(0, 30).join(', ');
    expect(problem(`tameside, ${many} at 8`)).toContain('at most 20 councils');
  });

  it('reads whatever is typed or says in one sentence what to do', () => {
    const word = fc.constantFrom(
      ...'tameside hull and at about zone only new mon thu daily weekdays 8 08:30 noon every on , care leavers xyz'.split(
        ' ',
      ),
    );
    const typed = fc.oneof(
      fc.array(word, { maxLength: 12 }).map((list) => list.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const refused = problem(text);
        if (refused === '') expect(read(text).weekdays.length).toBeGreaterThan(0);
        else expect(refused).toMatch(/^[“A-Z].*[.?]$/s);
      }),
    );
  });
});
