import { afterEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_SCOPES, type StoredMessage } from 'local-slack';
import { openWorkplace, type Workplace } from './workplace.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;
/** The bot waits for Slack for a quarter of this, and looks what became of a reply after half. */
const LEASE_SECONDS = 4;
const SLOW_MS = 1_500;
const READS_CHANNELS = [...DEFAULT_SCOPES, 'channels:history'];

let workplace: Workplace;
const open = async (scopes: readonly string[] = DEFAULT_SCOPES): Promise<Workplace> => {
  workplace = await openWorkplace({
    scopes,
    env: { REPLY_LEASE_SECONDS: String(LEASE_SECONDS) },
  });
  return workplace;
};
afterEach(() => workplace.close());

/** All that reached the asker: posts, and what they alone see. */
const received = (): StoredMessage[] => [
  ...workplace.slack.messages().filter(({ user }) => user === workplace.slack.bot.id),
  ...workplace.slack.ephemerals(),
];
const answers = () => received().filter(({ text }) => GRADE.test(text));
const underWay = () =>
  workplace.inStore(async ({ inbox }) => (await inbox.underWay()).requests > 0);

/** Waits until nothing is left to do of what was asked. */
async function settled(): Promise<void> {
  while (await underWay()) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe('A reply that Slack takes and answers late', () => {
  it.each([
    ['in a direct message', DEFAULT_SCOPES, () => workplace.slack.directMessage('tameside latest')],
    ['in a thread that may be read', READS_CHANNELS, () => mention()],
    ['in a thread that may not be read', DEFAULT_SCOPES, () => mention()],
  ])('%s comes once, by one route', async (_where, scopes, ask) => {
    await open(scopes);
    workplace.slack.failNext('chat.postMessage', { delayMs: SLOW_MS, times: 9 });
    await ask();
    await settled();
    expect(received()).toHaveLength(1);
    expect(answers()).toHaveLength(1);
    expect(workplace.slack.requests('chat.postMessage')).toHaveLength(1);
  });

  it('after a command comes once, by one route', async () => {
    await open();
    workplace.slack.failNext('response_url', { delayMs: 11_000, times: 9 });
    await workplace.slack.command('/ofsted tameside latest');
    await settled();
    expect(received()).toHaveLength(1);
    expect(answers()).toHaveLength(1);
  });
});

describe('A reply of which Slack did not say what became', () => {
  it.each([
    ['a connection that broke before it', { dropConnection: true }],
    ['a connection that broke after it', { dropConnection: true, applied: true }],
    ['an error of Slack’s', { error: 'fatal_error' }],
    ['an error of Slack’s after it', { error: 'fatal_error', applied: true }],
    ['a status of 500', { status: 500 }],
  ])('is looked for, and comes once: %s', async (_why, fault) => {
    await open(READS_CHANNELS);
    workplace.slack.failNext('chat.postMessage', fault);
    await mention();
    await settled();
    expect(received()).toHaveLength(1);
    expect(answers()).toHaveLength(1);
  });

  it('and that cannot be looked for is told of, and not sent again', async () => {
    await open();
    workplace.slack.failNext('chat.postMessage', { dropConnection: true });
    await mention();
    await settled();
    expect(answers()).toEqual([]);
    expect(workplace.slack.ephemerals()).toHaveLength(1);
  });

  it('after a command is told of, and not sent again', async () => {
    await open();
    workplace.slack.failNext('response_url', { dropConnection: true });
    await workplace.slack.command('/ofsted tameside latest');
    await settled();
    expect(answers()).toEqual([]);
    expect(workplace.slack.ephemerals()).toHaveLength(1);
  });
});

const mention = () => workplace.slack.mention('tameside latest');
