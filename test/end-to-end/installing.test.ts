import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createBrowser, openWorkspaces, type Workspaces } from './installing.js';

let opened: Workspaces;
beforeEach(async () => {
  opened = await openWorkspaces();
});
afterEach(() => opened.close());

const installed = async (): Promise<string[]> =>
  opened.inStore(async (store) => (await store.installations.list()).map(({ id }) => id));

/** One sentence or two, which say what to do. */
const NOT_INSTALLED = /<h1>Not installed<\/h1>\n<p>[^<]+.*\/slack\/install/;

describe('Installing the app', () => {
  it('begins at Slack, which is asked for the scopes of the manifest, and sends the browser back', async () => {
    const browser = createBrowser();
    const { status, to } = await browser.ask(`${opened.bot().url}/slack/install`);
    expect(status).toBe(302);
    const { origin, pathname, searchParams } = new URL(to);
    expect(`${origin}${pathname}`).toBe(`${opened.slack.url}/oauth/v2/authorize`);
    expect(searchParams.get('client_id')).toBe(opened.slack.oauth.clientId);
    expect(searchParams.get('scope')?.split(',')).toContain('chat:write');
    const page = await browser.ask(await opened.choose(browser, opened.second.team.id));
    expect(page.status).toBe(200);
    expect(page.text).toContain('/ofsted help');
    expect(await installed()).toEqual([opened.second.team.id]);
  });

  it('ends in a sentence where a person cancels', async () => {
    const browser = createBrowser();
    const page = await browser.ask(await opened.choose(browser, opened.second.team.id, 'deny'));
    expect(page.status).toBe(403);
    expect(page.text).toMatch(/was not installed, as you chose/);
    expect(page.text).toMatch(NOT_INSTALLED);
  });

  it('takes what Slack sends back once', async () => {
    const browser = createBrowser();
    const to = await opened.choose(browser, opened.second.team.id);
    const again = createBrowser();
    expect((await browser.ask(to)).status).toBe(200);
    for (const each of [browser, again]) expect((await each.ask(to)).status).toBe(400);
    expect(opened.slack.requests('oauth.v2.access')).toHaveLength(1);
  });

  it('takes a state once, though another process gets it with its cookie', async () => {
    const browser = createBrowser();
    const to = await opened.choose(browser, opened.second.team.id);
    const other = await opened.startAnother();
    const state = new URL(to).searchParams.get('state') ?? '';
    const url = `${other.url}/slack/oauth_redirect?code=x&state=${state}`;
    const headers = { cookie: `ofsted-install=${state}` };
    const codes = await Promise.all(
      [to, url, url].map(async (each) => (await fetch(each, { headers })).status),
    );
    expect(codes.filter((code) => code === 400).length).toBeGreaterThanOrEqual(2);
    // Written otherwise it is the same state.
    expect(
      (await fetch(`${url}=`, { headers: { cookie: `ofsted-install=${state}=` } })).status,
    ).toBe(400);
    await other.stop();
  });

  it.each<[string, (to: URL) => void]>([
    ['a state of nobody’s', (to) => to.searchParams.set('state', 'AAAA')],
    ['no state', (to) => to.searchParams.delete('state')],
    ['no code', (to) => to.searchParams.delete('code')],
    ['another browser’s state', () => undefined],
  ])('refuses %s in a sentence, and asks Slack nothing', async (what, change) => {
    const browser = createBrowser();
    const to = new URL(await opened.choose(browser, opened.second.team.id));
    change(to);
    const asking = what.startsWith('another') ? createBrowser() : browser;
    const page = await asking.ask(to.href);
    expect(page.status).toBe(400);
    expect(page.text).toMatch(NOT_INSTALLED);
    expect(opened.slack.requests('oauth.v2.access')).toEqual([]);
    expect(await installed()).toEqual([]);
  });

  it('says where Slack refuses the code, with a reference that the log has', async () => {
    const browser = createBrowser();
    const to = new URL(await opened.choose(browser, opened.second.team.id));
    to.searchParams.set('code', 'another');
    const page = await browser.ask(to.href);
    expect(page.status).toBe(500);
    const [, reference = 'none'] = /reference ([0-9A-F]{8})/.exec(page.text) ?? [];
    expect(opened.log()).toContain(reference);
  });

  it('takes browsers’ requests at its two paths alone', async () => {
    const { url } = opened.bot();
    for (const path of ['/slack/install', '/slack/oauth_redirect']) {
      const response = await fetch(`${url}${path}`, { method: 'POST', body: '{}' });
      expect(response.status).toBe(405);
    }
    expect((await fetch(`${url}/slack/events`)).status).toBe(405);
    expect((await fetch(`${url}/slack/elsewhere`)).status).toBe(404);
  });
});
