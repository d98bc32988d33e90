import { afterEach, describe, expect, it } from '@jest/globals';
import type { LocalSlackOptions } from 'local-slack';
import { openWorkplace, type Workplace } from './workplace.js';

const PAGE = 'https://reports.ofsted.gov.uk/provider/44';
const TAMESIDE = `${PAGE}/80569`;
const BRISTOL = `${PAGE}/80441`;

let workplace: Workplace;
afterEach(() => workplace.close());
const open = async (env: Record<string, string> = {}, options: LocalSlackOptions = {}) => {
  workplace = await openWorkplace({ env: { UNFURL: 'on', ...env }, ...options });
  return workplace.slack;
};
const calls = () => workplace.slack.requests('chat.unfurl');
/** Says something, and waits for the previews under it. */
async function previewed(text: string, channel = 'general') {
  const message = await workplace.slack.say(text, { channel });
  return workplace.slack.waitFor(() => message.unfurls.length > 0 && message.unfurls);
}
/** Whatever is under way is over. */
const settled = async () => {
  await workplace.slack.idle();
  await workplace.restart();
};

describe('A link to Ofsted’s page of a council', () => {
  it('gets the newest full inspection: visit, grades and two quotations, where the bot is no member too', async () => {
    await open();
    const [preview, ...more] = await previewed(`Have you seen ${TAMESIDE} yet?`, 'press');
    expect(more).toEqual([]);
    expect(preview?.url).toBe(TAMESIDE);
    const text = JSON.stringify(preview?.blocks);
    expect(text).toContain('Tameside: newest full inspection held, 4–15 December 2023');
    expect(text).toContain('Overall effectiveness: inadequate');
  });

  it('says where only facts are held, and quotes nothing then', async () => {
    await open();
    const [preview] = await previewed(`See ${BRISTOL}/`);
    const text = JSON.stringify(preview?.blocks);
    expect(text).toContain('Bristol');
    expect(text).toMatch(/the report’s text is not in it/);
    expect(text).not.toContain('“');
  });

  it('is previewed once: not again when it comes again or the message is edited, and with a link that is edited in', async () => {
    const slack = await open();
    const message = await slack.say(`See ${TAMESIDE}`);
    await slack.waitFor(() => message.unfurls.length === 1);
    await slack.redeliver();
    await slack.edit(message, `Do see ${TAMESIDE}`);
    await settled();
    expect(calls()).toHaveLength(1);
    await slack.edit(message, `See ${TAMESIDE} and ${BRISTOL}`);
    await slack.waitFor(() => message.unfurls.length === 2);
    expect(calls()).toHaveLength(2);
  });

  it('is previewed in the end where it was cut off between the bot and Slack', async () => {
    const slack = await open({ REPLY_LEASE_SECONDS: '2' });
    slack.failNext('chat.unfurl', { dropConnection: true });
    const message = await slack.say(`See ${TAMESIDE}`);
    await slack.waitFor(() => message.unfurls.length === 1, { timeoutMs: 20_000 });
    await settled();
    expect(calls()).toHaveLength(2);
  });

  it('gets no more than five previews a message', async () => {
    const slack = await open();
    const urns = [80569, 80441, 80500, 80529, 80537, 80565, 80514, 80432, 80449, 80460];
    const message = await slack.say(urns.map((urn) => `${PAGE}/${urn}`).join(' '));
    await slack.waitFor(() => message.unfurls.length > 0);
    await settled();
    expect(message.unfurls).toHaveLength(5);
    expect(calls()).toHaveLength(1);
  });

  it('is a Work Object where these are switched on, and blocks where Slack refuses that', async () => {
    const slack = await open({ WORK_OBJECTS: 'on' });
    const [preview] = await previewed(`See ${TAMESIDE}`);
    expect(preview?.entity).toMatchObject({ type: 'Ofsted inspection' });
    expect(preview?.entity?.fields).toContainEqual({
      label: 'Overall effectiveness',
      value: expect.stringContaining('inadequate'),
    });
    slack.failNext('chat.unfurl', { error: 'invalid_arguments' });
    const [again] = await previewed(`See ${BRISTOL}`);
    expect(again?.entity).toBeNull();
    expect(JSON.stringify(again?.blocks)).toContain('Bristol');
  });
});

describe('Nothing is said', () => {
  it('of a document or council that is not held, of other pages, or of a look-alike', async () => {
    const slack = await open();
    for (const url of [
      'https://files.ofsted.gov.uk/v1/file/50000001',
      `${PAGE}/99999`,
      'https://reports.ofsted.gov.uk/provider/21/80569',
      'https://reports.ofsted.gov.uk.example.org/provider/44/80569',
    ])
      await slack.say(`See ${url}`);
    await settled();
    expect(calls()).toEqual([]);
  });

  it('while a link is being typed', async () => {
    const slack = await open();
    await slack.sendEvent({
      type: 'link_shared',
      ...{ channel: 'COMPOSER', user: slack.you.id, is_bot_user_member: false },
      ...{ message_ts: '-1', unfurl_id: 'U1', source: 'composer' },
      links: [{ domain: 'reports.ofsted.gov.uk', url: TAMESIDE }],
    });
    await settled();
    expect(calls()).toEqual([]);
  });

  it('where it is not switched on, and by default', async () => {
    const slack = await open({ UNFURL: '' });
    await slack.say(`See ${TAMESIDE}`);
    await settled();
    expect(calls()).toEqual([]);
  });

  it('in a channel that another organisation shares, unless that is switched on', async () => {
    const channels = [{ name: 'general' }, { name: 'shared', isExtShared: true }];
    let slack = await open({}, { channels });
    await slack.say(`See ${TAMESIDE}`, { channel: 'shared' });
    await settled();
    expect(calls()).toEqual([]);
    await workplace.close();
    slack = await open({ UNFURL: 'everywhere' }, { channels });
    expect(await previewed(`See ${TAMESIDE}`, 'shared')).toHaveLength(1);
  });

  it('to whoever posted it where Slack refuses, and the bot goes on', async () => {
    const slack = await open();
    slack.failNext('chat.unfurl', { error: 'cannot_unfurl_url' });
    await slack.say(`See ${TAMESIDE}`);
    await settled();
    expect(slack.messages().filter(({ user }) => user === slack.bot.id)).toEqual([]);
    expect(slack.ephemerals()).toEqual([]);
    expect(await previewed(`See ${BRISTOL}`)).toHaveLength(1);
  });
});
