import { describe, expect, it } from '@jest/globals';
import { clarificationOf } from '../../src/domain/clarification.js';

const after = (before: string, quote: string) => clarificationOf(`${before} ${quote}`, quote);
const THEY = 'They are seen regularly.';

describe('Whom a quotation that opens with “They” is about', () => {
  it('is told from the subject of the sentence before', () => {
    expect(after('Most care leavers live in suitable homes.', THEY)).toBe('[care leavers]');
    expect(after('Social workers record visits well.', THEY)).toBe('[social workers]');
    expect(after('Senior leaders know the service.', THEY)).toBe('[senior leaders]');
  });

  it('is told over sentences that open so themselves', () => {
    const before = 'Disabled children have good plans. They are well supported.';
    expect(after(before, THEY)).toBe('[disabled children]');
  });

  it('is left open where it could be others', () => {
    expect(after('Most children are visited by social workers.', THEY)).toBeNull();
    expect(after('Senior leaders and elected members are ambitious.', THEY)).toBeNull();
    expect(after('Children’s assessments are thorough.', THEY)).toBeNull();
    expect(after('The Children in Care Council is lively.', THEY)).toBeNull();
    expect(after('Plans are clear.', THEY)).toBeNull();
  });

  it('is nothing of a quotation that opens otherwise, or its paragraph', () => {
    expect(after('Care leavers live in suitable homes.', 'Some are seen regularly.')).toBeNull();
    expect(clarificationOf(THEY, THEY)).toBeNull();
  });
});
