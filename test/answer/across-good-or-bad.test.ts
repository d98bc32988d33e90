import { describe, expect, it } from '@jest/globals';
import { answering } from '../support/across.js';

describe('Across councils whether something is good or bad', () => {
  const good = 'Supervision is strong and effective.';
  const plain = 'The quality of supervision has improved.';
  const weak = 'Supervision is weak.';
  const held = 'Supervision takes place in teams.';

  it.each([
    'how good is supervision',
    'is supervision good or bad across councils',
    'is supervision any good',
    'where is supervision working',
  ])('is told by both counts, which lead: “%s”', (question) => {
    const { headline, table } = answering('supervision', good, plain, weak, held)(question);
    expect(headline).toMatch(/^Of .*\b2 write with praise .*\b1 critically; 4 write/);
    expect(table?.rows).toHaveLength(4);
  });

  it('is not asked by one of them', () => {
    const ask = answering('supervision', good, weak);
    expect(ask('which councils are good at supervision').quotes).toEqual([good]);
    expect(ask('where is supervision bad').quotes).toEqual([weak]);
  });

  it('is not borrowed from what stands beside it in the sentence', () => {
    const other = 'Supervision takes place monthly, although assessments are strong.';
    const { headline } = answering('supervision', weak, other)('how good is supervision');
    expect(headline).toContain('0 write with praise');
  });
});

describe('Across councils two things joined by “or”', () => {
  it('are both named, and the one that nothing is on is told', () => {
    const dental = 'Dental checks are too often delayed.';
    const ask = answering('health-assessments', dental, 'Health assessments are good.');
    const { headline, quotes } = ask('where are dental checks or immunisations late');
    expect(quotes).toEqual([dental]);
    expect(headline).toContain('none of it on immunisations');
  });

  it('are named as they were asked for, and not by the theme of one of them', () => {
    const part = 'Too many children are on part-time timetables, which is a weakness.';
    const exclusion = 'School exclusions are too high.';
    const { headline, table } = answering(
      'education-attainment',
      part,
      exclusion,
    )('where do inspectors criticise school exclusions or part-time timetables');
    expect(table?.rows).toHaveLength(2);
    expect(headline).toContain('“school exclusions” or “part-time timetables”');
  });
});
