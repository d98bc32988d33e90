import { type AnswerContext, createAnswerContext } from '../../src/answer/index.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import type { JudgementGrade } from '../../src/domain/judgement.js';
import { assembleRecord } from '../../src/domain/record.js';
import { type CouncilKey, reportOf } from './councils.js';
import { sha256 } from './record.js';
import { loadTameside } from './tameside.js';

/** The day on which the questions of these tests are asked. */
export const TODAY = '2026-11-20';

/**
 * Answers from the shipped record of Tameside and, beside it, from reports of other councils that
 * were never written. What is said of Tameside can be checked; the others make “which councils” a
 * question.
 */
export async function contextOfManyCouncils(): Promise<AnswerContext> {
  const { authorities, themes, documents } = await loadTameside();
  const urnOf = (name: string) => authorities.find((each) => each.name === name)?.urn ?? name;
  const more = MORE.map(([name, start, overall]) => inspectedAt(urnOf(name), start, overall));
  const record = assembleRecord(authorities, themes, [...documents, ...OTHERS, ...more]);
  return createAnswerContext(record, null, () => TODAY);
}

const led = (
  leadInspector: string,
  council: CouncilKey,
  start: string,
  inspected: Parameters<typeof reportOf>[2],
): RecordedDocument => {
  const report = reportOf(council, start, inspected);
  return { ...report, visits: report.visits.map((visit) => ({ ...visit, leadInspector })) };
};

/** Councils with one inspection each: names that are words, and names that are misspelt. */
const MORE: [name: string, start: string, overall: JudgementGrade][] = [
  ['Bury', '2021-10-25', 'inadequate'],
  ['Reading', '2019-09-16', 'requires improvement to be good'],
  ['Bath and North East Somerset', '2022-03-07', 'good'],
  ['Barking and Dagenham', '2023-07-10', 'requires improvement to be good'],
  ['Bradford', '2022-11-21', 'inadequate'],
  ['St Helens', '2023-07-10', 'good'],
  ['Isle of Wight', '2023-10-30', 'good'],
  ['Rotherham', '2022-06-27', 'good'],
  ['Surrey', '2022-01-17', 'requires improvement to be good'],
  ['Cumberland', '2024-10-07', 'good'],
  ['Staffordshire', '2023-11-06', 'requires improvement to be good'],
  ['Derbyshire', '2023-11-06', 'good'],
];

function inspectedAt(urn: string, start: string, overall: JudgementGrade): RecordedDocument {
  const report = reportOf('devon', start, { grades: { overall } });
  const id = `${urn}-${start}`;
  return {
    ...report,
    urn,
    source: { ...report.source, id, sha256: sha256(id) },
    visits: report.visits.map((visit) => ({ ...visit, id, urn })),
    judgements: report.judgements.map((each) => ({ ...each, visit: id })),
  };
}

const OTHERS: RecordedDocument[] = [
  led('Neil Penswick', 'oldham', '2019-01-21', {
    grades: { overall: 'inadequate', impact_of_leaders: 'inadequate' },
    says: [
      ['Care leavers are placed in bed and breakfast.', 'care-leavers'],
      ['Children wait too long for help with their emotional health.', 'emotional-health'],
    ],
  }),
  led('Steve Lowe', 'oldham', '2024-05-13', {
    grades: {
      overall: 'good',
      impact_of_leaders: 'good',
      help_and_protection: 'good',
      in_care: 'good',
      care_leavers: 'inadequate',
    },
    says: [['Agency staff are few, and caseloads are manageable.', 'agency-staff', 'caseloads']],
  }),
  led('Margaret Burke', 'rochdale', '2022-01-24', {
    grades: { overall: 'inadequate', impact_of_leaders: 'good' },
    says: [['Too many social workers leave within a year.', 'workforce']],
  }),
  led('Tracey Metcalfe', 'leeds', '2015-02-23', {
    kind: 'SIF',
    grades: { overall: 'good', leadership: 'outstanding', adoption: 'good' },
  }),
  led('Neil Penswick', 'leeds', '2023-02-20', {
    grades: {
      overall: 'outstanding',
      impact_of_leaders: 'outstanding',
      help_and_protection: 'outstanding',
      in_care_and_care_leavers: 'outstanding',
    },
  }),
  led('Brenda McLaughlin', 'hackney', '2022-06-06', { grades: { overall: 'inadequate' } }),
  led('Lisa Summers', 'sunderland', '2021-06-07', {
    grades: { overall: 'requires improvement to be good' },
  }),
  led('Lisa Summers', 'devon', '2020-01-20', { grades: { overall: 'inadequate' } }),
  led('Neil Penswick', 'devon', '2025-03-10', {
    grades: { overall: 'requires improvement to be good' },
  }),
];
