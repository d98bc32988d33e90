import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { type LocalSlack, startLocalSlack } from '../src/index.js';
import { startRequestRecorder } from './request-recorder.js';

const PAGE = 'https://reports.example.org/rain/1';
const OTHER = 'https://elsewhere.example.com/2';

let slack: LocalSlack;
let recorder: Awaited<ReturnType<typeof startRequestRecorder>>;
let client: WebClient;
beforeEach(async () => {
  recorder = await startRequestRecorder();
  slack = await startLocalSlack({
    ...{ page: false, unfurlDomains: ['example.org'], workObjects: true },
    channels: [{ name: 'general' }, { name: 'lobby', botIsMember: false }],
  });
  slack.deliverTo(recorder.url);
  client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
  });
});
afterEach(async () => {
  await slack.close();
  await recorder.close();
});

const told = () =>
  recorder.received
    .map(({ body }) => JSON.parse(body).event)
    .filter(({ type }) => type === 'link_shared');
const section = (text: string) => ({
  blocks: [{ type: 'section' as const, text: { type: 'plain_text' as const, text } }],
});
const entity = (changes: Record<string, unknown> = {}) => ({
  ...{ app_unfurl_url: PAGE, url: PAGE, external_ref: { id: 'rain-1' } },
  entity_type: 'slack#/entities/item',
  entity_payload: {
    attributes: { title: { text: 'Rain' }, display_type: 'Report' },
    custom_fields: [{ key: 'day', label: 'Day', type: 'string', value: 'Monday' }],
  },
  ...changes,
});

describe('A link to a domain of the app', () => {
  it('is told of wherever it is posted, with the other domains left out, and when it is edited in', async () => {
    const message = await slack.say(`See ${PAGE} and ${OTHER}`, { channel: 'lobby' });
    await slack.say(`Nothing but ${OTHER}`);
    await slack.edit(message, `See ${PAGE}?b=1&c=2`);
    expect(told()).toMatchObject([
      {
        ...{ channel: message.channel, message_ts: message.ts, is_bot_user_member: false },
        ...{ source: 'conversations_history', links: [{ domain: 'example.org', url: PAGE }] },
      },
      { links: [{ url: `${PAGE}?b=1&c=2` }] },
    ]);
  });

  it('gets the preview that the app sends, and a later one in its place', async () => {
    const { channel, ts } = await slack.say(`See ${PAGE}`);
    await client.chat.unfurl({ channel, ts, unfurls: { [PAGE]: section('Rain') } });
    const [event] = told();
    await client.chat.unfurl({
      ...{ unfurl_id: event.unfurl_id, source: 'conversations_history' },
      unfurls: { [PAGE]: section('Sun') },
    });
    const [message] = slack.messages();
    expect(message?.unfurls).toHaveLength(1);
    expect(JSON.stringify(slack.state().messages[0]?.unfurls)).toContain('Sun');
  });

  it('gets a Work Object where the app may send them', async () => {
    const { channel, ts } = await slack.say(`See ${PAGE}`);
    await client.chat.unfurl({ channel, ts, metadata: { entities: [entity()] } });
    expect(slack.messages()[0]?.unfurls).toMatchObject([
      { url: PAGE, entity: { title: 'Rain', fields: [{ label: 'Day', value: 'Monday' }] } },
    ]);
  });

  it.each([
    ['cannot_unfurl_url', { unfurls: { [OTHER]: section('Rain') } }],
    ['cannot_unfurl_url', { unfurls: { [`${PAGE}0`]: section('Rain') } }],
    ['invalid_blocks', { unfurls: { [PAGE]: { blocks: [{ type: 'section' }] } } }],
    ['cannot_find_message', { ts: '1.000001', unfurls: { [PAGE]: section('Rain') } }],
    ['missing_unfurls', {}],
    ['invalid_metadata_format', { metadata: { entities: [entity({ url: 'nowhere' })] } }],
  ])('refuses with %s', async (error, changes) => {
    const { channel, ts } = await slack.say(`See ${PAGE} and ${OTHER}`);
    await expect(client.apiCall('chat.unfurl', { channel, ts, ...changes })).rejects.toMatchObject({
      data: { error },
    });
    expect(slack.messages()[0]?.unfurls).toEqual([]);
  });
});
