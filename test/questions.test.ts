import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AnswerContext, answerQuestion } from '../src/answer/index.js';
import { contextOfTameside } from './support/tameside.js';

/** Short names of the sources, and of the judgements in the official reports. */
const SOURCES: Record<string, string> = {
  letter: 'tameside-2021-ofsted-letter',
  radio: 'tameside-2023-radio-page',
  trade: 'tameside-2018-trade-press',
  reporter: 'tameside-2017-the-reporter',
  first: 'tameside-2017-children-first',
  graded2016: 'tameside-2016-ofsted-report/80569-sif-2016-09-26',
  graded2019: 'tameside-2019-ofsted-report/80569-ilacs-2019-05-13',
  graded2023: 'tameside-2023-ofsted-report/80569-ilacs-2023-12-04',
};

/**
 * The question as typed, the passage (or one of the passages) that must come first, and why that
 * one.
 */
const ANSWERED: [question: string, first: string, why: string][] = [
  // grades, from the judgements and never from text that contains the word
  ['tameside latest', 'graded2023/overall', 'the newest inspection’s grades lead'],
  ['tamside latest', 'graded2023/overall', 'one letter missing'],
  ['Tameside MBC current rating', 'graded2023/overall', 'an official form of the name'],
  ['what is tamesides ofsted rating', 'graded2023/overall', 'possessive without apostrophe'],
  [
    'has tameside ever been rated good',
    'graded2016/adoption',
    'one area was, the council never overall',
  ],
  [
    'was tameside ever outstanding',
    'graded2023/overall',
    'no: the overall grades are the evidence',
  ],
  ['when was tameside rated inadequate', 'graded2023/overall', 'newest first of the two'],
  ['is tameside inadequate', 'graded2023/overall', 'the newest overall grade'],
  [
    'what grade did care leavers get in 2019',
    'graded2019/in_care_and_care_leavers',
    'graded together with children in care then',
  ],
  ['care leavers rating 2023', 'graded2023/care_leavers', 'graded apart in 2023'],
  ['adoption grade', 'graded2016/adoption', 'the only time adoption was graded'],
  ['2019 inspection grades', 'graded2019/overall', 'that inspection’s grades'],
  ['leadership judgement 2016', 'graded2016/leadership', 'that year’s area of leadership'],
  ['help and protection grade', 'graded2023/help_and_protection', 'begins like a call for help'],
  [
    'Hi, what did Ofsted say about agency staff in Tameside?',
    'radio p10.2',
    'a greeting before the question',
  ],
  ['hello tameside latest please', 'graded2023/overall', 'a greeting before a command'],
  ['tameside latset', 'graded2023/overall', 'a misspelt command'],
  [
    'was tameside in special measures',
    'reporter p6.1',
    'the newspaper’s phrase, which is no grade',
  ],
  [
    'is tameside safe for children',
    'graded2023/overall',
    'no single quotation answers for a whole council',
  ],
  ['how is tameside doing', 'graded2023/overall', 'the newest grades'],
  ['last monitoring visit', 'trade p10.1', 'the newest monitoring visit'],
  ['what happened on 22 august 2018', 'trade p10.1', 'that visit as a whole'],
  // the workforce, in inspectors' words, lay words and figures
  ['tamside agency staff', 'radio p10.2', 'newest visit first: over-reliance on agency staff'],
  ['temps', 'radio p10.2|radio p5.1', 'lay word for agency staff'],
  ['how many agency workers in 2018', 'trade p12.2', 'the figure of that visit'],
  ['41 per cent', 'trade p12.2', 'the figure itself'],
  ['average caseload', 'trade p23.1', '18.5'],
  ['social worker with 28 cases', 'trade p23.2', 'as many as 28'],
  [
    'caseloads in the 2021 letter',
    'letter findings-2.2|letter findings-20.1|letter improve-1',
    'that visit’s finding on caseloads',
  ],
  ['difficulty recruiting a stable workforce 2018', 'trade p10.1', 'called the biggest challenge'],
  ['17 recent appointments', 'trade p12.1', 'the figure'],
  ['has staff turnover gone down', 'first p15.1|radio p10.2', 'a reduction in staff turnover'],
  [
    'supervison of social workers 2018',
    'trade p14.1|trade p15.1|trade p16.1',
    'misspelt; not regular or not recorded',
  ],
  ['supervision lacks challenge', 'letter findings-5.2', 'does not provide effective challenge'],
  // care leavers and where they live
  [
    'what did inspectors say about care leavers?',
    'radio p9.1',
    'a theme through time, newest visit first',
  ],
  [
    'care leavers not in work or college',
    'letter findings-19.1|letter improve-4',
    'too few in education, training or employment',
  ],
  [
    'personal advisers caseloads',
    'letter findings-20.1',
    'high caseloads of the personal advisers',
  ],
  [
    'do care leavers feel ready to manage money',
    'letter findings-20.4',
    'they told inspectors not',
  ],
  [
    'delays in pathway plans',
    'first p8.b1|reporter p17.1',
    'delay in completing and reviewing them',
  ],
  [
    'have pathway plans got better since 2017',
    'first p8.b1|reporter p17.1|reporter p21.1|reporter p22.1',
    'what was said then, and no verdict',
  ],
  ['up to date pathway plan 78 per cent', 'reporter p22.1', 'the council’s figure'],
  ['bed and breakfast', 'first p14.1|reporter p26.1', 'none for six months'],
  ['B&B', 'first p14.1|reporter p26.1', 'the short form'],
  [
    'council tax for care leavers',
    'reporter p26.2',
    'waived; here council tax is a subject of the record',
  ],
  [
    'future accommodation for care leavers',
    'first p14.2|first p14.3|reporter p27.1',
    'not enough for future demand',
  ],
  // children who go missing
  ['kids running away', 'letter findings-11.2', 'lay words; newest visit first'],
  [
    'missing children 2017',
    'first p6.1|reporter p13.1|reporter p15.1|reporter p15.2',
    'that visit’s findings',
  ],
  [
    'return home interviews closed questions',
    'letter findings-11.2',
    'overly rigid use of closed questions',
  ],
  ['police finding runaways faster', 'first p7.1|reporter p13.1', 'information helps the police'],
  // the front door, assessment and plans
  ['front door', 'radio p18.1|radio p18.2', 'newest visit first'],
  ['MASH screening', 'letter findings-7.1', 'timely initial screening'],
  [
    'children waiting two weeks for a decision',
    'letter findings-8.1',
    'up to two weeks before decisions',
  ],
  ['health not at strategy meetings', 'letter findings-9.3', 'health colleagues not represented'],
  [
    'assessments out of date',
    'trade p22.1|trade p21.1|first p8.b3',
    'plans resting on old information',
  ],
  ['quality of assessments 2023', 'radio p5.2|radio p5.3', 'not good enough'],
  ['drift and delay', 'radio p11.1|radio p12.1', 'newest visit first'],
  ['neglect 2021', 'letter findings-12.1|letter findings-12.3', 'left in neglect too long'],
  [
    'PLO pre-proceedings',
    'letter findings-12.2|letter findings-12.3|letter improve-3',
    'pre-proceedings by name',
  ],
  ['decision to go to court too slow', 'letter findings-12.3', 'apply to the courts is too slow'],
  // children in care
  ['16 year olds in unregulated accommodation', 'letter findings-15.3', 'several examples seen'],
  ['unregistered placements', 'letter findings-15.4', 'a small number with complex needs'],
  [
    'not enough placements',
    'letter findings-15.1|letter findings-15.2|letter improve-2',
    'a lack of placement choice',
  ],
  ['health assessments late', 'letter findings-16.3|letter improve-6', 'not quickly enough'],
  ['threshold for coming into care 2018', 'trade p17.1|trade p18.1', 'appropriate threshold'],
  ['virtual school', 'letter findings-18.1', 'the finding on it'],
  [
    'home schooling',
    'letter findings-14.1|letter findings-14.2|letter findings-14.3',
    'lay words for elective home education',
  ],
  ['disabled kids', 'letter findings-13.1', 'lay word for children'],
  ['2BeUS', 'reporter p25.1|reporter p24.1|reporter p25.2', 'the children in care council’s name'],
  ['formal meetings of the children in care council', 'reporter p25.1', 'very few attend'],
  ['child sexual exploitation', 'radio p17.1', 'kept safe'],
  // leaders, and who said what
  ['pace of change too slow', 'first p4.2|trade p7.1', 'remains too slow'],
  [
    'is there a clear improvement plan',
    'first p15.3|reporter p51.1',
    'the absence of a clear plan',
  ],
  ['management oversight lacks rigour', 'trade p13.1', 'those words'],
  [
    'actions too focused on process',
    'letter findings-4.3|letter findings-3.1',
    'actions too focused on process',
  ],
  ['audits about compliance 2017', 'reporter p42.2', 'too much attention is paid to compliance'],
  [
    'did ofsted say they have the right leadership team',
    'radio p15.2|radio p15.1',
    'the leader’s words, labelled so',
  ],
  [
    'what did Gerald Cooney say',
    'radio p13.1|radio p13.2|radio p14.1|radio p15.1|radio p15.2|radio p16.1',
    'his own words',
  ],
  ['councillor Fairfoull', 'radio p19.1|radio p20.1', 'his own words'],
  ['Doreen Dickinson', 'reporter p43.1', 'her own words'],
  [
    'what did the spokeswoman say about recruitment',
    'trade p25.1|trade p24.1|trade p25.2',
    'the council’s words',
  ],
  [
    'what did the council say in 2018',
    'trade p25.1|trade p25.2|trade p26.1|trade p26.2|trade p27.1|trade p27.2|trade p28.1|trade p28.2',
    'the council’s words of that year',
  ],
  [
    'what does the council say about recruitment',
    'trade p25.1|trade p25.2',
    'the council’s words, not Ofsted’s',
  ],
  ['how many agency staff', 'trade p12.2', 'the passage that has a figure'],
  ['what went wrong', 'radio p10.1', 'the concerns of the newest visit'],
  ['what needs to improve', 'letter improve-1', 'the inspectors’ own list'],
  ['who is Andy Waugh', 'graded2023/overall', 'the inspection he led'],
  [
    'who was the lead inspector in 2019',
    'graded2019/overall',
    'that inspection, with its lead inspector',
  ],
  ['strengths 2021', 'letter findings-1.2|letter findings-1.3', 'what was praised at that visit'],
  ['why was tameside rated inadequate', 'radio p10.1', 'concerns of a visit that was graded so'],
  ['serious failures', 'radio p10.1|radio p2.2', 'those words'],
  ['extra money agreed', 'letter findings-6.2', 'additional investment'],
];

/** Questions that must get no quotation, with what the reply says of why. */
const UNANSWERED: [question: string, reason: string][] = [
  ['potholes in tameside', 'not_a_subject'],
  ['school ratings in tameside', 'not_a_subject'],
  ['best primary school tameside', 'not_a_subject'],
  ['childminders near denton', 'not_a_subject'],
  ['nursery fees', 'not_a_subject'],
  ['salary of the director of children’s services', 'not_a_subject'],
  ['what is the phone number for children’s services', 'not_a_subject'],
  ['care home for my elderly mother', 'not_a_subject'],
  ['apply for a blue badge', 'not_a_subject'],
  ['bin collection days', 'not_a_subject'],
  ['planning permission for a loft', 'not_a_subject'],
  ['how much is council tax', 'not_a_subject'],
  ['gcse results', 'not_a_subject'],
  ['who won the football', 'not_a_subject'],
  ['recipe for chocolate cake', 'not_a_subject'],
  ['asdf qwer zxcv', 'no_match'],
  ['quantum entanglement', 'no_match'],
  ['female genital mutilation', 'report_silent'],
  ['private fostering arrangements', 'report_silent'],
  ['young carers', 'report_silent'],
  ['unaccompanied asylum seeking children', 'report_silent'],
  ['tameside in 2015', 'report_silent'],
  ['the fifth monitoring visit', 'report_silent'],
  ['lad, 15, missing since sunday, what do I do', 'not_a_subject'],
  ['my daughter was taken into care by tameside', 'not_a_subject'],
  ['case ref 44718 tameside', 'not_a_subject'],
  ['Why has Chloe Barnes been moved to a children’s home in Denton', 'not_a_subject'],
  ['is jayden on a child protection plan', 'not_a_subject'],
  ['Chloe (12) ran away from tameside', 'not_a_subject'],
  ['care leavers like Chloe who is 17', 'not_a_subject'],
  ['C. Barnes, aged 12, tameside', 'not_a_subject'],
  ['check: Tameside is inadequate. Is jayden on a child protection plan?', 'not_a_subject'],
  ['narnia latest', 'no_match'],
  ['how do I become a foster carer', 'not_a_subject'],
  ['when is the next inspection', 'not_a_subject'],
];

let context: AnswerContext;
beforeAll(async () => {
  context = await contextOfTameside();
});

const fullKey = (short: string): string => {
  const [source = '', ...rest] = short.split(/[ /]/);
  return [SOURCES[source] ?? source, ...rest].join('/');
};

describe('A question that the record answers', () => {
  it.each(ANSWERED)('“%s” → %s: %s', (question, first) => {
    const answer = answerQuestion(question, context);
    expect(answer.status).toBe('found');
    expect(first.split('|').map(fullKey)).toContain(answer.citations[0]?.key);
  });
});

describe('A question that the record does not answer', () => {
  it.each(UNANSWERED)('“%s” gets no quotation (%s)', (question, reason) => {
    const answer = answerQuestion(question, context);
    expect({ status: answer.status, reason: answer.reason, citations: answer.citations }).toEqual({
      status: 'nothing_found',
      reason,
      citations: [],
    });
  });
});

describe('A message that names a child', () => {
  it.each(UNANSWERED)('“%s” is not repeated in the reply', (question) => {
    const answer = answerQuestion(question, context);
    for (const name of ['Chloe', 'Barnes', 'jayden', '44718', 'daughter'])
      if (question.includes(name))
        expect(JSON.stringify(answer).toLowerCase()).not.toContain(name.toLowerCase());
  });
});

describe('Every answer', () => {
  it('quotes the record byte for byte, and shows no quotation that it does not cite', () => {
    const quotes = new Map(context.record.passages.all().map((p) => [p.key, p.passage.quote]));
    const printed = new Map(context.record.judgements.map((j) => [j.key, j.judgement.printed]));
    for (const [question] of ANSWERED) {
      const { citations, nearest, sections } = answerQuestion(question, context);
      for (const { key, quote } of citations)
        expect(quotes.get(key) ?? printed.get(key)).toContain(quote);
      const shown = sections.flatMap((section) =>
        section.points.map((point) => point.citation.key),
      );
      expect([...citations, ...nearest].map((c) => c.key)).toEqual(expect.arrayContaining(shown));
    }
  });

  it('names the council, and says so where it was not asked for by name', () => {
    expect(answerQuestion('care leavers', context).headline).toContain(
      'Tameside (the only council in this record)',
    );
    expect(answerQuestion('care leavers in tameside', context).headline).not.toContain(
      'only council',
    );
  });
});
