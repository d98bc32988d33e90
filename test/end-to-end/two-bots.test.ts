import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredMessage } from 'local-slack';
import { openWorkplace, type Workplace } from './workplace.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;

/** Two bots over one state; what Slack sends to the first is sent to the second too. */
describe('Two bots that get the same request at once', () => {
  let workplace: Workplace;
  let second: { url: string; stop: () => Promise<void> };
  beforeEach(async () => {
    workplace = await openWorkplace();
    second = await workplace.startAnother();
  });
  afterEach(async () => {
    await second.stop();
    await workplace.close();
  });

  const received = (): StoredMessage[] => [
    ...workplace.slack.messages().filter(({ user }) => user === workplace.slack.bot.id),
    ...workplace.slack.ephemerals(),
  ];

  /** Sends what Slack sent last to both bots, as many times each. */
  async function sendAgain(times: number): Promise<void> {
    const { slack } = workplace;
    const { kind, payload } = slack.attempts().at(-1)?.delivery ?? {};
    const isEvent = kind === 'events_api';
    const body = isEvent
      ? JSON.stringify(payload)
      : new URLSearchParams(
          Object.entries(payload ?? {}).map(([key, value]): [string, string] => [
            key,
            String(value),
          ]),
        ).toString();
    const type = isEvent ? 'application/json' : 'application/x-www-form-urlencoded';
    const urls = Array.from({ length: times }, () => [workplace.botUrl(), second.url]).flat();
    const answers = await Promise.all(
      urls.map((url) =>
        fetch(`${url}/slack/events`, {
          method: 'POST',
          body,
          headers: { 'content-type': type, ...slack.sign(body) },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(urls.map(() => 200));
  }

  const settled = async (): Promise<void> => {
    await second.stop();
    await workplace.stop();
  };

  it.each([
    ['a mention', () => workplace.slack.mention('tameside latest')],
    ['a direct message', () => workplace.slack.directMessage('tameside latest')],
    ['a command', () => workplace.slack.command('/ofsted tameside latest')],
  ])('answer %s once', async (_what, ask) => {
    await ask();
    await sendAgain(5);
    await settled();
    expect(received().map(({ text }) => text)).toEqual([expect.stringMatching(GRADE)]);
  });

  it('answer it once where none was the first to get it', async () => {
    const { slack } = workplace;
    slack.deliverTo(`${second.url}/nowhere`);
    await slack.mention('tameside latest');
    expect(received()).toEqual([]);
    await sendAgain(3);
    await settled();
    expect(received()).toHaveLength(1);
  });
});
