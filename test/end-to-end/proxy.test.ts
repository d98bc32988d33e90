import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProxy, type TestProxy } from '../support/proxy.js';
import { openWorkplace } from './workplace.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;

let proxy: TestProxy;
beforeAll(async () => {
  proxy = await startProxy();
});
afterAll(() => proxy.close());

/** How often Slack was reached through the proxy while `ask` was done. */
async function throughProxy(
  options: Parameters<typeof openWorkplace>[0],
  ask = 'tameside latest',
): Promise<number> {
  const before = proxy.targets.length;
  const workplace = await openWorkplace(options);
  try {
    expect((await workplace.ask(ask)).text).toMatch(GRADE);
    expect((await workplace.mention(ask)).text).toMatch(GRADE);
    return proxy.targets.slice(before).filter((target) => workplace.slack.url.endsWith(target))
      .length;
  } finally {
    await workplace.close();
  }
}

describe('Behind a proxy', () => {
  it('the Web API and a response_url are reached through HTTP_PROXY', async () => {
    expect(await throughProxy({ env: { HTTP_PROXY: proxy.url } })).toBeGreaterThan(0);
  });

  it('so is Socket Mode', async () => {
    expect(
      await throughProxy({ socketMode: true, env: { http_proxy: proxy.url } }),
    ).toBeGreaterThan(1);
  });

  it('hosts that NO_PROXY names are reached without one', async () => {
    const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1,localhost' };
    expect(await throughProxy({ env })).toBe(0);
    expect(await throughProxy({ socketMode: true, env })).toBe(0);
  });

  it('a proxy for https alone is not used for what is plain', async () => {
    expect(await throughProxy({ env: { HTTPS_PROXY: proxy.url } })).toBe(0);
  });
});

describe('An address that answers are to be sent to', () => {
  it('is left alone where it is neither Slack’s nor the Web API’s, and the asker is answered otherwise', async () => {
    const elsewhere = await startProxy();
    const workplace = await openWorkplace();
    try {
      const { slack } = workplace;
      const body = new URLSearchParams({
        command: '/ofsted',
        text: 'tameside latest',
        team_id: slack.team.id,
        channel_id: slack.directMessageChannel.id,
        user_id: slack.you.id,
        user_name: 'somebody',
        trigger_id: '1.2.abc',
        response_url: `${elsewhere.url}/commands/1`,
      }).toString();
      const { status } = await slack.sendRaw({
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...slack.sign(body) },
      });
      expect(status).toBe(200);
      await slack.waitFor((s) => s.ephemerals().find(({ text }) => GRADE.test(text)));
      expect(elsewhere.targets).toEqual([]);
    } finally {
      await workplace.close();
      await elsewhere.close();
    }
  });
});
