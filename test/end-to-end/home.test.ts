import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shownExamples } from '../../src/answer/index.js';
import { SUGGESTED_PROMPTS } from '../../src/slack/surfaces.js';
import { openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

describe('The Home tab', () => {
  it('tells every way to ask and what is kept', async () => {
    const { slack } = workplace;
    await slack.openHome('home');
    const home = await slack.waitFor((s) => s.home());
    const told = JSON.stringify(home.blocks);
    for (const { usage, describes } of shownExamples()) {
      expect(told).toContain(usage);
      expect(told).toContain(describes);
    }
    expect(told).toContain('Questions are not kept.');
  });

  it('has buttons that ask, and answers in the direct message', async () => {
    const { slack } = workplace;
    await slack.openHome('home');
    const home = await slack.waitFor((s) => s.home());
    await slack.click(home, 'ask:0');
    const reply = await slack.waitFor((s) => s.messages(s.directMessageChannel.id)[0]);
    expect(reply.text).toContain('Tameside');
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
