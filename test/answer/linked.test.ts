import { describe, expect, it } from '@jest/globals';
import { createAnswerContext, linkedReport } from '../../src/answer/index.js';
import { reportLink } from '../../src/domain/links.js';
import { assembleRecord } from '../../src/domain/record.js';
import { COUNCILS, REGISTER, reportOf } from '../support/councils.js';

const FILE = 'https://files.ofsted.gov.uk/v1/file';
const at = (url: string | null, report: ReturnType<typeof reportOf>) => ({
  ...report,
  source: { ...report.source, url },
});
const older = reportOf('oldham', '2019-05-13', {
  grades: { overall: 'good' },
  says: [['Leaders had made timely decisions for most children.']],
});
const newer = reportOf('oldham', '2023-06-12', {
  grades: { overall: 'inadequate', care_leavers: 'good' },
  says: [['Social workers carried caseloads that were too high for far too long.']],
});
const focused = reportOf('oldham', '2024-02-06', {
  kind: 'focused visit',
  says: [['Care leavers were well supported by their advisers.']],
});
const facts = { ...reportOf('leeds', '2022-03-07', { grades: { overall: 'outstanding' } }) };
const factsOnly = { ...facts, source: { ...facts.source, holds: 'facts' as const } };

const context = createAnswerContext(
  assembleRecord(
    REGISTER,
    [],
    [
      at(`${FILE}/50000001`, older),
      at(`${FILE}/50000002`, newer),
      at(`${FILE}/50000003`, focused),
      at(`${FILE}/50000004`, factsOnly),
      at(`${FILE}/50000005`, reportOf('devon', '2020-01-06', { grades: { overall: 'good' } })),
      at(`${FILE}/50000005`, reportOf('hackney', '2020-01-06', { grades: { overall: 'good' } })),
    ],
  ),
);
const linked = (url: string) => linkedReport(url, context);
const page = (council: keyof typeof COUNCILS) =>
  `https://reports.ofsted.gov.uk/provider/44/${COUNCILS[council].urn}`;

describe('A link to a document', () => {
  it('tells of that document, not of a newer one', () => {
    const report = linked(`${FILE}/50000001`);
    expect(report?.title).toContain('13–17 May 2019');
    expect(report?.grades).toEqual([{ area: 'Overall effectiveness', grade: 'good' }]);
    expect(report?.points.map(({ quote }) => quote)).toEqual([
      'Leaders had made timely decisions for most children.',
    ]);
  });

  it.each([
    'http://files.ofsted.gov.uk/v1/file/50000001/',
    'https://files.api.ofsted.gov.uk/v1/file/50000001#page=3',
    'https://FILES.ofsted.gov.uk/v1/file/50000001?download=1',
  ])('is the same as %s', (url) => {
    expect(linked(url)).toEqual(linked(`${FILE}/50000001`));
  });

  it('of a visit without grades says that it gives none', () => {
    const report = linked(`${FILE}/50000003`);
    expect(report?.grades).toEqual([]);
    expect(report?.notes.join(' ')).toContain('gives no grades');
    expect(report?.points).toHaveLength(1);
  });

  it('of which only facts are held has these, and says so', () => {
    const report = linked(`${FILE}/50000004`);
    expect(report?.grades).toEqual([{ area: 'Overall effectiveness', grade: 'outstanding' }]);
    expect(report?.points).toEqual([]);
    expect(report?.notes.join(' ')).toContain('text is not in it');
  });

  it('that is not held, or that two documents have, tells nothing', () => {
    expect(linked(`${FILE}/50000009`)).toBeNull();
    expect(linked(`${FILE}/50000005`)).toBeNull();
  });
});

describe('A link to a council’s page', () => {
  it('tells of the newest full inspection held, and names what came later', () => {
    const report = linked(page('oldham'));
    expect(report?.title).toContain('12–16 June 2023');
    expect(report?.grades).toEqual([
      { area: 'Overall effectiveness', grade: 'inadequate' },
      { area: expect.stringContaining('are leavers'), grade: 'good' },
    ]);
    expect(report?.notes.join(' ')).toMatch(/[Ll]ater.*focused visit/);
  });

  it('of which no inspection is held tells nothing', () => {
    expect(linked(page('sunderland'))).toBeNull();
  });
});

describe('An address', () => {
  it.each([
    'https://reports.ofsted.gov.uk/',
    'https://reports.ofsted.gov.uk/provider/44/80535/extra',
    'https://reports.ofsted.gov.uk/provider/23/80535',
    'https://user@files.ofsted.gov.uk/v1/file/50000001',
    'https://files.ofsted.gov.uk.example.org/v1/file/50000001',
    'ftp://files.ofsted.gov.uk/v1/file/50000001',
    'files.ofsted.gov.uk/v1/file/50000001',
    '',
  ])('(%s) of another kind is none of a report', (url) => {
    expect(reportLink(url)).toBeNull();
  });
});
