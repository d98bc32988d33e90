import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buttonLabels, openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;

describe('The slash command', () => {
  it('is answered to the asker alone, with a button to share', async () => {
    const reply = await workplace.ask('tameside latest');
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toMatch(GRADE);
    expect(buttonLabels(reply)).toContain('Share to channel');
  });

  it('is answered in a channel that the bot is no member of', async () => {
    const reply = await workplace.ask('tameside latest', { channel: 'press' });
    expect(reply.channel).toBe(workplace.slack.channel('press').id);
    expect(reply.text).toMatch(GRADE);
  });

  it('offers no sharing in the direct message with the bot', async () => {
    const channel = workplace.slack.directMessageChannel.id;
    const reply = await workplace.ask('tameside latest', { channel });
    expect(buttonLabels(reply)).not.toContain('Share to channel');
  });

  it('is acknowledged once, before the answer', async () => {
    await workplace.ask('tameside timeline');
    const commands = workplace.slack
      .attempts()
      .filter(({ delivery }) => delivery.kind === 'slash_commands');
    for (const { outcome } of commands) expect(outcome).toEqual({ acked: true, response: null });
    expect(workplace.log()).not.toContain('ack()');
  });

  it.each(['', 'help', '   '])('explains itself to the asker alone for %j', async (text) => {
    const reply = await workplace.ask(text);
    expect(reply.ephemeral).toBe(true);
    expect(buttonLabels(reply)).toContain('Show more');
    expect(buttonLabels(reply)).toContain('Which councils are inadequate now?');
    const more = await workplace.press(reply, 'Show more');
    expect(JSON.stringify(more.blocks)).toContain('timeline');
  });
});

describe('A question of one council that names none', () => {
  it('offers a list of all of them, and asks on of the one that is chosen', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('timeline');
    expect(buttonLabels(reply)).toEqual(['Something wrong?']);
    const typed = { actionId: 'ask:council', value: 'bris' };
    const options = await slack.suggest(reply, typed);
    const before = slack.ephemerals().length;
    await slack.click(reply, { actionId: 'ask:council', value: String(options[0]?.value) });
    const then = await slack.waitFor((s) => s.ephemerals()[before]);
    expect(then.text).toMatch(/^Bristol: \d+ visits/);
  });
});

describe('A mention', () => {
  it('is answered in its own thread', async () => {
    const message = await workplace.slack.mention('tameside latest');
    const reply = await workplace.slack.waitFor((slack) => slack.replies(message)[0]);
    expect(reply).toMatchObject({ threadTs: message.ts, ephemeral: false });
    expect(reply.text).toMatch(GRADE);
  });

  it('is answered in the thread it was written in', async () => {
    const first = await workplace.slack.say('Does anybody know?');
    const reply = await workplace.mention('tameside latest', { threadTs: first.ts });
    expect(reply.threadTs).toBe(first.ts);
    const post = workplace.slack.requests('chat.postMessage').at(-1);
    expect(post?.args.thread_ts).toBe(first.ts);
  });

  it('gets one answer, though the same words reach the bot as a message too', async () => {
    const { slack } = workplace;
    const shared = slack.addChannel({ name: 'both-events' });
    const message = await slack.mention('tameside latest', { channel: shared.id });
    await slack.sendEvent({
      type: 'message',
      channel: shared.id,
      channel_type: 'channel',
      user: slack.you.id,
      text: message.text,
      ts: message.ts,
    });
    await workplace.restart();
    expect(slack.messages(shared.id).filter(({ user }) => user === slack.bot.id)).toHaveLength(1);
  });

  it('in a direct message gets one answer too', async () => {
    const { slack } = workplace;
    const message = await slack.directMessage(`<@${slack.bot.id}> tameside latest`);
    await slack.sendEvent({
      type: 'app_mention',
      channel: message.channel,
      user: slack.you.id,
      text: message.text,
      ts: message.ts,
    });
    await workplace.restart();
    const replies = slack
      .messages(message.channel)
      .filter(({ user, ts }) => user === slack.bot.id && ts > message.ts);
    expect(replies).toHaveLength(1);
  });

  it('is answered in a channel shared with another organisation, where nothing else is said', async () => {
    const { slack } = workplace;
    const { id } = slack.addChannel({ name: 'with-another-council', isExtShared: true });
    const reply = await workplace.mention('tameside latest', { channel: id });
    await slack.say('What did Ofsted say about care leavers in Tameside?', { channel: id });
    await workplace.restart();
    expect(slack.messages(id).filter(({ user }) => user === slack.bot.id)).toEqual([reply]);
  });
});

describe('A direct message', () => {
  it('is answered beside it', async () => {
    const reply = await workplace.write('tameside latest');
    expect(reply).toMatchObject({ threadTs: null, ephemeral: false });
    expect(reply.text).toMatch(GRADE);
  });

  it('written in a thread is answered there', async () => {
    const first = await workplace.slack.directMessage('help');
    const reply = await workplace.mention('tameside latest', {
      channel: workplace.slack.directMessageChannel.id,
      threadTs: first.ts,
    });
    expect(reply.threadTs).toBe(first.ts);
  });
});

describe('Nobody’s question', () => {
  /** Does something in a new channel or the direct message and says how many answers it brought. */
  async function answersTo(happen: (channel: string) => Promise<unknown>): Promise<number> {
    const { slack } = workplace;
    const { id } = slack.addChannel({ name: `quiet-${slack.state().channels.length}` });
    const count = () => slack.state().messages.filter(({ user }) => user === slack.bot.id).length;
    await workplace.restart();
    const before = count();
    await happen(id);
    await workplace.restart();
    return count() - before;
  }

  it('is not what a person writes to the bot', async () => {
    expect(await answersTo(() => workplace.slack.directMessage('tameside latest'))).toBe(1);
    expect(
      await answersTo((channel) => workplace.slack.mention('tameside latest', { channel })),
    ).toBe(1);
  });

  it('is what is said in a channel without a mention', async () => {
    expect(await answersTo((channel) => workplace.slack.say('tameside latest', { channel }))).toBe(
      0,
    );
  });

  it('is what another bot says', async () => {
    const { slack } = workplace;
    const robot = slack.addUser({ name: 'robot', isBot: true });
    expect(
      await answersTo((channel) => slack.mention('tameside latest', { channel, user: robot.id })),
    ).toBe(0);
  });

  it('is what the bot itself says', async () => {
    const { slack } = workplace;
    const own = { user: slack.bot.id, bot_id: slack.botId, text: 'tameside latest' };
    const channel = slack.directMessageChannel.id;
    expect(
      await answersTo(() =>
        slack.sendEvent({ type: 'message', channel, channel_type: 'im', ts: '1.000001', ...own }),
      ),
    ).toBe(0);
  });

  it('is an edit or a deletion', async () => {
    const { slack } = workplace;
    const message = await slack.directMessage('help');
    expect(await answersTo(() => slack.edit(message, 'tameside latest'))).toBe(0);
    expect(await answersTo(() => slack.remove(message))).toBe(0);
    expect(
      await answersTo((channel) =>
        slack.sendEvent({
          type: 'app_mention',
          channel,
          user: slack.you.id,
          text: `<@${slack.bot.id}> tameside latest`,
          ts: '1.000002',
          edited: { user: slack.you.id, ts: '1.000003' },
        }),
      ),
    ).toBe(0);
  });

  it('is a notice that somebody joined', async () => {
    const { slack } = workplace;
    expect(
      await answersTo(() =>
        slack.sendEvent({
          type: 'message',
          subtype: 'channel_join',
          channel: slack.directMessageChannel.id,
          channel_type: 'im',
          user: slack.you.id,
          text: 'tameside latest',
          ts: '1.000004',
        }),
      ),
    ).toBe(0);
  });
});

describe('A choice under an answer', () => {
  it('asks its question in the name of whoever presses it, and answers them alone', async () => {
    const { slack } = workplace;
    const colleague = slack.addUser({ name: 'colleague' });
    const reply = await workplace.mention('tameside latest');
    expect(buttonLabels(reply)).toContain('Timeline');
    await slack.click(reply, { actionId: 'ask:0', user: colleague.id });
    const answer = await slack.waitFor((s) => s.ephemerals(colleague.id)[0]);
    expect(answer.text).toContain('Tameside');
    expect(answer.threadTs).toBe(reply.threadTs);
    expect(buttonLabels(answer)).toContain('Share to channel');
  });

  it('is answered beside it in a direct message', async () => {
    const { slack } = workplace;
    const reply = await workplace.write('tameside latest');
    await slack.click(reply, 'ask:0');
    const answer = await slack.waitFor((s) =>
      s.messages(reply.channel).find(({ ts, user }) => user === s.bot.id && ts > reply.ts),
    );
    expect(answer.ephemeral).toBe(false);
  });
});

it('Every command and every press is acknowledged in time', () => {
  for (const kind of ['slash_commands', 'interactive']) {
    const attempts = workplace.slack.attempts().filter(({ delivery }) => delivery.kind === kind);
    expect(attempts.length).toBeGreaterThan(0);
    for (const { outcome } of attempts) expect(outcome.acked).toBe(true);
  }
});

describe('Every post', () => {
  it('unfurls nothing and links no names', async () => {
    await workplace.ask('tameside latest');
    await workplace.mention('tameside latest');
    const { slack } = workplace;
    const posts = ['chat.postMessage', 'chat.postEphemeral', 'response_url'].flatMap((method) =>
      slack.requests(method),
    );
    expect(posts.length).toBeGreaterThan(1);
    for (const { args } of posts)
      expect([args.unfurl_links, args.unfurl_media, args.link_names].map(String)).toEqual([
        'false',
        'false',
        'false',
      ]);
  });
});

describe('The log', () => {
  it('has no question, no token and no response_url', () => {
    const { slack, log } = workplace;
    for (const secret of [slack.botToken, slack.signingSecret, '/commands/'])
      expect(log()).not.toContain(secret);
    expect(log()).not.toMatch(/tameside|care leavers/i);
    expect(log()).toContain('answered');
  });
});
