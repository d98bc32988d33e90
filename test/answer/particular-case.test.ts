import { describe, expect, it } from '@jest/globals';
import { mentionsParticularCase } from '../../src/answer/index.js';

describe('A message about a particular child, family or case', () => {
  it.each([
    'lad, 15, missing since sunday, what do I do',
    'my son was taken into care last week',
    'our foster daughter keeps running away',
    'girl (7) with bruises in tameside',
    'a 14 year old boy told me he is being hurt',
    '15yo wont go home',
    'i want to report a family',
    'who do i ring about a child being hit',
    'I’m worried about a child next door',
    'case ref 44718',
    'why was child J moved',
    'what happened to the Smith family',
    'a boy called Adam',
    'dob 12/03/2011',
    'ring me on 07700 900123',
    'the house at 12 Hyde Road',
    'my step-daughter’s social worker never visits',
    'my husband hits me',
    'I was abused in care',
    'pupil in year 9 told me she is being groomed',
    'my child’s school says she is hungry',
    'i was in care and hit by a carer',
    'my pupil has bruises, Leeds',
    'our client was moved from Tameside',
    'my grandmother looks after my cousin, social workers want to take her',
    'my *son* was taken',
    'what happens when a boy aged 9 told his teacher he was hit',
    'my s\u200bon was taken',
  ])('“%s” is recognised', (text) => {
    expect(mentionsParticularCase(text)).toBe(true);
  });

  it.each([
    'tameside latest',
    'does a girl who is pregnant in care get help with her baby',
    'can a lad aged 17 in care get a flat',
    'what did inspectors say about our children’s services',
    'children missing from home',
    '16 year olds in unregulated accommodation',
    '16 and 17 year olds who are homeless',
    'social worker with 28 cases',
    'children aged 16 to 18 virtual school',
    'how many children in need visits',
    'did the council leader accept the findings',
    'child protection plans 2021',
    'child sexual exploitation',
    'monitoring visit of 22 August 2018',
    'cases closed too early',
    'what should the council improve',
    'one child in 10 waits',
    'what did Ofsted say about the Tameside children’s services',
    'is tameside protecting our children',
    'how well does tameside look after their children',
    'are children missing since 2019',
    'reference 2021 letter',
    'which council is called Tameside',
    'tameside 16 yo placements',
    'what should we do to improve',
    'are children being exploited in tameside',
    'does a social worker come to my kids school in tameside',
    'can care leavers read their file if i was in care in tameside',
    'what do inspectors say about our pupils',
    'our student social workers in kent',
  ])('“%s” is a question about the service', (text) => {
    expect(mentionsParticularCase(text)).toBe(false);
  });
});

describe('A long text', () => {
  const filler = 'what did inspectors say about a girl and a boy and a child '.repeat(600);

  it('is about a case wherever in it that is said', () => {
    for (const at of [0, 1_990, 4_321, 20_000, 39_000])
      expect(mentionsParticularCase(`${filler.slice(0, at)} my son was taken away ${filler}`)).toBe(
        true,
      );
    expect(mentionsParticularCase(filler)).toBe(false);
  });

  it('of any length takes no longer than its first 40,000 characters', () => {
    const long = 'the girl a child that boy being (lad, 1 '.repeat(25_000);
    expect(mentionsParticularCase(long)).toBe(mentionsParticularCase(long.slice(0, 40_000)));
  });
});
