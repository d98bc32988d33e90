import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buttonsOf, openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

const CARE_LEAVERS = 'what did inspectors say about care leavers in tameside';

describe('A thread', () => {
  it('goes on with what was asked in it, and says how each message was read', async () => {
    const first = await workplace.mention(CARE_LEAVERS);
    const then = await workplace.mention('and in 2021?', { threadTs: first.threadTs });
    expect(then.text).toContain('2021');
    expect(JSON.stringify(then.blocks)).toMatch(/Read with what was asked before.*Tameside/);
  });

  it('goes on after a restart', async () => {
    const first = await workplace.mention(CARE_LEAVERS);
    await workplace.restart();
    const then = await workplace.mention('and agency staff?', { threadTs: first.threadTs });
    expect(then.text).toContain('Tameside');
    expect(then.text).toContain('agency staff');
  });

  it('knows nothing of another one', async () => {
    await workplace.mention(CARE_LEAVERS);
    const other = await workplace.mention('and in 2021?');
    expect(JSON.stringify(other.blocks)).not.toContain('Read with what was asked before');
  });

  it('forgets on request, and says so', async () => {
    const first = await workplace.mention(CARE_LEAVERS);
    const { threadTs } = first;
    const told = await workplace.mention('forget that', { threadTs });
    expect(told.text).toContain('no longer kept');
    const then = await workplace.mention('and in 2021?', { threadTs });
    expect(JSON.stringify(then.blocks)).not.toContain('Read with what was asked before');
  });
});

describe('A button in a thread', () => {
  it('asks its own question, whatever the thread was about', async () => {
    const first = await workplace.mention(CARE_LEAVERS);
    const before = workplace.slack.ephemerals().length;
    const latest = buttonsOf(first).find(({ label }) => label === 'Latest');
    await workplace.slack.click(first, latest?.actionId ?? '');
    const reply = await workplace.slack.waitFor((s) => s.ephemerals()[before]);
    expect(reply.text).toMatch(/^Tameside: newest|^Tameside: [a-z ]+ overall/);
    expect(JSON.stringify(reply.blocks)).not.toContain('Read with what was asked before');
  });
});

describe('A direct message', () => {
  it('goes on with the one before, and starts anew where it stands by itself', async () => {
    await workplace.write(CARE_LEAVERS);
    const then = await workplace.write('what about in 2021');
    expect(JSON.stringify(then.blocks)).toContain('Read with what was asked before');
    const anew = await workplace.write('tameside timeline');
    expect(JSON.stringify(anew.blocks)).not.toContain('Read with what was asked before');
  });
});

describe('A slash command', () => {
  it('stands alone', async () => {
    await workplace.ask(CARE_LEAVERS);
    const then = await workplace.ask('and in 2021?');
    expect(JSON.stringify(then.blocks)).not.toContain('Read with what was asked before');
  });
});

describe('What is kept of a conversation', () => {
  it('has none of the words that nobody but the asker uses, and goes with the workspace', async () => {
    const first = await workplace.mention(`${CARE_LEAVERS} zebracrossings`);
    const place = {
      team: workplace.slack.team.id,
      channel: first.channel,
      threadTs: first.threadTs ?? '',
    };
    const kept = await workplace.inStore((store) => store.conversations.get(place));
    expect(kept?.parts.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain('zebra');
    await workplace.inStore((store) => store.deleteWorkspace(place.team));
    expect(await workplace.inStore((store) => store.conversations.get(place))).toBeNull();
  });
});
