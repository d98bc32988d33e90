import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorkplace, type Workplace } from './workplace.js';

const page = readFileSync('docs/metrics.md', 'utf8');
const table = new Map(
  [...page.matchAll(/^\| `(ofsted_\w+)` \| (.*?) \|/gm)].map(([, name = '', labels = '']) => [
    name,
    [...labels.matchAll(/`(\w+)`/g)].map(([, label = '']) => label),
  ]),
);

let workplace: Workplace;
let text: string;
beforeAll(async () => {
  workplace = await openWorkplace({ env: { METRICS: 'on' } });
  const { slack } = workplace;
  await workplace.ask('tameside secretquestion care leavers');
  await workplace.ask('digest on tameside at 08:30');
  slack.failNext('chat.postMessage', { error: 'channel_not_found' });
  await workplace.mention('tameside latest');
  text = await (await fetch(`${workplace.botUrl()}/metrics`)).text();
});
afterAll(() => workplace.close());

/** The value of a sample; labels in the order in which they are declared. */
const sample = (name: string): number => {
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? Number.NaN);
};

describe('The metrics', () => {
  it('are those that docs/metrics.md explains, with its labels', () => {
    const names = [...text.matchAll(/^# TYPE (ofsted_\w+)/gm)].map(([, name = '']) => name);
    expect(names.sort()).toEqual([...table.keys()].sort());
    for (const [, name = '', labels = ''] of text.matchAll(/^(ofsted_\w+)\{(.*?)\}/gm)) {
      const base = name.replace(/_(?:bucket|sum|count)$/, '');
      const allowed = new Set([...(table.get(base) ?? table.get(name) ?? []), 'le']);
      for (const [, label = ''] of labels.matchAll(/(\w+)="/g))
        expect([base, allowed.has(label) ? label : `no ${label}`]).toEqual([base, label]);
    }
  });

  it('count questions, acknowledgements and replies', () => {
    expect(text).toMatch(
      /^ofsted_questions_total\{surface="command",intent="\w+",outcome="\w+"\} 1$/m,
    );
    expect(text).toMatch(/^ofsted_questions_total\{surface="mention",.*\} 1$/m);
    expect(sample('ofsted_acknowledgement_seconds_count{kind="command"}')).toBe(2);
    expect(sample('ofsted_acknowledgement_seconds_count{kind="event_callback"}')).toBe(1);
    expect(sample('ofsted_reply_seconds_count{surface="mention"}')).toBe(1);
  });

  it('count what Slack refuses, by its word', () => {
    expect(
      sample('ofsted_slack_errors_total{method="chat.postMessage",error="channel_not_found"}'),
    ).toBe(1);
  });

  it('tell the size of the record and the delay of the event loop', () => {
    expect(sample('ofsted_record_councils')).toBe(153);
    expect(sample('ofsted_record_passages')).toBeGreaterThan(100);
    expect(sample('ofsted_digests_open')).toBe(0);
    expect(sample('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });

  it('have no question, no person, no channel and no token', () => {
    const { slack } = workplace;
    expect(text).not.toContain('secretquestion');
    for (const secret of [slack.botToken, slack.you.id, slack.team.id, 'C0GENERAL'])
      expect(text).not.toContain(secret);
  });

  it('are not there unless they are switched on', async () => {
    const without = await openWorkplace();
    try {
      expect((await fetch(`${without.botUrl()}/metrics`)).status).toBe(404);
    } finally {
      await without.close();
    }
  });
});

describe('The alerts of docs/metrics.md', () => {
  it('are three, on metrics that exist', () => {
    const alerts = page.match(/alert: /g) ?? [];
    expect(alerts).toHaveLength(3);
    for (const [name] of page.matchAll(/ofsted_\w+/g)) {
      const base = name.replace(/_(?:bucket|sum|count)$/, '');
      expect([...table.keys()]).toContain(base);
    }
  });
});

describe('The log', () => {
  it('has the id of the request on every line of one, and another for another', () => {
    const lines = workplace
      .log()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const answered = lines.filter(({ msg }) => msg === 'answered');
    expect(answered).toHaveLength(2);
    for (const { request } of answered) expect(request).toMatch(/^[0-9a-f]{12}$/);
    expect(new Set(answered.map(({ request }) => request)).size).toBe(2);
    const closed = lines.find(({ msg }) => msg === 'a reply found a route closed');
    expect(closed.request).toBe(answered.at(-1).request);
  });
});
