import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ThemeList } from '../../src/domain/theme.js';
import { createThemeMatcher } from '../../src/domain/theme-matcher.js';
import { words } from '../../src/language/index.js';

const { themes } = ThemeList.parse(
  JSON.parse(readFileSync(new URL('../../data/themes.json', import.meta.url), 'utf8')),
);
const { tag, read } = createThemeMatcher(themes);

describe('The themes of a passage', () => {
  it.each([
    ['placement-stability', 'The council now has a settled workforce and low turnover.'],
    ['placement-stability', 'The senior team is settled and its workforce is more settled too.'],
    ['diversity-identity', 'Practitioners value the diverse training offer.'],
    ['diversity-identity', 'The interpretation of figures is left to one analyst.'],
    ['local-offer', 'Pupils receive their full entitlement to education.'],
    ['local-offer', 'A fifth of pupils are entitled to free school meals.'],
    ['family-time', 'Adopters able to care for brothers and sisters are in short supply.'],
    ['assessments', 'The offices were moved after a risk assessment.'],
    ['front-door', 'The initial response to complaints is slow.'],
    ['care-leavers', 'Nine children left care through adoption last year.'],
    ['unaccompanied-children', 'Partners disrupt trafficking by local gangs.'],
    ['recruitment-retention', 'Foster carers recruited to the scheme are well trained.'],
    [
      'safeguarding-board',
      'Meetings follow the guidance, Working Together to Safeguard Children (2018).',
    ],
    ['permanence', 'Two permanent team managers have joined.'],
    ['adoption', 'The service has adopted a model that staff like.'],
    ['child-death', 'The previous director died in service.'],
  ])('are without %s where its words mean something else: %s', (theme, text) => {
    expect(tag(text)).not.toContain(theme);
  });

  it.each([
    ['placement-stability', 'Most children are settled where they live.'],
    ['diversity-identity', 'Workers meet the diverse needs of families and use interpreters.'],
    ['local-offer', 'Few of them know their entitlements.'],
    ['family-time', 'Children are placed with their brothers and sisters.'],
    ['family-time', 'Siblings are kept together.'],
    ['assessments', 'Risk assessments are thorough.'],
    ['front-door', 'The initial response to referrals is swift.'],
    ['care-leavers', 'The council keeps in touch with people who have left care.'],
    ['criminal-exploitation', 'Partners disrupt trafficking by local gangs.'],
    ['recruitment-retention', 'Six managers were recruited to permanent posts.'],
    ['adoption', 'Thirty children were adopted, and adopters praise the service.'],
    ['permanence', 'Permanency planning begins early.'],
    ['leadership', 'Leaders know what must change.'],
    ['personal-advisers', 'Too many changes in PAs unsettle young people.'],
    ['partnership-working', 'Agencies are working together to safeguard children.'],
    ['front-door', 'When people have a concern about a child they are answered at once.'],
    ['caseloads', 'Social workers are given too many children to support.'],
    ['education-employment-training', 'Young people are helped to find a job.'],
  ])('are with %s where it says so, in plain words too: %s', (theme, text) => {
    expect(tag(text)).toContain(theme);
  });

  it.each([
    ['supervision', 'Leaders have seen to it that supervision is regular.'],
    [
      'housing',
      'Care leavers live in suitable accommodation. Some hold a tenancy, and workers visit.',
    ],
    [
      'health-assessments',
      'Health assessments are late. Children in care wait, and children in care are told so.',
    ],
    ['early-help', 'Early help is strong, and the thresholds for it are understood.'],
  ])('begin with what it is about, %s: %s', (theme, text) => {
    expect(tag(text)[0]).toBe(theme);
  });

  it('are met in any form of the word in a question', () => {
    const ids = (question: string) => read(words(question)).map(({ theme }) => theme.id);
    expect(ids('are permanent homes found')).toContain('permanence');
    expect(ids('are siblings kept together')).toContain('family-time');
    expect(ids('what support is there after leaving care')).toContain('care-leavers');
  });
});
