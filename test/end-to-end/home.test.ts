import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SUGGESTED_PROMPTS } from '../../src/slack/surfaces.js';
import { buttonLabels, buttonsOf, openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

describe('The Home tab', () => {
  const openHome = async () => {
    await workplace.slack.openHome('home');
    return workplace.slack.waitFor((s) => s.home());
  };

  it('tells how much the record holds, how fresh it is, and what is kept', async () => {
    const told = JSON.stringify((await openHome()).blocks);
    expect(told).toContain('covers 153 councils');
    expect(told).toContain('rades to 31 March 2025');
    expect(told).toContain('Questions are not kept.');
    expect(told).toContain('/ofsted digest');
  });

  it('has questions to try, each of which is answered in the direct message', async () => {
    const home = await openHome();
    const tries = buttonsOf(home).filter(({ actionId }) => /^ask:1\d\d$/.test(actionId));
    expect(tries).toHaveLength(4);
    for (const { actionId, label } of tries) {
      const before = workplace.slack.messages(workplace.slack.directMessageChannel.id).length;
      await workplace.slack.click(home, actionId);
      const reply = await workplace.slack.waitFor(
        (s) => s.messages(s.directMessageChannel.id)[before],
      );
      expect([label, reply.text]).not.toEqual([
        label,
        expect.stringMatching(/nothing in this record/i),
      ]);
    }
  });

  it('shows the council that is chosen: grades, what was found last, digests, what to ask', async () => {
    const { slack } = workplace;
    await workplace.ask('digest on tameside', { channel: 'childrens-services' });
    const home = await openHome();
    const options = await slack.suggest(home, { actionId: 'home:council', value: 'tames' });
    const [tameside] = options.map(({ value }) => String(value));
    await slack.click(home, { actionId: 'home:council', value: tameside ?? '' });
    const chosen = await slack.waitFor((s) =>
      JSON.stringify(s.home()?.blocks).includes('inadequate overall') ? s.home() : undefined,
    );
    const told = JSON.stringify(chosen.blocks);
    expect(told).toContain('Care leavers: requires improvement to be good');
    expect(told).toContain('Digest here: ');
    expect(told.match(/rich_text_quote/g)?.length ?? 0).toBeGreaterThan(0);
    expect(buttonLabels(chosen)).toEqual(
      expect.arrayContaining(['Latest', 'Timeline', 'Strengths', 'Concerns']),
    );
    const ids = buttonsOf(chosen).map(({ actionId }) => actionId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists the digests of whoever looks, and of nobody else', async () => {
    const { slack } = workplace;
    await workplace.ask('digest on bristol');
    expect(JSON.stringify((await openHome()).blocks)).toContain('Bristol, ');
    const other = slack.addUser({ name: 'Somebody else' });
    await slack.openHome('home', other.id);
    const theirs = await slack.waitFor((s) => s.home(other.id));
    expect(JSON.stringify(theirs.blocks)).not.toContain('Bristol, ');
  });

  it('shows a digest and an alert as soon as their forms are saved', async () => {
    const own = await openWorkplace();
    const { slack } = own;
    const saves = async (
      action: string,
      values: Parameters<typeof slack.submit>[0],
      told: string,
    ) => {
      const home = await slack.waitFor((s) => s.home());
      expect(JSON.stringify(home.blocks)).not.toContain(told);
      await slack.click(home, action);
      const form = await slack.waitFor((s) => s.modal());
      if (values?.councils) await slack.suggest(form, { actionId: 'councils', value: 'kent' });
      await slack.submit(values);
      await slack.waitFor((s) => JSON.stringify(s.home()?.blocks).includes(told));
      await slack.dismiss();
    };
    try {
      await slack.openHome('home');
      const kent = { councils: { councils: ['80476'] } };
      await saves('home:digest:new', kent, 'Kent, every day at 08:30');
      await saves('home:digest:change', { time: { time: '17:45' } }, 'at 17:45');
      await saves('alert:new', { words: { words: 'unlawful' } }, 'Reports that say “unlawful”');
      await saves('alert:change', { words: { words: 'missing' } }, 'Reports that say “missing”');
    } finally {
      await own.close();
    }
  });

  it('is shown without digests where the state cannot be read', async () => {
    const broken = await openWorkplace();
    try {
      await broken.breakState('subscriptions');
      await broken.slack.openHome('home');
      const home = await broken.slack.waitFor((s) => s.home());
      expect(JSON.stringify(home.blocks)).toContain('covers 153 councils');
      // Nobody is told that they have none.
      expect(JSON.stringify(home.blocks)).toContain('cannot be read at the moment');
      expect(JSON.stringify(home.blocks)).not.toContain('None. /ofsted digest');
    } finally {
      await broken.close();
    }
  });
});

describe('The conversation with the bot', () => {
  it('opens with prompts that each get an answer', async () => {
    const { slack } = workplace;
    await slack.openHome('messages');
    const prompts = await slack.waitFor((s) => s.state().prompts.length > 0 && s.state().prompts);
    expect(prompts).toEqual(SUGGESTED_PROMPTS);
    for (const { message } of prompts) {
      const { text } = await workplace.write(message);
      expect(text).not.toMatch(/nothing in this record|the reference/i);
    }
  });

  it('works without the scope for prompts', async () => {
    const narrow = await openWorkplace({
      scopes: ['app_mentions:read', 'chat:write', 'commands', 'im:history'],
    });
    try {
      await narrow.slack.openHome('messages');
      expect((await narrow.write('tameside latest')).text).toContain('Tameside');
      await narrow.stop();
      expect(narrow.log()).toContain('missing_scope');
    } finally {
      await narrow.close();
    }
  });
});
