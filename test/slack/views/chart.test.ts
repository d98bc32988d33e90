import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { answerQuestion, type Chart, createAnswerContext } from '../../../src/answer/index.js';
import { loadRecord } from '../../../src/corpus/load.js';
import { gradedSubjects } from '../../../src/domain/areas.js';
import { AuthorityRegister } from '../../../src/domain/authority.js';
import { withChart } from '../../../src/slack/views/chart.js';
import type { MessageBlock } from '../../../src/slack/views/reply.js';

const { authorities } = AuthorityRegister.parse(
  JSON.parse(readFileSync(new URL('../../../data/authorities.json', import.meta.url), 'utf8')),
);
const TABLE: MessageBlock = { type: 'data_table', caption: 'Counts', rows: [] };

const chartOf = (changes: Partial<Chart>): Chart => ({
  title: 'Newest grades overall',
  categories: ['London', 'South West'],
  series: [{ name: 'Good', values: [1, 2] }],
  ...changes,
});

function labelsOf(chart: Chart): string[] {
  const block = withChart([TABLE], chart)?.[0];
  if (block?.type !== 'data_visualization') throw new Error('There is no chart.');
  return block.chart.axis_config.categories;
}

/** Slack’s limit for a label, in characters. */
const LABEL = 20;

describe('The labels of a chart', () => {
  it.each([
    ['regions', [...new Set(authorities.map(({ region }) => region))]],
    ['types of council', [...new Set(authorities.map(({ type }) => type))]],
    ['areas', gradedSubjects().map(({ name }) => name)],
    ['types as people name them', ['county councils', 'metropolitan boroughs']],
    ['Ofsted’s regions', ['London', 'North East, Yorkshire and the Humber']],
  ])('fit Slack uncut, each another: %s', (_what, categories) => {
    const series = [{ name: 'Good', values: categories.map(() => 1) }];
    const labels = labelsOf(chartOf({ categories, series }));
    expect(new Set(labels).size).toBe(categories.length);
    expect(labels.filter((label) => label.length > LABEL || label.includes('…'))).toEqual([]);
  });

  it('are not cut where there is no shorter name: the table stands alone', () => {
    const categories = ['London', 'A region with a name that is long'];
    expect(withChart([TABLE], chartOf({ categories }))).toBeNull();
  });
});

describe('The title of a chart', () => {
  it.each([
    'grades for children in care and care leavers by region',
    'compare greater manchester and north east, yorkshire and the humber',
    'how many councils in the north east, yorkshire and the humber are good',
    'grades by council type',
  ])('fits Slack uncut (%s)', async (question) => {
    const record = await loadRecord({ dataDir: 'data' });
    const { chart } = answerQuestion(question, createAnswerContext(record));
    expect(chart?.title).toMatch(/^(Newest grades|Councils).{0,36}$/);
    expect(chart?.title).not.toContain('…');
    expect(chart && withChart([TABLE], chart)).not.toBeNull();
  });
});
