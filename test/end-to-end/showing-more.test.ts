import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredMessage } from 'local-slack';
import { buttonLabels, openWorkplace, type Workplace } from './workplace.js';

let workplace: Workplace;
beforeEach(async () => {
  workplace = await openWorkplace();
});
afterEach(() => workplace.close());

const QUESTION = 'what did inspectors say about care leavers in tameside';

const quotations = ({ blocks }: StoredMessage): number =>
  JSON.stringify(blocks).split('rich_text_quote').length - 1;

describe('“Show more” and “Show fewer”', () => {
  it('turn the message that only the asker sees into the whole answer, and back', async () => {
    const { ask, press, slack } = workplace;
    const reply = await ask(QUESTION, { channel: 'press' });
    const first = reply.text;
    expect(quotations(reply)).toBeLessThanOrEqual(3);
    const more = await press(reply, 'Show more');
    expect(more.ephemeral).toBe(true);
    expect(quotations(more)).toBeGreaterThan(3);
    const fewer = await press(more, 'Show fewer');
    expect(fewer.text).toBe(first);
    expect(quotations(fewer)).toBeLessThanOrEqual(3);
    expect(slack.ephemerals()).toHaveLength(1);
  });

  it('change a reply in a thread where it stands', async () => {
    const reply = await workplace.mention(QUESTION);
    const more = await workplace.press(reply, 'Show more');
    expect([more.ts, more.threadTs]).toEqual([reply.ts, reply.threadTs]);
    expect(quotations(more)).toBeGreaterThan(3);
    expect(buttonLabels(more)).not.toContain('Share to channel');
  });

  it('change a direct message', async () => {
    const reply = await workplace.write(QUESTION);
    expect(quotations(await workplace.press(reply, 'Show more'))).toBeGreaterThan(3);
  });

  it('change the bot’s own message where the response_url fails', async () => {
    const reply = await workplace.mention(QUESTION);
    workplace.slack.failNext('response_url', { status: 404, error: 'expired_url' });
    expect(quotations(await workplace.press(reply, 'Show more'))).toBeGreaterThan(3);
    expect(workplace.slack.requests('chat.update')).toHaveLength(1);
  });

  it('tell whoever pressed them where nothing could be changed', async () => {
    const { slack } = workplace;
    const reply = await workplace.mention(QUESTION);
    slack.failNext('response_url', { error: 'fatal_error', times: 2 });
    slack.failNext('chat.update', { error: 'fatal_error' });
    await slack.click(reply, 'show:1:none');
    const told = await slack.waitFor((s) => s.ephemerals()[0]);
    expect(told.text).toMatch(/the reference [0-9A-F]{8}\./);
  });

  it('keep nothing of what was asked but what the buttons carry', async () => {
    const reply = await workplace.ask(QUESTION);
    await workplace.press(reply, 'Show more');
    expect(workplace.log()).not.toContain('care leavers');
  });

  it('are not offered where all is shown', async () => {
    const reply = await workplace.ask('tameside pineapple prices for zebedee');
    expect(buttonLabels(reply)).not.toContain('Show more');
  });
});

describe('“Share to channel”', () => {
  it('is not offered again on another screen of what was shared', async () => {
    const { ask, press, slack } = workplace;
    const reply = await ask(QUESTION);
    await slack.click(reply, 'share');
    const own = await slack.waitFor((s) => s.ephemerals().find(({ edited }) => edited));
    const more = await press(own, 'Show more');
    expect(buttonLabels(more)).not.toContain('Share to channel');
    expect(JSON.stringify(more.blocks)).toContain('You shared this answer to the channel.');
  });
});
