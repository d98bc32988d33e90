import { describe, expect, it } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import { answerQuestion, createAnswerContext } from '../../../src/answer/index.js';
import { assembleRecord } from '../../../src/domain/record.js';
import { answerView } from '../../../src/slack/views/answer.js';
import { reportOf } from '../../support/councils.js';
import { THEMES } from '../../support/record.js';
import { countOf, quotations, textsIn } from '../answers.js';

/** As many councils as England has, each with an inspection that never took place. */
const ENGLAND = 153;
const LONG = `Caseloads are too high. ${'Social workers told inspectors that this leaves them little time. '.repeat(5)}`;

const urnOf = (i: number) => String(90001 + i);
const context = createAnswerContext(
  assembleRecord(
    Array.from({ length: ENGLAND }, (_, i) => ({
      urn: urnOf(i),
      name: `Council of Place ${i + 1}`,
      aliases: [],
      region: 'London',
      type: 'Council',
    })),
    THEMES.themes,
    Array.from({ length: ENGLAND }, (_, i) => {
      const report = reportOf('oldham', `20${10 + (i % 15)}-03-01`, {
        grades: { overall: i % 2 === 0 ? 'good' : 'inadequate' },
        says: [[LONG, 'caseloads']],
      });
      const id = `${urnOf(i)}-ilacs`;
      return {
        ...report,
        urn: urnOf(i),
        source: { ...report.source, id: `report-${urnOf(i)}`, sha256: String(i).padStart(64, '0') },
        visits: report.visits.map((visit) => ({ ...visit, urn: urnOf(i), id })),
        judgements: report.judgements.map((judgement) => ({ ...judgement, visit: id })),
        passages: report.passages.map((passage) => ({ ...passage, visit: id })),
      };
    }),
  ),
);
const ask = (question: string) => answerQuestion(question, context);

const tableRows = (blocks: KnownBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.type === 'data_table' ? block.rows.length - 1 : 0), 0);

describe('Findings of all England in Slack', () => {
  const answer = ask('caseloads');
  const { text, blocks } = answerView(answer, { page: 0, mode: 'offer' });

  it('stay within Slack’s limits', () => {
    expect(countOf(blocks)).toBeLessThanOrEqual(50);
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(13_200);
    expect(text.length).toBeLessThanOrEqual(3_000);
  });

  it('say of how many councils there are some, and quote the first with their council’s name', () => {
    expect(textsIn(blocks)).toContain('In all of the 153 newest reports held');
    expect(quotations(blocks).length).toBeGreaterThan(0);
    expect(textsIn(blocks)).toContain('Council of Place 15: inspection, 1–5 March 2024');
  });

  it('have every council in the table, page by page, and lead on to one council', () => {
    const told = textsIn(blocks);
    expect(answer.table?.rows).toHaveLength(ENGLAND);
    expect(told).toContain('Only Council of Place 15');
  });
});

describe('Grades of all England in Slack', () => {
  it('are a table of a few rows first, with the rest counted, and all on the pages behind it', () => {
    const answer = ask('what are the ratings of all councils');
    const { blocks } = answerView(answer, { page: 0, mode: 'offer' });
    const shown = tableRows(blocks);
    expect(answer.table?.rows).toHaveLength(ENGLAND);
    expect(textsIn(blocks)).toContain(`${ENGLAND - shown} rows`);
    expect(textsIn(blocks)).toContain('77 good, 76 inadequate');
    const pages = [1, 2, 3, 4].map((page) => answerView(answer, { page, mode: 'offer' }).blocks);
    const rows = new Set(
      pages
        .flat()
        .flatMap((block) =>
          block.type === 'data_table' ? block.rows.slice(1).map((row) => textsIn(row[0])) : [],
        ),
    );
    expect(rows.size).toBe(ENGLAND);
    for (const page of pages) expect(JSON.stringify(page).length).toBeLessThanOrEqual(13_200);
  });

  it('lead on to the councils of each grade', () => {
    expect(
      ask('what are the ratings of all councils').choices.map(({ question }) => question),
    ).toEqual([
      'Which councils were graded good overall?',
      'Which councils were graded inadequate overall?',
    ]);
  });
});
