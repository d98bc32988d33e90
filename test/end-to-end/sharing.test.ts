import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalSlack, pings, type StoredMessage } from 'local-slack';
import { buttonLabels, openWorkplace, thumbsOf, type Workplace } from './workplace.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;

let workplace: Workplace;
beforeEach(async () => {
  workplace = await openWorkplace();
});
afterEach(() => workplace.close());

const posted = (channel: string) => workplace.slack.messages(channel);
const inChannel = (channel: string) => posted(channel).filter(({ threadTs }) => threadTs === null);

/** A question whose answer has more than its first screen. */
const LONG = 'what did inspectors say about care leavers in tameside';
const quotationsIn = (message: StoredMessage | undefined): string[] =>
  [
    ...JSON.stringify(message?.blocks ?? []).matchAll(/"rich_text_quote","elements":\[(.*?)\]/g),
  ].map(([, elements = '']) => elements);

describe('“Share to channel”', () => {
  it('posts the answer with the name of who shares it, also where the bot is no member', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('tameside latest', { channel: 'press' });
    await slack.click(reply, 'share');
    const shared = await slack.waitFor(() => posted('press')[0]);
    expect(shared.ephemeral).toBe(false);
    expect(shared.text).toMatch(GRADE);
    expect(shared.text).toContain(`Shared by <@${slack.you.id}>`);
    expect(new Set(pings(shared))).toEqual(new Set([`<@${slack.you.id}>`]));
    expect(buttonLabels(shared)).not.toContain('Share to channel');
  });

  it('takes the button from the sharer’s own message and says what was done', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('tameside latest');
    await slack.click(reply, 'share');
    const own = await slack.waitFor((s) => s.ephemerals().find(({ edited }) => edited));
    expect(own.ts).toBe(reply.ts);
    expect(buttonLabels(own)).not.toContain('Share to channel');
    expect(JSON.stringify(own.blocks)).toContain('You shared this answer to the channel.');
  });

  it('shares once, however fast the button is pressed', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('tameside latest');
    await Promise.all([1, 2, 3].map(() => slack.click(reply, 'share')));
    await workplace.restart();
    expect(inChannel('general')).toHaveLength(1);
  });

  it('posts what stands open, and puts the rest into its thread', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(LONG);
    await slack.click(reply, 'share');
    const rest = await slack.waitFor(() => posted('general').find(({ threadTs }) => threadTs));
    const [shared] = inChannel('general');
    expect(rest.threadTs).toBe(shared?.ts);
    expect(shared?.text.split('\n')[1]).toBe(reply.text.split('\n')[0]);
    expect(quotationsIn(shared)).toEqual(quotationsIn(reply));
    expect(JSON.stringify(shared?.blocks)).not.toContain('"container"');
    expect(buttonLabels(shared ?? { blocks: [] })).toEqual([]);
    expect(thumbsOf(shared ?? { blocks: [] })).not.toBeNull();
    expect(quotationsIn(rest).length).toBeGreaterThan(0);
    for (const quote of quotationsIn(shared)) expect(quotationsIn(rest)).not.toContain(quote);
    expect(pings(rest)).toEqual([]);
  });

  it('shares the same from the whole answer as from its first screen', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(LONG);
    const open = quotationsIn(reply);
    await slack.click(await workplace.press(reply, 'Show more'), 'share:1');
    await slack.waitFor(() => posted('general').find(({ threadTs }) => threadTs));
    expect(quotationsIn(inChannel('general')[0])).toEqual(open);
  });

  it('leads on to the rest by a button where the bot is no member and can open no thread', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(LONG, { channel: 'press' });
    await slack.click(reply, 'share');
    const shared = await slack.waitFor(() => posted('press')[0]);
    expect(quotationsIn(await workplace.press(shared, 'Show more')).length).toBeGreaterThan(3);
    expect(posted('press')).toHaveLength(1);
  });

  it('carries names of the record, not the asker’s words, where those ask the same', async () => {
    const reply = await workplace.ask('hello, could you tell me about tameside timeline please?');
    const value = JSON.stringify(reply.blocks).match(/"Share to channel"[^}]*\},"value":"([^"]*)"/);
    expect(value?.[1]?.split(' ').sort()).toEqual(['Tameside', 'timeline']);
    await workplace.slack.click(reply, 'share');
    const shared = await workplace.slack.waitFor(() => posted('general')[0]);
    expect(shared.text.split('\n')[1]).toBe(reply.text.split('\n')[0]);
  });

  it.each([
    ['what did they say on care leavrs at tameside please', 'leavrs please'],
    ['please could you tell me when the tameside report was published', 'please could tell'],
    ['so which councils have been inadequate more than once please', 'so please'],
    ['link to the tameside report thanks', 'thanks'],
    ['how does tameside compare with its neighbours', 'how does with'],
  ])('carries “%s” in the words of the record, and shares the same answer', async (text, own) => {
    const { slack } = workplace;
    const reply = await workplace.ask(text);
    const value = JSON.stringify(reply.blocks).match(/"Share to channel"[^}]*\},"value":"([^"]*)"/);
    const words = value?.[1]?.toLowerCase().split(' ') ?? [];
    expect(words.length).toBeGreaterThan(0);
    for (const word of own.split(' ')) expect(words).not.toContain(word);
    await slack.click(reply, 'share');
    const shared = await slack.waitFor(() => inChannel('general')[0]);
    expect(shared.text).toContain(reply.text.split('\n')[0]);
  });

  it('tells who presses it again, and shares nothing twice', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('tameside latest');
    await Promise.all([slack.click(reply, 'share'), slack.click(reply, 'share')]);
    const told = await slack.waitFor((s) => s.ephemerals()[1]);
    expect(told.text).toContain('shared this already');
    await workplace.restart();
    expect(inChannel('general')).toHaveLength(1);
  });

  it('in a channel of several organisations posts what was shared, and nothing before', async () => {
    const { slack } = workplace;
    slack.addChannel({ name: 'partners', isExtShared: true });
    const reply = await workplace.ask(LONG, { channel: 'partners' });
    await workplace.choose(reply, 'Copy citation');
    await slack.waitFor((s) => s.modal());
    expect(posted('partners')).toEqual([]);
    await slack.click(reply, 'share');
    await slack.waitFor(() => posted('partners')[1]);
    await workplace.restart();
    expect(posted('partners')).toHaveLength(2);
  });

  it('goes as a post where the response_url fails', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('tameside latest');
    slack.failNext('response_url', { status: 404, error: 'expired_url' });
    await slack.click(reply, 'share');
    expect((await slack.waitFor(() => posted('general')[0])).text).toMatch(GRADE);
  });

  it('tells the sharer where nothing could be posted, and may be pressed again', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('tameside latest');
    for (const method of ['response_url', 'chat.postMessage'])
      slack.failNext(method, { error: 'restricted_action' });
    await slack.click(reply, 'share');
    const told = await slack.waitFor((s) => s.ephemerals()[1]);
    expect(told.text).toMatch(/the reference [0-9A-F]{8}\./);
    expect(posted('general')).toEqual([]);
    await slack.click(reply, 'share');
    await slack.waitFor(() => posted('general')[0]);
  });

  it.each([
    ['uses', () => {}],
    [
      'and whose sharer is told of the failure uses',
      (slack: LocalSlack) => slack.failNext('chat.postMessage', { error: 'restricted_action' }),
    ],
  ])(
    'that Slack always puts off %s its response_url no more than five times',
    async (_what, arrange) => {
      const { slack } = workplace;
      const reply = await workplace.ask('tameside latest');
      const before = slack.requests('response_url').length;
      slack.failNext('response_url', { retryAfter: 7, times: 50 });
      arrange(slack);
      await slack.click(reply, 'share');
      await workplace.restart();
      expect(posted('general').length + slack.ephemerals().length).toBeGreaterThan(1);
      expect(slack.requests('response_url').length - before).toBeLessThanOrEqual(5);
      expect(workplace.waits.filter((wait) => wait === 7_000).length).toBeLessThanOrEqual(4);
    },
  );

  it('pings nobody whatever the question was', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('<!channel> tameside latest');
    await slack.click(reply, 'share');
    const shared = await slack.waitFor(() => posted('general')[0]);
    expect(new Set(pings(shared))).toEqual(new Set([`<@${slack.you.id}>`]));
  });
});

const CASE = 'lad, 15, missing since sunday, what do I do';
const NOTHING = 'tameside pineapple prices for zebedee';

describe('A question that found nothing', () => {
  it('cannot be shared and is in no button; what else to ask is still offered', async () => {
    const { slack } = workplace;
    for (const message of [await workplace.ask(NOTHING), await workplace.mention(NOTHING)]) {
      expect(buttonLabels(message)).not.toContain('Share to channel');
      expect(buttonLabels(message).length).toBeGreaterThan(1);
      expect(JSON.stringify(message.blocks)).not.toMatch(/"value":"[^"]*zebedee/);
    }
    expect(JSON.stringify(slack.requests())).not.toMatch(/\\?"value\\?":\\?"[^"]*zebedee/);
  });
});

describe('Advice about a particular child', () => {
  it('cannot be shared, and what was written is nowhere but in the asker’s own message', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask(CASE);
    const mentioned = await workplace.mention(CASE);
    for (const message of [reply, mentioned]) {
      expect(buttonLabels(message)).toEqual([]);
      expect(JSON.stringify(message)).not.toMatch(/\b15\b|since sunday/i);
    }
    expect(workplace.log()).not.toMatch(/since sunday/i);
    expect(JSON.stringify(slack.requests())).not.toMatch(/since sunday/i);
    expect(await workplace.inStore((store) => store.errorReports.list())).toEqual([]);
  });
});

describe('A button that carries a question not to be shared', () => {
  it.each([
    ['was advised on', CASE],
    ['found nothing', NOTHING],
  ])('shares nothing where it %s', async (_what, value) => {
    const { slack } = workplace;
    const { id: channel } = slack.channel('general');
    const payload = {
      type: 'block_actions',
      team: slack.team,
      user: { id: slack.you.id },
      channel: { id: channel },
      container: { type: 'message', message_ts: '1.000001', channel_id: channel },
      response_url: `${slack.url}/commands/1/NONE`,
      actions: [{ type: 'button', action_id: 'share', block_id: 'b', value }],
    };
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    const { status } = await slack.sendRaw({
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...slack.sign(body) },
    });
    expect(status).toBe(200);
    const told = await slack.waitFor((s) => s.ephemerals()[0]);
    expect(told.text).toContain('This answer cannot be shared.');
    await workplace.restart();
    expect(posted('general')).toEqual([]);
  });
});
