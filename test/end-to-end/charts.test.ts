import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredMessage } from 'local-slack';
import { z } from 'zod';
import { openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeEach(async () => {
  workplace = await openWorkplace();
});
afterEach(() => workplace.close());

const Chart = z.object({
  type: z.literal('data_visualization'),
  title: z.string(),
  chart: z.object({
    series: z.array(
      z.object({
        name: z.string(),
        data: z.array(z.object({ label: z.string(), value: z.number() })),
      }),
    ),
  }),
});
const Table = z.object({
  type: z.literal('data_table'),
  rows: z.array(z.array(z.object({ text: z.string() }))),
});

const found = <T>(schema: z.ZodType<T>, { blocks }: StoredMessage): T | undefined =>
  blocks.map((block) => schema.safeParse(block)).find(({ success }) => success)?.data;
const numbersOf = (message: StoredMessage) =>
  found(Table, message)?.rows.map((row) => row.map(({ text }) => text)) ?? [];

describe('A chart of counts by grade', () => {
  it('stands over the table and has the very numbers of it', async () => {
    const reply = await workplace.mention('grades by region');
    const { series } = found(Chart, reply)?.chart ?? { series: [] };
    const [head = [], ...rows] = numbersOf(reply);
    expect(rows.length).toBe(9);
    for (const { name, data } of series) {
      const column = head.findIndex((cell) => cell.startsWith(name));
      expect(column).toBeGreaterThan(1);
      expect(data.map(({ value }) => String(value))).toEqual(rows.map((row) => row[column]));
    }
    expect(series.length).toBe(head.length - 2);
  });

  it('shows all grades where one is counted', async () => {
    const reply = await workplace.ask('how many councils are inadequate');
    const [councils] = found(Chart, reply)?.chart.series ?? [];
    const counted = councils?.data.find(({ label }) => label === 'Inadequate')?.value;
    expect(reply.text).toMatch(new RegExp(`^${counted} of 153 councils`));
  });

  it('is left out where Slack refuses it, and the table stands', async () => {
    workplace.slack.failNext('chat.postMessage', { error: 'invalid_blocks' });
    const reply = await workplace.mention('grades by region');
    expect(found(Chart, reply)).toBeUndefined();
    expect(numbersOf(reply).length).toBe(10);
  });

  it('leaves the text where Slack refuses the table too', async () => {
    workplace.slack.failNext('chat.postMessage', { error: 'invalid_blocks', times: 2 });
    const reply = await workplace.mention('grades by region');
    expect(reply.blocks).toEqual([]);
    expect(reply.text).toContain('North West');
  });

  it('is not drawn of a list that somebody asks for', async () => {
    expect(found(Chart, await workplace.ask('which councils are inadequate'))).toBeUndefined();
  });
});
