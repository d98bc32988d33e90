import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AnswerContext, answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { loadRecord } from '../../src/corpus/load.js';
import { assembleRecord, type InspectionRecord } from '../../src/domain/record.js';
import { passage, sha256 } from '../support/record.js';

let record: InspectionRecord;
let context: AnswerContext;
beforeAll(async () => {
  record = await loadRecord({ dataDir: 'data' });
  context = createAnswerContext(record, null, () => '2026-11-27');
});
const ask = (question: string) => answerQuestion(question, context);
const said = (question: string): string => JSON.stringify(ask(question));

describe('The record that is shipped', () => {
  it('answers of a council whose reports nobody imported: its newest grades, cited', () => {
    const { status, headline, table, citations } = ask('bristol latest');
    expect(status).toBe('found');
    expect(headline).toBe(
      'Bristol: requires improvement to be good overall (inspected 16–27 January 2023).',
    );
    expect(table?.rows.map(([area, grade]) => [area, grade])).toEqual([
      ['Overall effectiveness', 'requires improvement to be good'],
      ['Impact of leaders', 'requires improvement to be good'],
      ['Help and protection', 'requires improvement to be good'],
      ['Children in care', 'good'],
      ['Care leavers', 'good'],
    ]);
    expect(citations.map(({ place, source }) => [place.page, source.sha256.length])).toEqual(
      Array(5).fill([1, 64]),
    );
  });

  it.each([
    ['bristol latest', 'focused visit, 18 February 2025'],
    ['tameside latest', 'monitoring visit, 13 February 2025'],
  ])('“%s” says what came since, without a document', (question, visit) => {
    expect(ask(question).notes.join(' ')).toContain(`Since then: ${visit} (no document held)`);
  });

  it.each(['bristol latest', 'bristol recommendations', 'bristol neglect', 'caseloads in bristol'])(
    '“%s” says that grades and dates are all there is yet',
    (question) => {
      const { notes, closing } = ask(question);
      expect([...notes, ...closing].join(' ')).toMatch(/grades and dates.*text.* not in/i);
    },
  );

  it('takes grades from the official statistics where no report is held, and says so', () => {
    const { headline, citations, notes, closing } = ask('york latest');
    expect(headline).toMatch(/outstanding overall \(inspected from 24 February 2025\)/);
    expect(citations[0]?.source).toMatchObject({
      kind: 'statistics',
      title: 'Local authority inspection outcomes as at 31 March 2025',
    });
    expect([...notes, ...closing].join(' ')).toContain('not in');
  });

  it('takes the publication date from the statistics where the report prints none', () => {
    const { source } = ask('bristol latest').citations[0] ?? {};
    expect(source?.published).toEqual({ date: '2023-03-10', basis: 'statistics', note: null });
  });

  it('says how far it reaches in one line, once', () => {
    for (const question of ['bristol latest', 'which councils are inadequate', 'leeds timeline'])
      expect(said(question).match(/Grades to 31 March 2025/g)).toHaveLength(1);
  });

  it('asks all councils where none is named, and says of how many it has text', () => {
    const { kind, headline, notes } = ask('what about care leavers');
    expect(kind).toBe('across');
    expect(headline).toContain('the one newest report held');
    expect(notes.join(' ')).toContain('152 of these 153 councils');
  });

  it('asks back which council where a question is about one, and names none before others', () => {
    for (const question of ['latest', 'what recommendations did ofsted make'])
      expect(ask(question)).toMatchObject({ status: 'ambiguous', choices: [], askOf: question });
  });

  it.each([
    'how are we doing compared to oldham',
    'is bury better than us',
    'compare us with leeds',
  ])('asks which council “%s” is asked by', (question) => {
    expect(ask(question)).toMatchObject({ status: 'ambiguous', askOf: question });
  });

  it.each([
    ['i work for stockport, whats our rating', 'Stockport'],
    ['im a councillor in bury. how are we rated?', 'Bury'],
    ['as a journalist at the guardian: is leeds outstanding', 'Leeds'],
    ['we are based in kent, what is our grade', 'Kent'],
  ])('reads “%s” as a question about %s and nothing else', (question, council) => {
    expect(ask(question)).toMatchObject({
      ...{ kind: 'grades', status: 'found', notUnderstood: [], authority: { name: council } },
    });
  });

  it('gives as examples what it can quote', () => {
    for (const { question } of ask('hello').choices)
      expect({ question, status: ask(question).status }).toEqual({ question, status: 'found' });
  });
});

describe('The councils of England', () => {
  it('are counted as they are today', () => {
    expect(ask('how many councils are there').headline).toContain('153 councils');
    expect(ask('which councils are inadequate').headline).toMatch(/^19 of 153 councils/);
  });

  it.each([
    ['cumbria timeline', '20 September 2022', 'Cumberland and Westmorland and Furness'],
    ['northamptonshire latest', '17 June 2019', 'North Northamptonshire and West Northampton'],
    ['bournemouth borough latest', '16 July 2018', 'Bournemouth, Christchurch and Poole'],
  ])('“%s”: one that is no more keeps its inspections, and names who followed', (...each) => {
    const [question, date, successors] = each;
    const { status, notes, choices } = ask(question);
    expect(status).toBe('found');
    expect(said(question)).toContain(date);
    expect(notes.join(' ')).toContain(successors);
    expect(choices.some(({ label }) => successors.includes(label))).toBe(true);
  });

  it.each([
    'compare northamptonshire with west northamptonshire',
    'is west northamptonshire better than northamptonshire was',
  ])('“%s”: one that is no more stands beside others by its own inspections', (question) => {
    const { headline, notes } = ask(question);
    expect(headline).toMatch(/(?<!West )Northamptonshire inadequate \(June 2019\)/);
    expect(headline).toMatch(/West Northamptonshire requires improvement to be good/);
    expect(notes.join(' ')).toMatch(/no council any more, since 31 March 2021/);
  });

  it('are not told of one that is no more in a list of those there are', () => {
    expect(said('ofsted ratings in the north west')).not.toContain('Cumbria');
    expect(said('which south west councils were ever rated inadequate')).not.toContain(
      'Bournemouth Borough',
    );
  });

  it('lie in statistical regions, unless Ofsted’s joint one is named', () => {
    expect(ask('ratings in the north east').headline).toContain('The 12 North East councils');
    expect(ask('ratings in yorkshire').headline).toContain('The 15 Yorkshire and the Humber');
    expect(ask('ratings in north east, yorkshire and the humber').headline).toContain(
      'The 27 North East, Yorkshire and the Humber councils',
    );
    const york = record.authorities.find(({ name }) => name === 'York');
    expect(york).toMatchObject({
      region: 'Yorkshire and the Humber',
      ofstedRegion: 'North East, Yorkshire and the Humber',
    });
  });

  it.each(['care leavers at bristol’s neighbours', 'care leavers in the neighbours of bristol'])(
    'have neighbours, whose reports are not asked for its name (%s)',
    (question) => {
      const { headline, authority } = ask(question);
      expect(headline).toContain('statistical neighbours of Bristol');
      expect(headline).not.toMatch(/of Bristol together|Bristol.*Bristol/);
      expect(authority).toBeNull();
    },
  );

  it('have statistical neighbours, ten each', () => {
    const { headline, notes } = ask('how does bristol compare with its neighbours');
    expect(headline).toMatch(/^Bristol: .*10 statistical neighbours: /);
    expect(notes.join(' ')).toContain('Department for Education');
    const existing = record.authorities.filter(({ ended }) => !ended);
    expect(existing.map(({ neighbours }) => neighbours?.length)).toEqual(Array(153).fill(10));
  });
});

describe('The text of a report', () => {
  const imported = (changes: { sha256: string }) => {
    const row = record.documents.find(({ source }) => source.id === '80441-ilacs-2023-01-16');
    if (!row) throw new Error('no row of Bristol');
    const visit = row.visits[0]?.id ?? '';
    return assembleRecord(record.authorities, record.themes, [
      ...record.documents,
      {
        ...row,
        source: { ...row.source, ...changes, holds: 'passages' as const, published: null },
        passages: [passage({ visit, quote: 'Care leavers in Bristol are well supported.' })],
      },
    ]);
  };

  it.each([
    ['that the row was read from', '80441-ilacs-2023-01-16'],
    ['that Ofsted published anew', null],
  ])('takes the place of its row: the one %s', (_which, id) => {
    const row = record.documents.find(({ source }) => source.id === id);
    const withText = imported({ sha256: row?.source.sha256 ?? sha256('another') });
    const answers = createAnswerContext(withText);
    const own = withText.documents.filter(({ urn }) => urn === '80441');
    const text = own.find(({ source }) => source.holds === 'passages');
    expect(text?.source.published).toMatchObject({ date: '2023-03-10', basis: 'statistics' });
    expect(own.filter(({ source }) => source.id === '80441-ilacs-2023-01-16')).toHaveLength(1);
    const { headline, citations } = answerQuestion('bristol care leavers', answers);
    expect(headline).toContain('Bristol, care leavers: good');
    expect(citations[0]?.quote).toBe('Care leavers in Bristol are well supported.');
  });
});
