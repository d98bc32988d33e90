import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import type { Grade } from '../../src/domain/judgement.js';
import { assembleRecord } from '../../src/domain/record.js';
import { REGISTER, reportOf } from '../support/councils.js';
import { THEMES } from '../support/record.js';

const RI = 'requires improvement to be good';
const inspected = (council: Parameters<typeof reportOf>[0], day: string, overall: Grade) =>
  reportOf(council, day, { grades: { overall } });
const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES.themes, [
    inspected('oldham', '2015-01-12', 'inadequate'),
    inspected('oldham', '2018-01-15', 'inadequate'),
    inspected('oldham', '2022-01-10', 'good'),
    inspected('rochdale', '2014-02-03', 'outstanding'),
    inspected('rochdale', '2017-05-01', 'good'),
    inspected('rochdale', '2023-01-23', 'inadequate'),
    inspected('leeds', '2015-02-02', 'good'),
    inspected('leeds', '2018-02-05', 'good'),
    inspected('leeds', '2021-02-22', 'good'),
    inspected('hackney', '2016-06-06', 'inadequate'),
    inspected('hackney', '2019-06-03', RI),
    inspected('hackney', '2024-06-03', RI),
  ]),
  null,
  () => '2025-11-01',
);
const ask = (question: string) => answerQuestion(question, context);
const councils = (question: string) =>
  [...new Set((ask(question).table?.rows ?? []).map(([council]) => council))].toSorted();

const INADEQUATE_ONCE = ['Hackney', 'Oldham', 'Rochdale'];

describe('How grades went from one full inspection to the next', () => {
  it.each([
    ['who has gone downhill', ['Rochdale']],
    ['which councils are worse than at their previous inspection', ['Rochdale']],
    ['climbers at the latest inspection', ['Oldham']],
    ['who got better since their last inspection', ['Oldham']],
    ['inadequate to good', ['Oldham']],
    ['inadequate -> requires improvement', ['Hackney']],
    ['went straight from inadequate up to good at the most recent visit', ['Oldham']],
    ['which councils turned inadequate into a good', ['Oldham']],
    ['plunged from good to failing', ['Rochdale']],
    ['which councils had a good or outstanding taken off them', ['Rochdale']],
    ['who was stripped of their outstanding crown', ['Rochdale']],
    ['which councils have the same grade as before', ['Hackney', 'Leeds']],
    ['councils stuck at requires improvement', ['Hackney']],
    ['which councils fell in 2017', ['Rochdale']],
    ['which councils rose in 2022', ['Oldham']],
  ])('(%s): %s', (question, meant) => {
    expect(councils(question)).toEqual(meant);
  });

  it('names who is left out because the step was an earlier one', () => {
    const { notes, closing } = ask('who has improved');
    expect([...notes, ...closing].join(' ')).toContain('Hackney');
  });
});

describe('Words of a move that say something else beside others', () => {
  it.each([
    ['which councils have hit outstanding at any point', ['Rochdale']],
    ['anyone had the i-word at some time or other, inadequate i mean', INADEQUATE_ONCE],
    ['which councils were failing at one time or another', INADEQUATE_ONCE],
    ['inspections that kicked off in june 2024 and how they went', ['Hackney']],
    ['inspections which got under way in june 2024', ['Hackney']],
    ['go back to summer 2018 - which councils were then inadequate', ['Hackney', 'Oldham']],
  ])('are not taken for the move (%s): %s', (question, meant) => {
    expect(councils(question)).toEqual(meant);
  });
});

describe('Grades in a row', () => {
  it.each([
    ['three goods on the trot', ['Leeds']],
    ['two inadequates on the bounce', ['Oldham']],
    ['which councils are in special measures', ['Rochdale']],
    ['which councils came out of special measures', ['Hackney', 'Oldham']],
    ['good twice running', ['Leeds']],
    ['which councils were inadequate back to back', ['Oldham']],
    ['good at their last three inspections', ['Leeds']],
    ['requires improvement at both of their last two inspections', ['Hackney']],
    ['which councils went down twice in a row', ['Rochdale']],
  ])('are of inspections that follow each other (%s): %s', (question, meant) => {
    expect(councils(question)).toEqual(meant);
  });

  it('are not two anywhere', () => {
    expect(councils('outstanding three times in a row')).toEqual([]);
    expect(councils('inadequate at their last two inspections')).toEqual([]);
  });
});

describe('The most times', () => {
  it.each([
    ['who has been inadequate the most times', ['Oldham'], '2'],
    ['most good grades in total', ['Leeds'], '3'],
    ['record holder for requires improvement judgements', ['Hackney'], '2'],
    ['which council has been rated outstanding most often', ['Rochdale'], '1'],
  ])('(%s) are counted over all full inspections: %s, %s', (question, meant, count) => {
    expect(councils(question)).toEqual(meant);
    expect(ask(question).table?.rows[0]?.[1]).toBe(count);
  });
});

describe('A grade at any time before the newest', () => {
  it.each([
    ['which good councils have ever been inadequate', ['Oldham']],
    ['inadequate councils that were once good or better', ['Rochdale']],
    ['good now but failed at some stage', ['Oldham']],
    ['which good councils have never been inadequate', ['Leeds']],
    ['were any that are good now ever inadequate before', ['Oldham']],
  ])('(%s): %s', (question, meant) => {
    expect(councils(question)).toEqual(meant);
  });
});

describe('Times between and since inspections', () => {
  it.each([
    ['longest gap ever between two full inspections of the same place', 'Rochdale'],
    ['shortest time between inspections', 'Hackney'],
    ['whose been waiting longest for a new full inspection', 'Leeds'],
    ['oldest report still standing', 'Leeds'],
  ])('(%s): %s', (question, first) => {
    expect(ask(question).headline).toContain(first);
    expect(ask(question).table?.rows[0]?.[0]).toBe(first);
  });

  it.each([
    ['still waiting on a full inspection since before 2022', ['Leeds']],
    ['not been inspected since 2021', ['Leeds']],
    ['overdue an inspection - nothing for more than 3 years', ['Leeds', 'Oldham']],
    ['full inspections in the year to march 2023', ['Rochdale']],
    ['last 2 full inspections carried out', ['Hackney', 'Rochdale']],
  ])('(%s): %s', (question, meant) => {
    expect(councils(question)).toEqual(meant);
  });

  it('of one council are told with both dates', () => {
    const { headline } = ask('how long did leeds go between its last two inspections');
    expect(headline).toContain('February 2018');
    expect(headline).toContain('February 2021');
  });
});
