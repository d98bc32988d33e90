import { describe, expect, it } from '@jest/globals';
import { createInspectorAnnotator } from '../../src/question/annotators/inspector.js';
import { spansIn } from '../support/reading.js';

const annotator = createInspectorAnnotator({
  names: [
    'Neil Penswick',
    'Andy Waugh',
    'Andrew Waugh',
    'Paula Thomson-Jones',
    'Máire Atherton',
    'Rebecca Quested',
    'Rebecca Quested and Matthew Reed',
  ],
});
const read = (question: string): string[] =>
  spansIn(question, annotator).flatMap((span) => (span.kind === 'inspector' ? [span.value] : []));

describe('The lead inspector', () => {
  it.each([
    'who was the lead inspector in 2019',
    'which lead inspector has done the most inspections',
    'lead inspectors',
    'who inspected tameside in 2019',
    'who led the 2019 inspection',
    'who wrote the 2021 letter',
    'who signed it',
    'who carried out the last inspection',
    'who was tameside inspected by',
    'name of the inspector',
  ])('is asked for by “%s”', (question) => {
    expect(read(question)).toEqual(['asked']);
  });

  it.each([
    ['who is Andy Waugh', 'Andy Waugh'],
    ['which councils did Neil Penswick inspect', 'Neil Penswick'],
    ['lead inspector neil penswick', 'Neil Penswick'],
    ['inspector penswick', 'Neil Penswick'],
    ['councils inspected by penswick', 'Neil Penswick'],
    ['led by Paula Thomson-Jones', 'Paula Thomson-Jones'],
    ['led by thomson-jones', 'Paula Thomson-Jones'],
    ['neil penswick’s reports', 'Neil Penswick'],
    ['neil penswicks reports', 'Neil Penswick'],
    ['maire atherton', 'Máire Atherton'],
    ['matthew reed', 'Rebecca Quested and Matthew Reed'],
    ['rebecca quested', 'Rebecca Quested'],
  ])('is named by “%s”', (question, name) => {
    expect(read(question)).toEqual([name]);
  });

  it.each([
    'penswick',
    'waugh andy',
    'inspector waugh',
    'inspected by ofsted',
    'what do inspectors say about caseloads',
    'who led the improvement board',
    'led by managers',
    'who signed off plans',
    'social worker led assessments',
  ])('is neither asked for nor named by “%s”', (question) => {
    expect(read(question)).toEqual([]);
  });
});
