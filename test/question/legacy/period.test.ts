import { describe, expect, it } from '@jest/globals';
import { words } from '../../../src/language/index.js';
import { readVisitFilter } from '../../../src/question/legacy/period.js';

const read = (question: string) => readVisitFilter(words(question));

describe('A question’s visit', () => {
  it.each([
    ['what did ofsted find in 2018', '2018-01', '2018-12', 'in 2018'],
    ['agency staff august 2018', '2018-08', '2018-08', 'in August 2018'],
    ['pathway plans since 2017', '2017-01', '2099-12', 'since 2017'],
    ['caseloads before 2019', '2000-01', '2018-12', 'before 2019'],
    ['neglect between 2016 and 2021', '2016-01', '2021-12', 'from 2016 to 2021'],
    ['from 2016 to 2021 care leavers', '2016-01', '2021-12', 'from 2016 to 2021'],
  ])('“%s” means %s to %s', (question, from, to, label) => {
    expect(read(question).period).toEqual({ from, to, label });
  });

  it.each([
    ['the 2021 focused visit', 'focused visit', null],
    ['what did the third monitoring visit say', 'monitoring visit', 3],
    ['3rd monitoring visit', 'monitoring visit', 3],
    ['the 2019 inspection', 'inspection', null],
  ])('“%s” names its kind', (question, kinds, ordinal) => {
    expect(read(question)).toMatchObject({ kinds, ordinal });
  });

  it('is any visit where nothing is said of one', () => {
    expect(read('what about 28 cases and 41 per cent agency staff')).toMatchObject({
      period: null,
      kinds: null,
      ordinal: null,
    });
  });
});
