import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogLevel, WebClient } from '@slack/web-api';
import { DEFAULT_SCOPES, type LocalSlack, startLocalSlack } from '../src/index.js';

let slack: LocalSlack;
let client: WebClient;
beforeEach(async () => {
  slack = await startLocalSlack({ page: false, scopes: [...DEFAULT_SCOPES, 'files:write'] });
  client = new WebClient(slack.botToken, {
    logger: SILENT,
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
  });
});
afterEach(() => slack.close());

const nothing = () => undefined;
const SILENT = {
  ...{ debug: nothing, info: nothing, warn: nothing, error: nothing },
  ...{ setLevel: nothing, setName: nothing, getLevel: () => LogLevel.ERROR },
};
const PNG = Buffer.from('89504e470d0a1a0a00000000', 'hex');

async function upload(bytes: Buffer, length = bytes.length): Promise<string> {
  const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
    filename: 'sky.png',
    length,
  });
  const { status } = await fetch(url, { method: 'POST', body: new Uint8Array(bytes) });
  if (status !== 200) throw new Error(`status ${status}`);
  return id;
}
const complete = (id: string) => client.files.completeUploadExternal({ files: [{ id }] });
const show = (id: string) =>
  client.chat.postMessage({
    channel: 'general',
    text: 'The sky',
    blocks: [{ type: 'image', slack_file: { id }, alt_text: 'A blue sky' }],
  });

describe('An upload', () => {
  it('is an image that a block shows and the page is given, when it is completed', async () => {
    const id = await upload(PNG);
    await complete(id);
    await show(id);
    const given = await fetch(`${slack.url}/local/files/${id}`);
    expect(given.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await given.arrayBuffer())).toEqual(PNG);
  });

  it('cannot be shown before it is completed, nor what is no image, nor what is not there', async () => {
    const id = await upload(PNG);
    await expect(show(id)).rejects.toThrow('invalid_blocks');
    const text = await upload(Buffer.from('no image'));
    await complete(text);
    await expect(show(text)).rejects.toThrow('invalid_blocks');
    await expect(show('F0NOTHING')).rejects.toThrow('invalid_blocks');
    expect((await fetch(`${slack.url}/local/files/${text}`)).status).toBe(404);
  });

  it('has as many bytes as were announced, and is completed once', async () => {
    await expect(upload(PNG, 5)).rejects.toThrow('status 400');
    await expect(complete('F0NOTHING')).rejects.toThrow('file_not_found');
    const id = await upload(PNG);
    await complete(id);
    await expect(complete(id)).rejects.toThrow('file_not_found');
  });

  it('takes the scope files:write', async () => {
    const other = await startLocalSlack({ page: false });
    const without = new WebClient(other.botToken, { slackApiUrl: other.apiUrl, logger: SILENT });
    await expect(
      without.files.getUploadURLExternal({ filename: 'sky.png', length: 1 }),
    ).rejects.toThrow('missing_scope');
    await other.close();
  });
});

const bars = (changes: object = {}, chart: object = {}) => ({
  type: 'data_visualization',
  title: 'Rain',
  chart: {
    type: 'bar',
    series: [{ name: 'Days', data: [{ label: 'May', value: 3 }] }],
    axis_config: { categories: ['May'] },
    ...chart,
  },
  ...changes,
});
const post = (...blocks: object[]) =>
  client.chat.postMessage({ channel: 'general', text: 'Rain', blocks: blocks as never });

describe('A chart', () => {
  it('is taken in a message, twice at most', async () => {
    await post(bars(), bars());
    await expect(post(bars(), bars(), bars())).rejects.toThrow('invalid_blocks');
  });

  it.each([
    ['a title over 50 characters', bars({ title: 'x'.repeat(51) })],
    ['a label over 20 characters', bars({}, { axis_config: { categories: ['x'.repeat(21)] } })],
    ['a value without its category', bars({}, { axis_config: { categories: ['June'] } })],
    ['a category without a value', bars({}, { axis_config: { categories: ['May', 'June'] } })],
    ['no bars', bars({}, { series: [] })],
    [
      'more than 12 series',
      bars(
        {},
        {
          series: Array.from({ length: 13 }, (_, i) => ({
            name: `${i}`,
            data: [{ label: 'May', value: i }],
          })),
        },
      ),
    ],
    ['another kind', bars({}, { type: 'rose' })],
    ['a field that Slack does not know', bars({ alt_text: 'Rain' })],
  ])('is refused with %s', async (_what, block) => {
    await expect(post(block)).rejects.toThrow('invalid_blocks');
  });
});
