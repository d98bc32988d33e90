import { describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { runQuestion } from '../../src/answer/run.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import { assembleRecord } from '../../src/domain/record.js';
import { type CouncilKey, REGISTER, reportOf } from '../support/councils.js';
import { THEMES } from '../support/record.js';

const led = (
  leadInspector: string,
  council: CouncilKey,
  start: string,
  grades: Parameters<typeof reportOf>[2],
): RecordedDocument => {
  const report = reportOf(council, start, grades);
  return { ...report, visits: report.visits.map((visit) => ({ ...visit, leadInspector })) };
};

const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES.themes, [
    led('Anna Bell', 'oldham', '2015-06-15', { kind: 'SIF', grades: { overall: 'inadequate' } }),
    led('Anna Bell', 'oldham', '2018-02-19', { grades: { overall: 'good' } }),
    led('Carl Dean', 'oldham', '2022-05-16', {
      grades: { overall: 'good', impact_of_leaders: 'outstanding', help_and_protection: 'good' },
    }),
    led('Anna Bell', 'rochdale', '2018-10-22', { grades: { overall: 'good' } }),
    led('Carl Dean', 'rochdale', '2021-10-25', { grades: { overall: 'inadequate' } }),
    led('Erin Ford', 'leeds', '2022-02-21', { grades: { overall: 'outstanding' } }),
    led('Carl Dean', 'hackney', '2019-11-04', { grades: { overall: 'good' } }),
  ]),
);
const run = (question: string) => runQuestion(question, context);
const ask = (question: string) => answerQuestion(question, context);
const rows = (question: string) => ask(question).table?.rows ?? [];

describe('What came since a council had a grade', () => {
  it('is told by the visits after the newest inspection that gave it', () => {
    expect(run('what got better in oldham since it was inadequate').intent).toBe('progress');
    expect(run('has oldham improved since it was rated good').intent).toBe('progress');
  });

  it('is said to be nothing, where no visit after it is known', () => {
    const { notes } = ask('how has rochdale changed since it was inadequate');
    expect(notes.join(' ')).toMatch(/No visit since the inspection of October 2021 is known/);
  });

  it('is no time of many councils, but a grade', () => {
    expect(run('which councils have improved since they were inadequate').intent).toBe(
      'grades-moved',
    );
  });

  it('counts visits by the days of inspectors, and not by when a report came out', () => {
    const { status } = ask('has oldham been visited by ofsted since its last full inspection');
    expect(status).toBe('nothing_found');
  });
});

describe('The frame of a question in everyday words', () => {
  it.each([
    ['oldham went from inadequate to good, whats the story', 'reasons'],
    ['oldham must try harder list', 'points'],
    ['oldham grades from the start till now', 'timeline'],
    ['rochdale ratings since the beginning', 'timeline'],
    ['who was in charge of the oldham inspection', 'inspectors'],
    ['who was at the helm of the last leeds inspection', 'inspectors'],
  ])('(%s) is read as what is meant', (question, intent) => {
    expect(run(question).intent).toBe(intent);
  });

  it.each([
    'is oldham anywhere near as good as leeds',
    'is rochdale every bit as good as leeds',
    'is hackney as bad as rochdale',
  ])('sets two councils side by side: “%s”', (question) => {
    expect(ask(question).headline).toMatch(/Newest grades overall/);
  });

  it.each([
    'who did ofsted go and see in october 2021',
    'who did inspectors come to see in october 2021',
  ])('asks for the visits of a time: “%s”', (question) => {
    expect(ask(question).headline).toMatch(/^1 of .* October 2021/);
  });

  it.each(['good councils in the noth west', 'good councils in the norht west'])(
    'names a region with a letter wrong: “%s”',
    (question) => {
      expect(ask(question).headline).toContain('North West');
    },
  );
});

describe('How long it took from one grade to another', () => {
  it.each([
    'how fast did oldham go from inadequate to good',
    'how long did it take oldham to get from inadequate to good',
  ])('(%s) is counted from the last day of the one inspection to that of the other', (question) => {
    const { headline } = ask(question);
    expect(headline).toMatch(/days from inadequate \(.*2015\) to good \(.*2018\)/);
  });
});

describe('A council in everyday words', () => {
  it.each([
    ['whats oldhams grade atm', 'ratings'],
    ['when did ofsted last go to oldham', 'since-last-visit'],
    ['should i be worried about childrens services in oldham', 'latest'],
    ['whats the story with oldham', 'latest'],
    ['key findings oldham', 'latest'],
    ['any bad news about oldham', 'points'],
    ['what questions should i ask at scrutiny about oldham', 'points'],
    ['what is holding oldham back', 'points'],
    ['oldham best area', 'extreme-area'],
    ['is oldham the same grade as last time', 'progress'],
    ['how has help and protection in oldham changed', 'area-graded'],
    ['how many times has oldham failed', 'grades'],
    ['when is oldham due another inspection', 'out-of-scope'],
    ['are the schools in oldham any good', 'out-of-scope'],
    [
      'hi, im a new councillor on the scrutiny committee in oldham. could you tell me its grade?',
      'ratings',
    ],
  ])('(%s) is read as what is meant', (question, intent) => {
    expect(run(question).intent).toBe(intent);
  });

  it('is told its newest grade once', () => {
    const { headline, notes } = ask('is oldham inadequate');
    expect(headline).toMatch(/now good overall/);
    expect(notes.join(' ')).not.toMatch(/2022\)/);
  });

  it('has areas with a grade, where it is asked for what it has it', () => {
    expect(ask('whats oldham outstanding for').headline).toMatch(/leadership/);
  });
});

describe('Many councils in everyday words', () => {
  it.each([
    ['which councils havent been inspected for ages', 'waiting'],
    ['who hasnt been inspected recently', 'waiting'],
    ['who has done most inspections', 'lead-inspectors'],
    ['whos improved most', 'grades-moved'],
    ['has england got better since 2018', 'grades-over-time'],
    ['trend of inadequate over time', 'grades-over-time'],
    ['best year for grades', 'grades-tabulated'],
    ['is london better than the rest', 'grades-tabulated'],
    ['most common recommendations', 'points-by-theme'],
    ['what do inspectors criticise most', 'points-by-theme'],
    ['is the mp good', 'out-of-scope'],
    ['who is responsible for this bot', 'help'],
    ['cheers mate', 'greeting'],
  ])('(%s) are read as what is meant', (question, intent) => {
    expect(run(question).intent).toBe(intent);
  });

  it('count those whose inspectors saw several councils, or the same one again', () => {
    const several = rows('which inspectors have inspected more than one council');
    expect(several.map(([name]) => name)).toEqual(['Anna Bell', 'Carl Dean']);
    const same = rows('have any inspectors done the same council twice');
    expect(same.map(([name]) => name)).toEqual(['Anna Bell']);
  });

  it('are counted at the end of each year by the newest grade that they had by then', () => {
    const table = rows('has england got better since 2018');
    expect(table.map(([year, total]) => [year, total])).toEqual([
      ['2018', '2'],
      ['2019', '3'],
      ['2020', '3'],
      ['2021', '3'],
      ['2022', '4'],
      ['now', '4'],
    ]);
  });

  it('stand beside all others', () => {
    expect(rows('is london better than the rest').map(([name, count]) => [name, count])).toEqual([
      ['London', '1'],
      ['all others', '3'],
    ]);
  });

  it('have none without an inspection of a framework', () => {
    const { headline } = ask('how many councils have not had an ilacs inspection');
    expect(headline).toMatch(/no ILACS inspections/);
  });

  it('ask back whose “our” is', () => {
    expect(ask('how are our care leavers doing').status).toBe('ambiguous');
  });
});

describe('A term of inspection', () => {
  it.each([
    'what is a JTAI',
    'whats a mash',
    'difference between a focused and a monitoring visit',
  ])('(%s) is explained', (question) => {
    expect(run(question).intent).toBe('definition');
  });

  it.each([
    'what is the front door like in oldham',
    'what did the focused visit to oldham look at',
  ])('(%s) is not explained where a council is asked about', (question) => {
    expect(run(question).intent).not.toBe('definition');
  });
});

describe('What is good or bad about a council', () => {
  it.each([
    ['whats bad about rochdale', 'concerns'],
    ['what is rubbish about rochdale childrens services', 'concerns'],
    ['whats good about leeds', 'strengths'],
  ])('is what inspectors criticised or praised: “%s”', (question, kind) => {
    expect(run(question).intent).toBe('points');
    expect(ask(question).headline).toContain(kind);
  });
});

describe('Reports that came out', () => {
  it.each(['which reports came out last month', 'what reports were published last month'])(
    'are listed by the day of publication: “%s”',
    (question) => {
      expect(run(question).intent).toBe('visits-listed');
    },
  );
});

describe('Grades that moved, by region', () => {
  it('are counted of the councils with two inspections or more', () => {
    const [row] = rows('how many councils got worse in each region');
    expect(row).toEqual(['North West', '1', '2', '50 %', 'Rochdale']);
  });

  it('name the region with the most where it is asked for', () => {
    expect(ask('which region had the most councils drop a grade').headline).toMatch(
      /^North West has the most councils whose overall grade went down .*: 1 of 2\.$/,
    );
  });
});
