import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerContext } from '../../../src/answer/index.js';
import { createAnswerContext } from '../../../src/answer/index.js';
import { loadRecord } from '../../../src/corpus/load.js';
import { readAlertRequest } from '../../../src/digest/index.js';

let context: AnswerContext;
beforeAll(async () => {
  context = createAnswerContext(await loadRecord({ dataDir: 'data' }));
});

const read = (text: string) => {
  const kent = context.record.authorities.find(({ name }) => name === 'Kent') ?? null;
  const asked = readAlertRequest(text, context, kent);
  return asked && [asked.forWhom, asked.words, asked.places.map(({ name }) => name)];
};

describe('What asks for an alert', () => {
  it.each([
    ['tell me when a report says *unregistered*', ['me', ['unregistered'], []]],
    ['let us know if any new report mentions the word unlawful', ['us', ['unlawful'], []]],
    ['please can you let me know when a report says "edge of care"', ['me', ['edge of care'], []]],
    ['tell me when unregistered is mentioned', ['me', ['unregistered'], []]],
    ['alert unregistered', ['us', ['unregistered'], []]],
    [
      'alert unregistered, unlawful or illegal',
      ['us', ['unregistered', 'unlawful', 'illegal'], []],
    ],
    ['alert me about agency staff in Leeds', ['me', ['agency staff'], ['Leeds']]],
    ['notify us when a report on Leeds says unregistered', ['us', ['unregistered'], ['Leeds']]],
    ['alert me when kent is inspected', ['me', [], ['Kent']]],
    ['let me know when leeds or bradford get a new report', ['me', [], ['Leeds', 'Bradford']]],
    ['tell us about new reports in the north west', ['us', [], ['the North West']]],
    ['alert kent', ['us', [], ['Kent']]],
    ['alert the north west', ['us', [], ['the North West']]],
    ['tell me when there is a new report', ['me', [], []]],
    [
      'alert me when our neighbours are inspected',
      ['me', [], [`the statistical neighbours of Kent`]],
    ],
    ['let me know once leeds has been inspected', ['me', [], ['Leeds']]],
    ['alert me if kent’s grade changes', ['me', [], ['Kent']]],
    ['let us know whenever a focused visit to Leeds is published', ['us', [], ['Leeds']]],
    ['alert unregistered in leeds and kent', ['us', ['unregistered'], ['Leeds', 'Kent']]],
    [
      'alert agency staff in leeds, bradford or kent',
      ['us', ['agency staff'], ['Leeds', 'Bradford', 'Kent']],
    ],
    ['alert leeds and kent: unlawful', ['us', ['unlawful'], ['Leeds', 'Kent']]],
    ['alert bradford: leaders', ['us', ['leaders'], ['Bradford']]],
    ['alert inadequate', ['us', ['inadequate'], []]],
    ['alert all councils', ['us', [], []]],
    ['alert every local authority', ['us', [], []]],
    ['alert england', ['us', [], []]],
    ['alert unregistered anywhere', ['us', ['unregistered'], []]],
    ['alert unlawful in any council', ['us', ['unlawful'], []]],
    ['alert children in care', ['us', ['children in care'], []]],
    ['alert neighbours of leeds', ['us', [], [`the statistical neighbours of Leeds`]]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'tell me about care leavers in kent',
    'tell me when kent was last inspected',
    'tell me when kent was inspected',
    'tell us if leeds is inadequate',
    'when will kent be inspected next',
    'what did the new report on kent say',
    'which reports say unregistered',
    'tell me about the latest report on kent',
    'tell me about reports on leeds',
    'let me know when the next inspection of kent is due',
    'tell me when narnia is inspected',
    'tell me what inspectors said about unregistered homes',
  ])('is not: %s', (text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    ...['alert me when narnia is inspected', 'alert', 'alert the', 'alert "and"'],
    ...[
      'alert when kent is not good',
      'alert us if leeds becomes inadequate',
      'alert kent improves',
    ],
    ...['alert when bradford drops to inadequate', 'alert me once leeds stays good'],
    ...['alert kent or unregistered', 'alert unlawful or leeds', 'alert unregistered in narnia'],
    'alert what did inspectors say',
  ])('is told what to write: %s', (text) => {
    expect(() => read(text)).toThrow(/write|choose|say what|make two/i);
  });
});
