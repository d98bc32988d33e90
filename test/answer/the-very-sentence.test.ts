import { describe, expect, it } from '@jest/globals';
import { answeringOldham } from '../support/oldham-twice.js';

const SAID_NOW = [
  [
    'Most social work records are clear and up to date and help children to understand their lives.',
    'Where domestic abuse is known, social workers take account of the history and of its impact over time on each child who lives with it.',
    'The language used in safety plans puts too much responsibility on the parent who is not to blame.',
    'Managers have begun to look at how staff are trained to write about it with more care.',
  ],
  [
    'Support for young people in custody is inconsistent, and their plans are not brought together by any one of the people who know them.',
    'For example, some young people in custody are visited often, and what they need when they are released is planned with them in good time.',
    'Others do not get any visits at all.',
  ],
  [
    'The quality of assessments is variable, and so is that of the plans which follow from them, in nearly every one of the teams.',
    'Stronger assessments show that families were engaged and that they had a part in what was planned with them.',
    'Others are broad, and the involvement of fathers is often absent.',
  ],
  ['Brothers and sisters are mostly able to live together.'],
  ['Throughout the council there has been a lack of ambition for care leavers.'],
  ['Despite high caseloads, social workers have built good relationships with families.'],
  [
    'Early help is neither a clear offer nor well joined to statutory services.',
    'Steps were taken to strengthen this, but the pace of redesigning services has been slow.',
  ],
  ['Most care leavers benefit from a health passport.'],
  ['Arrangements to manage allegations against professionals are effective.'],
  ['Supervision of social workers is regular and reflective in all teams.'],
  ['Caseloads have reduced since the last inspection.'],
  ['The virtual school is well led and checks the progress of every child.'],
  ['Care leavers do well, with four in five of them in education, employment or training.'],
  ['There is currently one child living in an unregistered children’s home.'],
  ['The number of children who are electively home educated has grown.'],
];
const SAID_LONG_AGO = [
  [
    'Seven of these children were brothers and sisters with plans to be placed together, which changed.',
  ],
  ['Caseloads are far too high for too many social workers, who have forty cases each.'],
  ['Supervision of social workers is poor and seldom takes place.'],
];

const ask = answeringOldham(SAID_NOW, SAID_LONG_AGO);
const first = (text: string) => ask(text).citations[0]?.quote ?? '';

describe('Of the right paragraph', () => {
  it.each([
    ['what language does oldham use with victims of domestic abuse', 'The language used'],
    ['are dads left out of assessments in oldham', 'fathers is often absent'],
    ['are young people in custody visited by oldham', 'Others do not get any visits'],
  ])('(%s) the sentence is quoted that says what was asked', (question, said) => {
    expect(first(question)).toContain(said);
  });
});

describe('A claim that a report makes in other words', () => {
  it.each([
    ['did ofsted say oldham lacked ambition for care leavers', 'a lack of ambition'],
    ['did ofsted say oldham social workers have high caseloads', 'Despite high caseloads'],
    ['did ofsted say oldham was slow to redesign early help', 'has been slow'],
    ['is it true that allegations against professionals are managed well in oldham', 'effective'],
  ])('(%s) is answered with the sentence that makes it, and no yes', (question, said) => {
    const { headline, citations } = ask(question);
    expect(citations[0]?.quote).toContain(said);
    expect(headline).not.toMatch(/: (?:yes|no)\b/);
  });

  it('may be another claim with the same words, so that it is for the reader to judge', () => {
    const { headline } = ask('did ofsted say oldham social workers have high caseloads');
    expect(headline).toContain('perhaps');
  });

  it.each([
    'did ofsted say oldham has no lack of ambition for care leavers',
    'did ofsted say oldham social workers have low caseloads',
    'did ofsted say oldham was quick to redesign early help',
    'did ofsted say oldham lacked ambition for foster carers',
    'did ofsted say care leavers in oldham lack a health passport',
    'did ofsted say all children in oldham have high caseloads and a lack of ambition',
  ])('(%s) is not, where it says something else', (question) => {
    expect(['close', 'verbatim']).not.toContain(ask(question).claim);
  });

  it('is said of a part, where the sentence says so', () => {
    const { headline } = ask(
      'did ofsted say care leavers in oldham have a health passport benefit',
    );
    expect(headline).not.toMatch(/: yes\b/);
  });

  it('has the tone of its sentence, not of the passage around it', () => {
    const { claim, citations } = ask('did ofsted say the virtual school in oldham is badly led');
    expect(claim).not.toBe('alike');
    expect(citations[0]?.quote).toContain('well led');
  });
});

describe('What is asked of a thing that went on', () => {
  it.each([
    ['have caseloads come down in oldham', 'have reduced'],
    ['has oldham got a grip on caseloads', 'have reduced'],
    ['has oldham sorted out supervision of social workers', 'regular and reflective'],
    ['are brothers and sisters kept together in oldham', 'mostly able to live together'],
  ])('(%s) is told by the newest visit', (question, said) => {
    expect(first(question)).toContain(said);
  });
});

describe('A figure', () => {
  it.each([
    ['how many care leavers are in education employment or training in oldham', 'four in five'],
    ['how many children are in unregistered homes in oldham', 'one child'],
  ])('(%s) is quoted where the record has one', (question, said) => {
    expect(first(question)).toContain(said);
    expect(ask(question).headline).not.toContain('no figure');
  });

  it('is said to be missing where it has none', () => {
    expect(ask('how many children are home educated in oldham').headline).toContain('no figure');
  });
});

describe('How often a council had a grade', () => {
  it.each([
    ['has oldham been inadequate three times', /: no, inadequate overall at 2 of 2\b/],
    ['has oldham been inadequate twice', /: yes, inadequate overall at 2 of 2\b/],
  ])('(%s) is told against how often was asked', (question, said) => {
    expect(ask(question).headline).toMatch(said);
  });

  it('tells how many have a better and a worse one, where it is asked if it is the worst', () => {
    expect(ask('is oldham the worst in the north west').kind).toBe('grades');
  });
});
