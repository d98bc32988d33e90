import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerQuestion, createAnswerContext, explainQuestion } from '../../src/answer/index.js';
import { answerJson } from '../../src/cli/answer-json.js';
import { assembleRecord } from '../../src/domain/record.js';
import { answerView } from '../../src/slack/views/answer.js';
import { type CouncilKey, REGISTER, reportOf } from '../support/councils.js';
import { THEMES } from '../support/record.js';

const HIGH = 'Caseloads are too high in the assessment teams.';
const LOW = 'Caseloads are manageable throughout the service.';
const LEAVERS = 'Care leavers are helped to find work.';

/** What else a report says, so that a subject is not in every passage. */
const OTHERWISE = [
  'Foster carers feel listened to.',
  'Referrals are read within a day.',
  'Assessments are analytical and up to date.',
  'The virtual school knows its pupils.',
  'Independent reviewing officers challenge drift.',
  'Partners share information at strategy meetings.',
  'Health assessments are late for some.',
  'Plans are written in plain words.',
  'Brothers and sisters live together where they can.',
  'Elected members visit frontline teams.',
];

const context = createAnswerContext(
  assembleRecord(REGISTER, THEMES.themes, [
    reportOf('oldham', '2024-05-13', {
      says: [
        [LOW, 'caseloads'],
        [LEAVERS, 'care-leavers'],
      ],
    }),
    reportOf('oldham', '2019-01-21', { says: [[HIGH, 'caseloads']] }),
    reportOf('rochdale', '2023-01-23', { says: [[HIGH, 'caseloads']] }),
    reportOf('leeds', '2022-02-21', {
      says: [
        ['Managers use data well to see what works.'],
        ...OTHERWISE.map((say): [string] => [say]),
      ],
    }),
    reportOf('hackney', '2016-07-04', { says: [[LOW, 'caseloads']] }),
  ]),
);
const ask = (question: string) => answerQuestion(question, context);

describe('A question that names no council', () => {
  const answer = ask('what did inspectors say about caseloads');

  it('is asked of all that the record covers, and says of how many it found something', () => {
    expect(answer).toMatchObject({ status: 'found', authority: null });
    expect(answer.headline).toContain('In at least 3 of the 4 newest reports held');
  });

  it('is answered from the newest full inspection of each, with visit and page', () => {
    expect(answer.sections.map((section) => section.heading)).toEqual([
      'Oldham: inspection, 13–17 May 2024',
      'Rochdale: inspection, 23–27 January 2023',
      'Hackney: inspection, 4–8 July 2016',
    ]);
    const [first] = answer.sections[0]?.points ?? [];
    expect(first?.citation).toMatchObject({
      quote: LOW,
      visit: { start: '2024-05-13' },
      place: { page: 3 },
    });
    expect(answer.citations.map(({ quote }) => quote)).toEqual([LOW, HIGH, LOW]);
  });

  it('is answered from all reports held where it asks how things went', () => {
    const { citations } = ask('have caseloads got better');
    expect(citations.map(({ urn, quote }) => [urn, quote])).toContainEqual(['80535', HIGH]);
  });

  it('gives every council counted in its table, with the sentence', () => {
    expect(answer.table?.rows.map((row) => [row[0], row[3]])).toEqual([
      ['Oldham', LOW],
      ['Rochdale', HIGH],
      ['Hackney', LOW],
    ]);
  });

  it('says how it was counted, and from which documents', () => {
    expect(answer.notes[0]).toMatch(/^How this was counted: .*newest full inspection/);
    expect(answer.closing.join(' ')).toContain(
      'From 5 documents on visits of July 2016 to May 2024',
    );
  });

  it('leads on to the same question of one council', () => {
    expect(answer.choices[1]).toEqual({
      label: 'Only Rochdale',
      question: 'Rochdale: caseloads',
    });
    const one = ask(answer.choices[1]?.question ?? '');
    expect(one).toMatchObject({ status: 'found', authority: { name: 'Rochdale' } });
  });

  it('gives its citations, each with the council’s URN, as JSON', () => {
    const { citations, authority } = answerJson('caseloads', answer);
    expect(authority).toBeNull();
    expect(citations.map(({ urn }) => urn)).toEqual(['80535', '80542', '80496']);
  });

  it('and a region is asked of the region’s councils alone', () => {
    const { headline, choices } = ask('caseloads in the north west');
    expect(headline).toContain('In all of the 2 newest reports held of North West councils');
    expect(choices[0]).toEqual({ label: 'Only Oldham', question: 'Oldham: caseloads' });
  });

  it('and a metropolitan county is asked of its councils, never of the council that bears its name', () => {
    const register = [
      ...REGISTER,
      ...['Manchester', 'West Berkshire'].map((name, i) => ({
        urn: `8000${i}`,
        name,
        aliases: [],
        region: 'Elsewhere',
        type: 'Council',
      })),
    ];
    const of = createAnswerContext(
      assembleRecord(register, THEMES.themes, [
        reportOf('oldham', '2024-05-13', { says: [[LOW, 'caseloads']] }),
        reportOf('rochdale', '2023-01-23', { says: [[HIGH, 'caseloads']] }),
        reportOf('leeds', '2022-02-21', { says: [[HIGH, 'caseloads']] }),
      ]),
    );
    expect(answerQuestion('Greater Manchester caseloads', of).headline).toContain(
      'all of the 2 newest reports held of Greater Manchester councils',
    );
    expect(answerQuestion('caseloads in West Yorkshire', of).headline).toContain(
      'the one newest report held of West Yorkshire councils',
    );
    expect(answerQuestion('caseloads in Merseyside', of).status).toBe('not_covered');
  });

  it('and a region that the record lacks is told so', () => {
    const answer = ask('caseloads in the south west');
    expect(answer).toMatchObject({ status: 'not_covered', citations: [] });
    expect(answer.headline).toContain('no council of the region South West');
  });

  it('counts only visits of the year it names', () => {
    const { headline, notes } = ask('caseloads in 2019');
    expect(headline).toContain('In the one report held in 2019');
    expect(notes).toContain('1 of these councils has a visit in 2019 in this record.');
  });

  it('says where a visit counts by when its report came out', () => {
    const late = createAnswerContext(
      assembleRecord(REGISTER, THEMES.themes, [
        reportOf('oldham', '2018-11-19', { says: [[HIGH, 'caseloads']] }),
        reportOf('leeds', '2024-05-13', { says: [[LOW, 'caseloads']] }),
      ]),
    );
    const { headline, notes } = answerQuestion('caseloads in 2019', late);
    expect(headline).toContain('at visits made or reported in 2019');
    expect(notes).toContain(
      '1 of these councils has a visit made or reported in 2019 in this record.',
    );
  });

  it('counts neither what is said of a safeguarding board nor what a council says of itself', () => {
    const report = reportOf('devon', '2023-03-06', { says: [[HIGH, 'caseloads']] });
    const beside = (kind: 'context' | 'statement') => ({
      ...report,
      passages: report.passages.map((p) => ({ ...p, kind })),
    });
    const oldham = reportOf('oldham', '2024-05-13', { says: [[LOW, 'caseloads']] });
    for (const kind of ['context', 'statement'] as const) {
      const both = createAnswerContext(
        assembleRecord(REGISTER, THEMES.themes, [oldham, beside(kind)]),
      );
      expect(answerQuestion('caseloads', both).headline).toContain(
        'In at least 1 of the 2 newest reports held',
      );
    }
  });

  it('explains of how many councils it is asked', () => {
    expect(explainQuestion('caseloads in the north west', context)).toContain(
      'searched 2 councils for:',
    );
    expect(explainQuestion('oldham caseloads', context)).toContain('searched one council for:');
  });

  it('after a figure gets what has one, or is told that nothing has', () => {
    expect(ask('average caseload').notes[0]).toBe(
      'No figure for this was found; what the record says of the subject is below.',
    );
  });

  it('and asks for a trend gets no verdict', () => {
    expect(ask('have caseloads got better').notes.join(' ')).toContain('no verdict');
  });
});

describe('Which councils', () => {
  it('the record covers is told with the visits it holds', () => {
    const { headline, table } = ask('which councils are in this record');
    expect(headline).toBe('This record covers 4 councils.');
    expect(table?.rows).toContainEqual(['Oldham', '2', 'inspection, 13–17 May 2024']);
  });

  it('were inspected at all is told inspection by inspection', () => {
    expect(
      ask('which councils were inspected').table?.rows.map(([council, visit]) => [council, visit]),
    ).toEqual([
      ['Oldham', 'inspection, 13–17 May 2024'],
      ['Rochdale', 'inspection, 23–27 January 2023'],
      ['Leeds', 'inspection, 21–25 February 2022'],
      ['Oldham', 'inspection, 21–25 January 2019'],
      ['Hackney', 'inspection, 4–8 July 2016'],
    ]);
  });

  it('were visited at a time is told with visit and document', () => {
    const { headline, table } = ask('which councils were inspected in 2023');
    expect(headline).toContain('1 of 4 councils in this record has full inspections in 2023');
    expect(headline).toContain('Rochdale (January 2023)');
    expect(table?.rows).toEqual([
      ['Rochdale', 'inspection, 23–27 January 2023', 'not given', 'Ofsted report, 24 March 2023'],
    ]);
    expect(ask('which councils had a focused visit in 2023').headline).toContain(
      'None of the 4 councils in this record is known to have had focused visits in 2023',
    );
  });

  it('a lead inspector led at is told by the name', () => {
    const led = reportOf('devon', '2023-03-06', {});
    const { headline } = answerQuestion(
      'which councils did Firstname Lastname inspect',
      createAnswerContext(
        assembleRecord(REGISTER, THEMES.themes, [
          {
            ...led,
            visits: led.visits.map((visit) => ({ ...visit, leadInspector: 'Firstname Lastname' })),
          },
          reportOf('oldham', '2024-05-13', { says: [[LOW, 'caseloads']] }),
        ]),
      ),
    );
    expect(headline).toContain('1 of 2 councils in this record');
    expect(headline).toContain('led by Firstname Lastname');
    expect(headline).toContain('Devon (March 2023)');
  });
});

describe('Words that lead to a theme wider than they are', () => {
  const GANGS = 'Gangs exploit children, and multi-agency partners disrupt them.';
  const LINES = 'County lines are mapped with the police.';
  const EXPLOITATION = {
    id: 'criminal-exploitation',
    name: 'Criminal exploitation',
    terms: ['gangs', 'county lines'],
    layWords: [],
    hints: [],
    not: [],
  };
  const exploited = (second: string) =>
    createAnswerContext(
      assembleRecord(
        REGISTER,
        [...THEMES.themes, EXPLOITATION],
        [
          reportOf('oldham', '2024-05-13', { says: [[GANGS, 'criminal-exploitation']] }),
          reportOf('rochdale', '2019-01-21', { says: [[second, 'criminal-exploitation']] }),
          reportOf('leeds', '2022-02-21', { says: OTHERWISE.map((say): [string] => [say]) }),
        ],
      ),
    );

  it('are said to be in no report, before the nearest theme is counted', () => {
    const { headline, status, citations, nearest } = answerQuestion(
      'county lines',
      exploited(GANGS),
    );
    expect({ status, citations }).toEqual({ status: 'nothing_found', citations: [] });
    expect(nearest.map(({ quote }) => quote)).toContain(GANGS);
    expect(headline).toBe(
      'None of the 3 newest reports held says “county lines”; nearest: criminal exploitation, in 2.',
    );
  });

  it('are counted and quoted where reports use them, and not the wider theme', () => {
    const { headline, citations } = answerQuestion('county lines', exploited(LINES));
    expect(headline).toContain('In at least 1 of the 3 newest reports held');
    expect(citations.map(({ quote }) => quote)).toEqual([LINES]);
  });

  it('are told apart from words that only findings of another time use', () => {
    const { headline } = answerQuestion('county lines in 2024', exploited(LINES));
    expect(headline).toMatch(/^Nothing in the one report held in 2024 says “county lines”/);
  });
});

describe('Where nothing answers', () => {
  it('that is said of all councils, with the documents looked through', () => {
    const answer = ask('what about volcanoes and glaciers');
    expect(answer).toMatchObject({ status: 'nothing_found', reason: 'no_match', citations: [] });
    expect(answer.headline).toBe(
      'None of the 4 councils in this record has findings that answer this.',
    );
    expect(answer.notes[0]).toContain('Looked through 5 documents on visits of July 2016');
  });

  it('a theme that no report of the time treats is told as such, and that other times do', () => {
    const answer = ask('care leavers in 2016');
    expect(answer).toMatchObject({ status: 'nothing_found', reason: 'report_silent' });
    expect(answer.notes.join(' ')).toContain('ask again without the date');
  });

  it.each([
    'school ratings',
    'council tax',
    'how much do social workers earn',
    'who is the director',
  ])('%s is no subject of these reports, however many councils there are', (question) => {
    expect(ask(question)).toMatchObject({
      status: 'nothing_found',
      reason: 'not_a_subject',
      citations: [],
    });
  });

  it('what comes near at one council is no answer, and is offered as a question to that one', () => {
    const answer = ask('managers data budgets horses');
    expect(answer).toMatchObject({ status: 'nothing_found', citations: [] });
    expect(answer.choices).toEqual([
      { label: 'Only Leeds', question: 'Leeds: managers data budgets horses' },
    ]);
  });

  it('a theme among words that nothing has is offered by itself', () => {
    const answer = ask('caseloads of volcano guides');
    expect(answer.status).toBe('nothing_found');
    expect(answer.choices[0]).toEqual({ label: 'All councils: caseloads', question: 'caseloads' });
  });

  it('a name that no register has is not answered with other councils', () => {
    const answer = ask('borsetshire caseloads in 2019');
    expect(answer).toMatchObject({ status: 'nothing_found', citations: [] });
    expect(answer.headline).toContain('no council of the register');
    expect(answer.choices.map((choice) => choice.question)).toEqual(['caseloads in 2019']);
  });

  it('a word that is not known, which may be somebody’s name, is nowhere in the reply', () => {
    const { text, blocks } = answerView(ask('zebedee caseloads'), { page: 0, mode: 'offer' });
    expect(text + JSON.stringify(blocks)).not.toContain('zebedee');
  });
});

describe('What only one council can be asked', () => {
  it.each([
    'latest',
    'timeline',
    'sources',
    'what needs to improve',
    'who was the lead inspector',
    'is it inadequate',
  ])('(%s) is offered for each to choose', (question) => {
    const { status, choices, citations } = ask(question);
    expect(status).toBe('ambiguous');
    expect(citations).toEqual([]);
    expect(choices.map((choice) => choice.label)).toEqual([
      'Hackney',
      'Leeds',
      'Oldham',
      'Rochdale',
    ]);
  });
});

describe('Many councils', () => {
  const many = createAnswerContext(
    assembleRecord(
      Array.from({ length: 14 }, (_, i) => ({
        urn: String(90001 + i),
        name: `Council ${String.fromCharCode(65 + i)}`,
        aliases: [],
        region: 'London',
        type: 'Council',
      })),
      THEMES.themes,
      Array.from({ length: 14 }, (_, i) => {
        const report = reportOf('oldham', `20${10 + i}-03-01`, { says: [[HIGH, 'caseloads']] });
        const urn = String(90001 + i);
        return {
          ...report,
          urn,
          source: { ...report.source, id: `report-${urn}` },
          visits: report.visits.map((v) => ({ ...v, urn, id: `${urn}-ilacs` })),
          passages: report.passages.map((p) => ({ ...p, visit: `${urn}-ilacs` })),
        };
      }),
    ),
  );

  it('are quoted as far as a reader reads, and the others in the table', () => {
    const { headline, sections, table } = answerQuestion('caseloads', many);
    expect(headline).toContain('In all of the 14 newest reports held');
    expect(sections).toHaveLength(8);
    expect(sections[0]?.heading).toMatch(/^Council N/);
    expect(table?.rows).toHaveLength(14);
  });
});

it('a record of one council answers of that council', () => {
  const only: CouncilKey = 'oldham';
  const single = createAnswerContext(
    assembleRecord(REGISTER, THEMES.themes, [
      reportOf(only, '2024-05-13', { says: [[LOW, 'caseloads']] }),
    ]),
  );
  const answer = answerQuestion('caseloads', single);
  expect(answer).toMatchObject({ kind: 'theme', authority: { name: 'Oldham' } });
});

it('whatever is asked of many councils, only the record is quoted and each council is one it covers', () => {
  const WORDS =
    'which councils who worst best are is good inadequate outstanding ever never not in 2016 since 2020 caseloads care leavers north west london average have got better for leadership adoption volcano borsetshire kids ? , “'.split(
      ' ',
    );
  const covered = new Set(context.covered.map(({ urn }) => urn));
  const question = fc.oneof(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  );
  fc.assert(
    fc.property(question, (text) => {
      const { citations, status, headline } = ask(text);
      expect(headline).not.toBe('');
      if (status === 'nothing_found') expect(citations).toEqual([]);
      for (const { urn, quote, passage } of citations) {
        expect(covered.has(urn)).toBe(true);
        expect(passage).toContain(quote);
      }
    }),
    { numRuns: 500 },
  );
});
