import { describe, expect, it } from '@jest/globals';
import type { Passage } from '../../src/domain/passage.js';
import { markedSentences, toneOfMarked, withQuote } from '../../src/domain/passage-tones.js';
import { toneOf } from '../../src/domain/tone.js';
import { passage } from '../support/record.js';

const toneIn = (sentence: string) => toneOf(sentence).tone;

describe('The tone of a sentence', () => {
  it.each([
    'Assessments are thorough and plans are clear.',
    'Children are seen alone and their views are well considered.',
    'Managers’ oversight is robust, and there is no delay in allocating work.',
    'Services have significantly improved since the last inspection.',
    'Where risks increase, social workers take swift action.',
    'Carers describe not only prompt answers but workers who go above and beyond.',
    'Safety plans are meticulous, so that families are clear about what actions are needed.',
  ])('is praise where it is clear: %s', (sentence) => {
    expect(toneIn(sentence)).toBe('praise');
  });

  it.each([
    'Too many children wait too long for an assessment.',
    'Plans are not consistently clear or timely.',
    'However, supervision is weak.',
    'There is a lack of timely and effective support.',
    'Work remains to plan a range of suitable accommodation.',
    'Several records fail to show that parents’ views are considered.',
    'Weak data has prevented managers from having an accurate view of practice.',
    'Families are unable to build trusting relationships with their workers.',
    'Most plans fail to consider the wishes of children.',
    'Long waiting times are not mitigated by the duty team.',
  ])('is criticism where it is clear: %s', (sentence) => {
    expect(toneIn(sentence)).toBe('criticism');
  });

  it.each([
    'Although plans are thorough, they are not always reviewed.',
    'Strategy meetings are well attended, but records are poor.',
  ])('is mixed where a contrast stands between both: %s', (sentence) => {
    expect(toneIn(sentence)).toBe('mixed');
  });

  it.each([
    ['nothing is judged', 'The panel meets on the first Monday of the month.'],
    ['it is only aimed at', 'The strategy aims to secure good, timely support for children.'],
    ['it is only planned', 'A comprehensive training programme is planned to start in May.'],
    ['it holds for some only', 'Some assessments are thorough.'],
    ['it holds for the better ones only', 'In the best examples, plans are thorough and timely.'],
    [
      'it is what others are to get',
      'Managers took part to gain a good understanding of practice.',
    ],
    ['only its name is praise', 'The learning culture of the service is evolving.'],
    ['it is negated in passing', 'Children do not move unnecessarily and plans are clear.'],
    ['a fault is said to be absent', 'These children do not receive a lesser service.'],
    [
      'a fault has been undone',
      'The strategy was instrumental in reducing a heavy reliance on agencies.',
    ],
    ['leaders know of it', 'Leaders recognise that there is more to do.'],
    ['it was so before', 'Previously, assessments were thorough.'],
    ['only a figure is given', 'In all, 98% of reviews were held promptly.'],
    [
      'failures are said to be absent',
      'There are no widespread or serious failures that leave children at risk of being harmed.',
    ],
    [
      'weaknesses are said to be absent',
      'Inspectors found no significant weaknesses in decisions that delayed children.',
    ],
    ['it is too early to tell', 'It is too early to see the impact.'],
    ['what comes of it is open', 'The impact of these measures is yet to be seen.'],
    ['it remains to be seen', 'Whether the new service is effective remains to be seen.'],
    [
      'one side of a contrast is open',
      'While this is an impressive improvement, it is from a low base.',
    ],
    ['a negation is negated', 'The move has not been without some delays.'],
    [
      'a fault was no hindrance',
      'Serious delays in funding have not dampened the ambition of staff.',
    ],
    ['nothing was found', 'Auditors did not find anything that managers were unaware of.'],
    ['nothing was news', 'Inspectors found nothing that leaders did not know.'],
    [
      'it is what help averted',
      'Without the support of her mentor she would not have been able to finish school.',
    ],
    ['a cause is denied', 'The fall in fostering is not a result of a lack of effort.'],
    ['leaders are clear about it', 'Managers are clear about what else needs to be improved.'],
    [
      'leaders understand it',
      'Councillors understand that more needs to be done for care leavers.',
    ],
    [
      'leaders have an answer',
      'The council has responded to the shortage of flats by buying some.',
    ],
    [
      'leaders challenge others',
      'Managers have challenged health partners about long waiting times.',
    ],
    [
      'it was put right when inspectors told of it',
      'When inspectors raised this, managers undertook a review of every poor plan.',
    ],
    ['something makes up for it', 'Lengthy waiting lists are offset by an in-house counsellor.'],
    ['it is met head on', 'Recruitment is an ongoing challenge and leaders have met it head on.'],
    ['a number falls', 'The number of pupils out of school continues to decline.'],
    ['few are concerned', 'Only a small number of children are waiting for a family.'],
    ['it is a rarity', 'Hotels are unsuitable places that are used rarely and only in a crisis.'],
    ['something is turned down', 'Many teenagers decline an interview after they come home.'],
    ['only the place is named', 'Directors see reports on those in unregistered settings.'],
    ['a rate is high, not the work', 'The town has consistently high rates of flu.'],
    ['it is still to come', 'Robust supervision remains critical to better plans.'],
    [
      'few are badly off in the end',
      'Most homes are good, with only one child in an inadequate one.',
    ],
    ['it is rare', 'Weak practice is the exception.'],
    ['fewer are concerned', 'Fewer children wait too long for a place.'],
    ['it did not come of it', 'Vacancies have not led to poor supervision.'],
    ['there is plenty', 'There is no lack of ambition.'],
    ['it has been overcome', 'A shortage of dentists has been overcome by an agreement.'],
    ['they know what fails', 'They have an accurate view of what is not working well enough.'],
    ['the needs are poor, not the work', 'Families have poor mental health and housing.'],
  ])('is not told where %s: %s', (_, sentence) => {
    expect(toneOf(sentence)).toEqual({ tone: null, because: [] });
  });
});

const finding = (quote: string, section: string | null = null) =>
  ({ kind: 'finding', quote, section }) as const;
const GOOD = 'Assessments are thorough.';
const BAD = 'Too many plans drift.';
const PLAIN = 'There are two teams.';

describe('A passage', () => {
  it('is no criticism where the same paragraph says that the fault was put right', () => {
    const fault = 'Many children waited too long for a conference.';
    expect(markedSentences(finding(`${fault} Timeliness has since improved.`))).toEqual([]);
    expect(markedSentences(finding(`${fault} This has not been addressed.`))).toMatchObject([
      { tone: 'criticism' },
      {},
    ]);
  });

  it('is marked sentence by sentence, and what is not certain is left out', () => {
    const quote = `${GOOD} ${PLAIN} ${BAD}`;
    const tones = markedSentences(finding(quote));
    expect(tones.map(({ from, to, tone }) => [quote.slice(from, to), tone])).toEqual([
      [GOOD, 'praise'],
      [BAD, 'criticism'],
    ]);
    expect(toneOfMarked(tones)).toBe('mixed');
  });

  it('of which nothing is certain is unmarked', () => {
    expect(toneOfMarked(markedSentences(finding(PLAIN)))).toBe('unmarked');
  });

  it('of the chapter of strengths praises, unless its words speak against that', () => {
    expect(toneOfMarked(markedSentences(finding(PLAIN, 'Key strengths')))).toBe('praise');
    expect(markedSentences(finding('Not all children have plans.', 'Key strengths'))).toEqual([
      { from: 0, to: 28, tone: 'criticism' },
    ]);
  });

  it('that is a recommendation says what must improve', () => {
    expect(markedSentences({ kind: 'recommendation', quote: GOOD, section: null })).toEqual([
      { from: 0, to: GOOD.length, tone: 'criticism' },
    ]);
  });

  it('of which a part is quoted has the tone of that part', () => {
    const quote = `${GOOD} ${BAD}`;
    const tones = markedSentences(finding(quote));
    const whole: Passage = passage({ quote, tones, tone: toneOfMarked(tones) });
    expect(withQuote(whole, BAD)).toMatchObject({
      tone: 'criticism',
      tones: [{ from: 0, to: BAD.length, tone: 'criticism' }],
    });
  });
});
