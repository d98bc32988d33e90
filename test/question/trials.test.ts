import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { runQuestion } from '../../src/answer/run.js';
import { residue } from '../../src/question/index.js';
import { contextOfManyCouncils, TODAY } from '../support/many-councils.js';
import { contextOfTameside } from '../support/tameside.js';
import { tellingSpans } from './asked-for.js';

/**
 * Questions that were once misread, each with others of its kind: what each says (see
 * `tellingSpans`), the words that no annotator understands, and the intent that takes it.
 */
type Trial = { text: string; says: string; left: string; intent: string };
const TRIALS: { kind: string; asked: Trial[] }[] = JSON.parse(
  readFileSync('test/question/trials.json', 'utf8'),
);

const context = await contextOfManyCouncils();
const ofTameside = await contextOfTameside(() => TODAY);
const run = (text: string) => runQuestion(text, context);
const ask = (text: string) => run(text).answer;
const cited = (text: string) =>
  ask(text).citations.map(({ source, place, quote }) => [source.id, place, quote]);

describe.each(TRIALS)('In questions of this kind, $kind:', ({ asked }) => {
  it.each(asked)('“$text” is read so', ({ text, says, left, intent }) => {
    const { question, intent: taken } = run(text);
    expect(question && tellingSpans(question)).toBe(says);
    const words = question ? residue(question).map(({ surface }) => surface) : [];
    expect(words.join(' ')).toBe(left);
    expect(taken).toBe(intent);
  });
});

describe('The same is answered', () => {
  it.each([
    [
      'did ofsted *really* say caseloads were too high in tameside',
      'did ofsted say caseloads were too high in tameside',
    ],
    [
      'what should improve according to the may 2021 visit to tameside',
      'what should improve in the may 2021 visit to tameside',
    ],
    ['anything nice in 2018 tameside', 'anything good in 2018 tameside'],
    ['actually, what were tameside’s strengths exactly', 'what were tameside’s strengths'],
    ['please can you tell me tameside strengths, thanks', 'tameside strengths'],
    ['any idea what tamesides concerns are', 'tameside concerns'],
    ['hi, i was wondering about care leavers in tameside', 'care leavers in tameside'],
  ])('with words that carry nothing (%s)', (withWords, without) => {
    expect(cited(without)).not.toEqual([]);
    expect(cited(withWords)).toEqual(cited(without));
  });

  it.each([
    [
      'see https://files.ofsted.gov.uk/v1/file/50241138 tameside care leavers',
      'tameside care leavers',
    ],
    ['tameside rating (www.tameside.gov.uk/news/123456)', 'tameside rating'],
    ['tameside latest :pray::skin-tone-3:', 'tameside latest'],
    ['care leavers in tameside :thinking_face:', 'care leavers in tameside'],
    ['tame\u00adside latest', 'tameside latest'],
    ['*tameside* `latest`', 'tameside latest'],
  ])('with a link, an emoji or formatting (%s)', (dressed, plain) => {
    const { headline, table } = ask(plain);
    expect(cited(plain)).not.toEqual([]);
    expect(cited(dressed)).toEqual(cited(plain));
    expect(ask(dressed)).toMatchObject({ headline, table });
  });

  it.each([
    'to do list from ofsted tameside',
    'what does tameside need to fix',
    'tameside recs',
    'what must tameside put right',
    'what has tameside been told to sort out',
    'areas for development tameside',
  ])('to whoever asks what must improve (%s)', (question) => {
    expect(cited(question)).toEqual(cited('what needs to improve in tameside'));
    expect(ask(question).citations.every(({ source }) => source.publisher === 'Ofsted')).toBe(true);
  });
});

describe('What should come', () => {
  it('“is tameside improving” gives every graded visit, newest first', () => {
    const answer = ask('is tameside improving');
    const graded = context.record.visits
      .filter((visit) => visit.urn === '80569' && context.judgementsOf(visit).length > 0)
      .map(({ start }) => start?.slice(0, 4) ?? '');
    expect(graded.length).toBeGreaterThan(2);
    const told = JSON.stringify([answer.headline, answer.table, answer.sections]);
    const places = graded.map((year) => told.indexOf(year));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('“how long since tameside was inspected” counts the days from its last visit', () => {
    // From 15 December 2023 to the day of the question, 20 November 2026.
    expect(ask('how long since tameside was inspected').headline).toMatch(/\b1,?071 days\b/);
  });

  it.each([
    ['who said no children were at immediate risk in tameside', 'Fairfoull'],
    ['who said tameside had the right leadership team', 'Cooney'],
  ])('“%s” names %s', (question, name) => {
    const { headline, citations } = ask(question);
    expect(headline).toContain(name);
    expect(citations[0]?.quote).toBeTruthy();
  });

  it('“the leader of the council” is quoted, and no grade is told instead', () => {
    const answer = ask('what did the leader of tameside council say about the inadequate rating');
    const speakers = answer.citations.map(({ speaker }) => speaker.kind);
    expect(answer.citations.length).toBeGreaterThan(0);
    expect(speakers).not.toContain('ofsted');
    expect(answer.table).toBeNull();
  });

  it('strengths and concerns are both told', () => {
    const tones = new Set(ask('tameside strengths and concerns').citations.map(({ tone }) => tone));
    expect([...tones]).toEqual(expect.arrayContaining(['praise', 'criticism']));
  });

  it('words in quotation marks are found, or said not to be there', () => {
    const found = ask('"too many children" tameside').citations;
    expect(found.length).toBeGreaterThan(0);
    for (const { passage, quote } of found)
      expect(`${passage} ${quote}`.toLowerCase()).toContain('too many children');
    expect(ask('"zebra crossing" tameside')).toMatchObject({
      status: 'nothing_found',
      citations: [],
    });
  });

  it('a council that is no more is answered with those that followed it', () => {
    const { status, headline, choices } = ask('cumbria latest');
    expect(status).toBe('ambiguous');
    expect(headline).toMatch(/Cumberland and Westmorland and Furness/);
    expect(choices).toEqual([{ label: 'Cumberland', question: 'Cumberland latest' }]);
  });

  it('“our neighbours” are asked back, without a grade of anybody', () => {
    expect(ask('are our neighbours rated better than us')).toMatchObject({
      status: 'ambiguous',
      table: null,
      citations: [],
    });
  });

  it('a greeting has a line and four examples to press', () => {
    for (const greeting of ['hi', 'thanks', 'good morning all']) {
      const { sections, choices } = runQuestion(greeting, ofTameside).answer;
      expect([sections.length, choices.length]).toEqual([0, 4]);
      for (const { question } of choices)
        expect(runQuestion(question, ofTameside).answer.status).toBe('found');
    }
  });

  it.each([
    ['which councils haven’t been inspected since 2022', ['Bury', 'Reading', 'Sunderland']],
    ['county councils that require improvement', ['Devon', 'Staffordshire', 'Surrey']],
    ['who has been inadequate more than once', ['Tameside']],
    ['worst in yorkshire', ['Bradford']],
    [
      'inspections between october and november 2023',
      ['Isle of Wight', 'Staffordshire', 'Derbyshire'],
    ],
    ['who is outstanding in every area', ['Leeds']],
  ])('“%s” lists %j', (question, councils) => {
    const listed = ask(question).table?.rows.map(([council]) => council) ?? [];
    expect(new Set(listed)).toEqual(new Set(councils));
  });

  it('the inspector who led most inspections is named with their number', () => {
    expect(ask('which lead inspector has done the most inspections').headline).toMatch(
      /Neil Penswick .*\b3\b/,
    );
  });
});
