import { describe, expect, it } from '@jest/globals';
import { pointKindOf, searchedTokens, spansOf, visitFilterOf } from '../../src/question/index.js';
import { contextOfTameside } from '../support/tameside.js';

const context = await contextOfTameside();
const read = (question: string) => context.reader.read(question, '2026-11-01');
const named = (question: string) =>
  spansOf(read(question), 'council').map(({ value }) => value.name);
const topics = (question: string) =>
  spansOf(read(question), 'out_of_scope').map(({ value }) => value.id);
const searched = (question: string) => searchedTokens(read(question)).map(({ word }) => word);

describe('What is asked around a name', () => {
  it.each(['what must %s improve', 'what should %s fix', 'what must be improved in %s'])(
    'is the same whatever the council is called: %s',
    (question) => {
      const wrong = context.record.authorities.filter(
        ({ name }) => !spansOf(read(question.replace('%s', name)), 'recommendations').length,
      );
      expect(wrong.map(({ name }) => name)).toEqual([]);
    },
  );
});

describe('The council in a question', () => {
  it.each([
    ['tameside latest', 'Tameside'],
    ['Tameside MBC care leavers', 'Tameside'],
    ['tamside latest', 'Tameside'],
    ['setfon placements', 'Sefton'],
    ['esex adoption', 'Essex'],
    ['st helans fostering', 'St Helens'],
    ['nottingam', 'Nottingham'],
    ['care leavers in hull', 'Kingston upon Hull'],
    ['BCP front door', 'Bournemouth, Christchurch and Poole'],
    ['what about Reading', 'Reading'],
    ['adoption in reading council', 'Reading'],
  ])('“%s” is %s', (question, name) => {
    expect(named(question)).toEqual([name]);
  });

  it.each([
    ['a word of the language', 'children struggle with reading at school'],
    ['a place of another name', 'burnley latest'],
    ['a name that two councils are equally near to', 'herfordshire latest'],
    ['the word before a place', 'councils in yorkshire'],
    ['a county that bears its name', 'greater manchester care leavers'],
    ['a county that is like it', 'caseloads in west yorkshire'],
    ['nothing', 'what did inspectors say about neglect'],
  ])('is not guessed from %s', (_what, question) => {
    expect(named(question)).toEqual([]);
  });

  it('is offered as a choice where part of a name fits several', () => {
    const match = context.reader.councils.resolve('north');
    expect(match.kind === 'many' && match.candidates.length).toBeGreaterThan(3);
  });
});

describe('The visit in a question', () => {
  it.each([
    ['what did ofsted find in 2018', '2018-01', '2018-12'],
    ['agency staff august 2018', '2018-08', '2018-08'],
    ['neglect between 2016 and 2021', '2016-01', '2021-12'],
    ['from 2016 to 2021 care leavers', '2016-01', '2021-12'],
  ])('“%s” is of %s to %s', (question, from, to) => {
    expect(visitFilterOf(read(question)).period).toMatchObject({ from, to });
  });

  it('“since” and “before” leave one end open', () => {
    expect(visitFilterOf(read('pathway plans since 2017')).period?.from).toBe('2017-01');
    expect(visitFilterOf(read('caseloads before 2019')).period?.to).toBe('2018-12');
  });

  it.each([
    ['the 2021 focused visit', 'focused visit', null],
    ['what did the third monitoring visit say', 'monitoring visit', 3],
    ['3rd monitoring visit', 'monitoring visit', 3],
    ['the 2019 inspection', 'inspection', null],
  ])('“%s” is told by its kind and number', (question, kind, ordinal) => {
    expect(visitFilterOf(read(question))).toMatchObject({ kind, ordinal });
  });

  it('is any where nothing is said of one', () => {
    expect(visitFilterOf(read('what about 28 cases and 41 per cent agency staff'))).toMatchObject({
      period: null,
      kind: null,
      ordinal: null,
    });
  });
});

describe('The words that passages are searched for', () => {
  it.each([
    ['how quickly are worries about a child picked up', ['quickly', 'worries', 'picked']],
    ['is it quick enough', ['quick', 'enough']],
    ['does somebody independent help children', ['somebody', 'independent', 'help']],
    ['are children asked why they disappeared', ['asked', 'disappeared']],
    ['do they hear what children want', ['hear', 'want']],
    ['btw pls what about caseloads', ['caseloads']],
    ['thanks, and caseloads in tameside in 2018?', ['caseloads']],
  ])('of “%s” are %s', (question, words) => {
    expect(searched(question)).toEqual(words);
  });

  it('are repaired where they are misspelt, and people’s are the reports’ own', () => {
    expect(searched('casloads of bosses')).toEqual(['caseloads', 'managers']);
  });

  it('a worry about a child is no criticism that is asked for', () => {
    expect(pointKindOf(read('worries about a child')).tone).toBeNull();
    expect(pointKindOf(read('what are the worries')).tone).toBe('criticism');
  });
});

describe('A topic that reports do not treat', () => {
  it.each([
    ['free school meal', 'free school meals', 'schools'],
    ['library', 'libraries in tameside', 'place'],
    ['pothole', 'is the pothole filled', 'streets'],
    ['salary', 'salaries of staff', 'pay'],
  ])('(%s) is met in any form: “%s”', (_topic, question, id) => {
    expect(topics(question)).toContain(id);
  });

  it.each([
    'elective home education',
    'elected members visit frontline teams',
    'do managers act as parents',
    'people who will keep them for good',
    'do children in care go to good schools',
    'children not in any school',
    'what did the ombudsman find',
    'was there a peer challenge',
    'independent reviewing officers',
  ])('is none in words that reports use: “%s”', (question) => {
    expect(topics(question)).toEqual([]);
  });
});

describe('A theme in words that ask for something else', () => {
  it.each([
    ['what went wrong', 'criticism'],
    ['what went well', 'praise'],
  ])('is none: “%s” asks for %s', (question, tone) => {
    expect(pointKindOf(read(question)).tone).toBe(tone);
    expect(spansOf(read(question), 'theme')).toEqual([]);
  });

  it.each(['do children in oldham get seen on their own', 'social workers and their caseloads'])(
    'is one whosever it is (%s)',
    (question) => {
      expect(spansOf(read(question), 'theme')).not.toEqual([]);
    },
  );
});
