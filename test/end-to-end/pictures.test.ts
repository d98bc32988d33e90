import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { DEFAULT_SCOPES, type LocalSlackOptions, type StoredMessage } from 'local-slack';
import { openWorkplace, type Workplace } from './workplace.js';

// Pictures are drawn, which takes long on a busy machine.
jest.setTimeout(60_000);

let workplace: Workplace;
afterEach(() => workplace.close());

// Drawing takes its time on a busy machine.
const SLOWLY = { timeoutMs: 25_000 };
const WITH_FILES = { scopes: [...DEFAULT_SCOPES, 'files:write'] };
const open = async (options: LocalSlackOptions = WITH_FILES): Promise<Workplace> => {
  workplace = await openWorkplace(options);
  return workplace;
};

const image = ({ blocks }: StoredMessage) => blocks.find(({ type }) => type === 'image');
const hasTable = ({ blocks }: StoredMessage) => blocks.some(({ type }) => type === 'data_table');

/** Waits until the bot has called a method so often. */
const called = ({ slack }: Workplace, method: string, times = 1) =>
  slack.waitFor((s) => s.requests(method).length === times, SLOWLY);

/** Slack takes the next message, and refuses so many after it for their image. */
const refuseImages = ({ slack }: Workplace, times: number): void => {
  slack.failNext('chat.postMessage', { delayMs: 1 });
  slack.failNext('chat.postMessage', { error: 'invalid_blocks', times });
};

describe('The picture of a council’s visits and grades', () => {
  it('follows a timeline in its thread, with each visit in its alt text', async () => {
    const { mention, slack } = await open();
    const reply = await mention('tameside timeline');
    expect([hasTable(reply), image(reply)]).toEqual([true, undefined]);
    const picture = await slack.waitFor((s) => s.replies(reply.threadTs ?? '').find(image), SLOWLY);
    expect(Number(picture.ts)).toBeGreaterThan(Number(reply.ts));
    const alt = String(image(picture)?.alt_text);
    expect(alt).toContain('4–15 December 2023, inspection (ILACS from 2023): inadequate: Overall');
    expect(alt).toContain('third monitoring visit: gives no grade');
    expect(alt.length).toBeLessThanOrEqual(2_000);
    const file = image(picture)?.slack_file as { id: string };
    const shown = await fetch(`${slack.url}/local/files/${file.id}`);
    expect(shown.headers.get('content-type')).toBe('image/png');
  });

  it('is seen by the asker alone after a command, and by all when the answer is shared', async () => {
    const { ask, slack } = await open();
    const reply = await ask('tameside timeline', { channel: 'press' });
    await slack.waitFor((s) => s.ephemerals().find(image), SLOWLY);
    await slack.click(reply, 'share');
    await slack.waitFor((s) => s.messages('press').find(image), SLOWLY);
  });

  it('is not asked for again where the scope is not granted, and the table is there', async () => {
    const at = await open({});
    expect(hasTable(await at.mention('tameside timeline'))).toBe(true);
    await called(at, 'files.getUploadURLExternal');
    expect(hasTable(await at.mention('tameside timeline'))).toBe(true);
    await at.stop();
    expect(at.slack.requests('files.getUploadURLExternal')).toHaveLength(1);
    expect(at.slack.messages().filter(image)).toEqual([]);
  });

  it.each(['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal'])(
    'is left out where %s fails, and nobody is told of a fault',
    async (method) => {
      const at = await open();
      at.slack.failNext(method, { error: 'internal_error', status: 500 });
      const reply = await at.mention('tameside timeline');
      await called(at, method);
      await at.stop();
      expect(at.log()).toContain('an answer went out without its picture');
      expect(at.slack.replies(reply.threadTs ?? '')).toHaveLength(1);
    },
  );

  it('waits until Slack can use the file, and is given up where it never can', async () => {
    const at = await open();
    refuseImages(at, 2);
    await at.mention('tameside timeline');
    await at.slack.waitFor((s) => s.messages('general').find(image), SLOWLY);
    refuseImages(at, 9);
    await at.mention('tameside timeline');
    await at.stop();
    expect(at.log()).toContain('an answer went out without its picture');
    expect(at.slack.messages('general').filter(image)).toHaveLength(1);
  });

  it('is uploaded once for many answers, and anew where its file is gone', async () => {
    const at = await open();
    const pictures = (count: number) =>
      at.slack.waitFor((s) => s.messages('general').filter(image).length === count, SLOWLY);
    await at.mention('tameside timeline');
    await pictures(1);
    await at.mention('tameside timeline');
    await pictures(2);
    expect(at.slack.requests('files.completeUploadExternal')).toHaveLength(1);
    refuseImages(at, 4);
    await at.mention('tameside timeline');
    const [answers, sent, refused] = [3, 2, 4];
    await called(at, 'chat.postMessage', answers + sent + refused);
    await at.mention('tameside timeline');
    await pictures(3);
    expect(at.slack.requests('files.completeUploadExternal')).toHaveLength(2);
  });
});
