import { describe, expect, it } from '@jest/globals';
import { orderAnnotator } from '../../src/question/annotators/order.js';
import { timeAskedAnnotators } from '../../src/question/annotators/time-asked.js';
import { visitAnnotators } from '../../src/question/annotators/visits.js';
import { leftOver, spansIn } from '../support/reading.js';

const orders = (question: string): string[] =>
  spansIn(question, orderAnnotator).flatMap((span) => (span.kind === 'order' ? [span.value] : []));
const timesAsked = (question: string): string[] =>
  timeAskedAnnotators.flatMap((annotator) => spansIn(question, annotator)).map(({ kind }) => kind);

describe('Which of several is meant', () => {
  it.each([
    'tameside latest',
    'show me the latest reports published',
    'newest report',
    'most recent inspection',
    'the most recent rating in kent',
    'last monitoring visit',
    'last ofsted report',
    'last two inspections',
    'last rating',
    'when was thurrock last inspected',
    'when did ofsted last visit',
    'who was inspected last',
    'who is inadequate at the moment',
    'which councils are inadequate now',
    'current rating',
    'who is currently good',
    'these days',
    'recently inspected councils',
    'recent findings on neglect',
    'as of today',
  ])('“%s” means the newest', (question) => {
    expect(orders(question)).toEqual(['newest']);
  });

  it.each([
    ['first inspection of tameside', 'oldest'],
    ['first ever rating', 'oldest'],
    ['earliest report', 'oldest'],
    ['oldest report held', 'oldest'],
    ['when was kent first inspected', 'oldest'],
    ['longest since an inspection', 'longest_ago'],
    ['which councils have gone longest without an inspection', 'longest_ago'],
    ['longest wait for an inspection', 'longest_ago'],
    ['who has not been inspected for the longest', 'longest_ago'],
    ['who was inspected longest ago', 'longest_ago'],
    ['who is overdue an inspection', 'longest_ago'],
    ['best council for care leavers', 'best'],
    ['best for children in care', 'best'],
    ['top 10 councils', 'best'],
    ['highest rated council', 'best'],
    ['strongest councils in the north east', 'best'],
    ['worst in yorkshire', 'worst'],
    ['who has the worst grade for leadership', 'worst'],
    ['lowest rated', 'worst'],
    ['bottom of the table', 'worst'],
    ['poorest judgement', 'worst'],
    ['which region has the most inadequate authorities', 'most'],
    ['which lead inspector has done the most inspections', 'most'],
    ['most monitoring visits', 'most'],
    ['highest number of inspections', 'most'],
    ['more visits than any other', 'most'],
    ['most improved councils', 'most'],
    ['fewest inspections', 'fewest'],
    ['least often inspected', 'fewest'],
  ])('“%s” means %s', (question, order) => {
    expect(orders(question)).toEqual([order]);
  });

  it.each([
    'top team changes',
    'do those at the top know what is going wrong',
    'at least two',
    'at most three',
    'last resort',
    'first language',
    'first response when somebody flags a concern',
    'what happens when a referral first comes in',
    'most children',
    'the most vulnerable children',
    'best interests of the child',
    'what is best for children',
    'current address',
    'now living with relatives',
    'until now',
    'recently arrived children',
    '17 recent appointments',
    'improvement since last inspection',
    'have things improved since inspectors last came',
    'highest caseloads',
    'lowest thresholds',
    'overdue assessments',
    'reviews are overdue',
    'longest wait for camhs',
    'oldest child',
    'pathway plans are up to date',
    'worst case of neglect',
    'the last 5 years',
    'what did leaders do before it got worse',
    'do they spot problems before that happens',
    'are children seen before this becomes a crisis',
  ])('“%s” orders nothing', (question) => {
    expect(orders(question)).toEqual([]);
  });

  it('leaves the word that names the visit to the visit', () => {
    const left = leftOver('last monitoring visit', [orderAnnotator, ...visitAnnotators]);
    expect(left).toBe('');
    expect(spansIn('last monitoring visit', orderAnnotator)).toMatchObject([{ from: 0, to: 1 }]);
  });
});

describe('A time that is asked for', () => {
  it.each([
    ['how long since tameside was inspected', 'time_since'],
    ['how long ago was thurrock inspected', 'time_since'],
    ['how long has it been since bradford was visited', 'time_since'],
    ['how many months since the last visit', 'time_since'],
    ['days since kent was inspected', 'time_since'],
    ['time since the last full inspection', 'time_since'],
    ['how old is the report', 'time_since'],
    ['when was thurrock last inspected', 'when'],
    ['when did ofsted last visit tameside', 'when'],
    ['when did rotherham get out of inadequate', 'when'],
    ['when tameside was last inspected', 'when'],
    ['date of last inspection', 'when'],
    ['what date was the visit', 'when'],
    ['in which year was leeds rated good', 'when'],
    ['since when has bradford been inadequate', 'when'],
    ['when is the report published', 'when'],
    ['average time between inspections', 'interval'],
    ['gap between inspections', 'interval'],
    ['how often are councils inspected', 'interval'],
    ['how often does ofsted inspect', 'interval'],
    ['how long between monitoring visits', 'interval'],
    ['frequency of inspections', 'interval'],
  ])('“%s” asks for %s', (question, kind) => {
    expect(timesAsked(question)).toEqual([kind]);
  });

  it.each([
    'when is the next inspection',
    'when will ofsted visit',
    'what happens when a referral first comes in',
    'does hackney stay in touch when they have moved out',
    'how long do children wait',
    'how often do social workers visit children',
    'how often are children visited',
    'time between referral and assessment',
    'improvement since last inspection',
    'date of birth',
  ])('“%s” asks for none', (question) => {
    expect(timesAsked(question)).toEqual([]);
  });
});
