import { beforeAll, describe, expect, it } from '@jest/globals';
import { answerQuestion, createAnswerContext, firstScreen } from '../../src/answer/index.js';
import { loadRecord } from '../../src/corpus/load.js';
import { assembleRecord } from '../../src/domain/record.js';

let context: ReturnType<typeof createAnswerContext>;

beforeAll(async () => {
  const { authorities, themes, documents } = await loadRecord({ dataDir: 'data' });
  context = createAnswerContext(assembleRecord(authorities, themes, documents));
});

const ask = (question: string) => answerQuestion(question, context);
const quotesOf = (question: string) => ask(question).citations.map(({ quote }) => quote);

describe('what a newcomer to the shipped record is told', () => {
  it.each(['virtual school in tameside', 'tameside foster carers', 'tameside pathway plans'])(
    'never says that a report is silent which is not held: %s',
    (question) => {
      const { headline, notes } = firstScreen(ask(question));
      expect([headline, ...notes].join(' ')).not.toMatch(/silent|; the inspection of .* does not/);
      if (headline.includes('newer inspection'))
        expect(notes.join(' ')).toContain('is not in this record');
    },
  );

  it.each([
    ['has hackney always been good', 'no, '],
    ['has hackney ever been anything but good', 'yes, '],
    ['has westminster always been outstanding', 'yes, '],
    ['was westminster ever anything other than outstanding', 'no, '],
    ['has tameside been inadequate ever since 2016', 'no, '],
    ['true or false: stockport has always been good', 'yes, '],
  ])('answers what is asked of all grades by all of them: %s', (question, verdict) => {
    const { headline, notes } = ask(question);
    expect(headline.split(': ')[1]).toMatch(new RegExp(`^${verdict}`));
    expect(notes.join(' ')).toContain('Grades held overall');
  });

  it.each([
    'what did unison say about tameside',
    'how did the minister react to the tameside report',
    'what did the director of childrens services say about tameside',
    'what did the secretary of state say about kent',
  ])('replaces nobody whose words are asked for by somebody else: %s', (question) => {
    const answer = ask(question);
    expect(answer.status).toBe('nothing_found');
    expect(answer.sections).toEqual([]);
  });

  it.each([
    'summary of tameside for a members briefing',
    'tameside at a glance',
    'can you summarise tameside for a committee report',
    'briefing note on tameside',
  ])('sums a council up by its newest grades, a strength and a concern: %s', (question) => {
    const answer = ask(question);
    expect(answer.kind).toBe('latest');
    expect(answer.headline).toContain('inadequate overall');
    const tones = new Set(answer.citations.map(({ tone }) => tone));
    expect(tones.has('praise') && tones.has('criticism')).toBe(true);
  });

  it('looks for no words that only say how to answer', () => {
    expect(quotesOf('tameside caseloads with page numbers')).toEqual(
      quotesOf('tameside caseloads'),
    );
    expect(ask('tameside permanence plans with page references').status).toBe('nothing_found');
  });

  it.each(['children harmed or at risk of harm in tameside', 'risk of harm tameside'])(
    'leads with the finding on the harm that is named: %s',
    (question) => {
      const [first] = firstScreen(ask(question)).points;
      expect(first?.quote).toContain('serious failures');
      expect(ask(question).headline).not.toContain('in praise.');
    },
  );

  it('tells what the newest visit says of the turnover of social workers first', () => {
    expect(quotesOf('turnover of social workers in tameside')[0]).toContain('staff turnover has');
  });

  it('tells both the last visit and the one before it', () => {
    const rows = ask('when was bolton last inspected and when was the one before').table?.rows;
    expect(rows?.length ?? 0).toBeGreaterThan(1);
  });

  it.each([
    'councils under notice',
    'compare Medway (14) and Kent',
    'how do we stand with england',
  ])('suggests only what has an answer: %s', (question) => {
    for (const choice of ask(question).choices)
      expect(ask(choice.question).status).not.toBe('nothing_found');
  });
});
