import { describe, expect, it } from '@jest/globals';
import { visitAnnotators } from '../../src/question/annotators/visits.js';
import { spansIn } from '../support/reading.js';

/** Each visit as "kind", "kind 3" or "any"; each framework by its name. */
const read = (question: string): string[] =>
  visitAnnotators
    .flatMap((annotator) => spansIn(question, annotator))
    .flatMap(({ kind, value }) => {
      if (kind === 'framework') return [value];
      if (kind !== 'visit') return [];
      return [[value.kind ?? 'any', value.ordinal].filter((part) => part !== null).join(' ')];
    });

describe('A visit that a question names', () => {
  it.each([
    ['the 2021 focused visit', 'focused visit'],
    ['which councils had a focussed visit in 2023', 'focused visit'],
    ['focused visits', 'focused visit'],
    ['number of monitoring visits bradford had since 2018', 'monitoring visit'],
    ['monitoring letter', 'monitoring visit'],
    ['2 monitoring visits', 'monitoring visit'],
    ['what did the third monitoring visit say', 'monitoring visit 3'],
    ['3rd monitoring visit', 'monitoring visit 3'],
    ['monitoring visit 3', 'monitoring visit 3'],
    ['first monitoring inspection', 'monitoring visit 1'],
    ['1st ofsted monitoring visit', 'monitoring visit 1'],
    ['the 2019 inspection', 'inspection'],
    ['2019 ofsted inspection', 'inspection'],
    ['full inspection', 'inspection'],
    ['short inspection of leeds', 'inspection'],
    ['standard inspections', 'inspection'],
    ['re-inspection', 're-inspection'],
    ['reinspected in 2018', 're-inspection'],
  ])('“%s” is told with its kind and number: %s', (question, expected) => {
    expect(read(question)).toEqual([expected]);
  });

  it.each([
    'inspections between march and june 2024',
    'which councils were inspected last month',
    'when was thurrock last inspected',
    'average time between inspections',
    'show me the latest reports published',
    'which lead inspector has done the most inspections',
    'link to the sefton report',
    'the letter from june 2021',
    'when did ofsted last visit',
  ])('“%s” is of any kind', (question) => {
    expect(read(question)).toEqual(['any']);
  });

  it.each([
    ['sif', ['SIF']],
    ['single inspection framework', ['SIF']],
    ['rated under ilacs', ['ILACS']],
  ])('“%s” names a framework', (question, expected) => {
    expect(read(question)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['ilacs inspection', ['inspection', 'ILACS']],
    ['the SIF inspections of 2016', ['inspection', 'SIF']],
  ])('“%s” names both', (question, expected) => {
    expect(read(question)).toEqual(expected);
  });

  it.each([
    'home visits are not regular',
    'statutory visits',
    'visits to children are late',
    'children are visited promptly',
    'how often do social workers visit children',
    'how often are children visited',
    'children report feeling safe',
    'the annual report of the reviewing officers',
    'later life letters',
    'letter before proceedings',
    'school inspections',
  ])('“%s” names none of Ofsted’s', (question) => {
    expect(read(question)).toEqual([]);
  });
});
