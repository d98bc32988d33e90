import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

const joined = (user: string, channel: string) =>
  workplace.slack.sendEvent({
    type: 'member_joined_channel',
    ...{ user, channel, channel_type: 'C' },
    ...{ team: workplace.slack.team.id, inviter: workplace.slack.you.id },
  });

describe('A channel that the bot is added to', () => {
  it('is told once what it does and how to ask', async () => {
    const { slack } = workplace;
    const channel = slack.addChannel({ name: 'new-here' }).id;
    await joined(slack.bot.id, channel);
    const welcome = await slack.waitFor((s) => s.messages(channel)[0]);
    expect(welcome.blocks).toHaveLength(3);
    expect(welcome.text).toContain('/ofsted bristol latest');
    await slack.redeliver();
    await joined(slack.bot.id, channel);
    await workplace.restart();
    expect(slack.messages(channel)).toHaveLength(1);
  });

  it('is told nothing when somebody else joins', async () => {
    const { slack } = workplace;
    const channel = slack.addChannel({ name: 'others-here' }).id;
    await joined(slack.you.id, channel);
    await workplace.restart();
    expect(slack.messages(channel)).toEqual([]);
  });

  it('is told nothing where it does not let the bot post, and the bot goes on', async () => {
    const { slack } = workplace;
    slack.failNext('chat.postMessage', { error: 'restricted_action' });
    await joined(slack.bot.id, slack.addChannel({ name: 'quiet-here' }).id);
    expect((await workplace.ask('tameside latest')).text).toContain('Tameside');
  });
});
