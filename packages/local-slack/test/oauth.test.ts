import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { LocalSlack, LocalWorkspace } from '../src/index.js';
import { startWeatherSlack } from './weather-slack.js';

const REDIRECT = 'https://weather.example.org/slack/oauth_redirect';

const Access = z.looseObject({
  ok: z.boolean(),
  error: z.string().optional(),
  access_token: z.string().default(''),
  refresh_token: z.string().optional(),
});

let slack: LocalSlack;
let second: LocalWorkspace;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 1, 12);
  slack = await startWeatherSlack({ page: false, distributed: true, now: () => now });
  second = slack.addWorkspace({ key: 'SECOND', name: 'Second' });
  slack.oauth.redirectUrls.push(REDIRECT);
});
afterEach(() => slack.close());

/** Opens the page that asks, and answers it; gives where the browser is sent. */
async function choose(
  { place, decision = 'allow' }: { place: string; decision?: string },
  asked: Record<string, string> = {},
): Promise<URL | number> {
  const query = { client_id: slack.oauth.clientId, scope: 'chat:write,commands', state: 'S1' };
  const url = `${slack.url}/oauth/v2/authorize?${new URLSearchParams({ ...query, ...asked })}`;
  const page = await fetch(url);
  if (!page.ok) return page.status;
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ place, decision }),
  });
  return response.status === 302
    ? new URL(response.headers.get('location') ?? '')
    : response.status;
}

async function codeFor(place: string): Promise<string> {
  const to = await choose({ place });
  return (typeof to === 'number' ? null : to.searchParams.get('code')) ?? '';
}

async function call(
  method: string,
  args: Record<string, string>,
  token?: string,
): Promise<z.infer<typeof Access>> {
  const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  const body = new URLSearchParams(args);
  const response = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', body, headers });
  return Access.parse(await response.json());
}

const access = (args: Record<string, string>) => {
  const { clientId: client_id, clientSecret: client_secret } = slack.oauth;
  return call('oauth.v2.access', { client_id, client_secret, ...args });
};

describe('Installing by OAuth', () => {
  it('sends the browser back with a code and the state, and the code gives a token of that workspace', async () => {
    const to = await choose({ place: second.team.id });
    expect(String(to)).toMatch(/^https:\/\/weather\.example\.org\/slack\/oauth_redirect\?/);
    expect(to).toMatchObject({ search: expect.stringContaining('state=S1') });
    const code = typeof to === 'number' ? '' : (to.searchParams.get('code') ?? '');
    const given = await access({ code });
    expect(given).toMatchObject({
      ok: true,
      scope: 'chat:write,commands',
      token_type: 'bot',
      bot_user_id: second.bot.id,
      team: { id: second.team.id, name: 'Second' },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: second.you.id },
    });
    expect(await call('auth.test', {}, given.access_token)).toMatchObject({
      team_id: second.team.id,
      bot_id: second.botId,
    });
    const message = { channel: second.channel('general').id, text: 'rain' };
    await call('chat.postMessage', message, given.access_token);
    expect(second.messages().map(({ text }) => text)).toEqual(['rain']);
    expect(slack.messages()).toEqual([]);
    const elsewhere = { channel: 'C0GENERAL', text: 'rain' };
    expect(await call('chat.postMessage', elsewhere, given.access_token)).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('says no where a person cancels, and shows a page where the app asks wrongly', async () => {
    const to = await choose({ place: second.team.id, decision: 'deny' });
    expect(String(to)).toBe(`${REDIRECT}?state=S1&error=access_denied`);
    for (const asked of Array.of<Record<string, string>>(
      { client_id: '1.2' },
      { scope: '' },
      { redirect_uri: 'https://elsewhere.example.org' },
    ))
      expect(await choose({ place: second.team.id }, asked)).toBe(400);
  });

  it('takes a code once, within ten minutes, from the app that it is for', async () => {
    const code = await codeFor(second.team.id);
    expect(await access({ code, client_id: '1.2' })).toMatchObject({ error: 'invalid_client_id' });
    expect(await access({ code, client_secret: 'x' })).toMatchObject({
      error: 'bad_client_secret',
    });
    expect(await access({ code })).toMatchObject({ ok: true });
    expect(await access({ code })).toMatchObject({ error: 'invalid_code' });
    const late = await codeFor(second.team.id);
    now += 600_001;
    expect(await access({ code: late })).toMatchObject({ error: 'invalid_code' });
    expect(await access({ grant_type: 'magic' })).toMatchObject({ error: 'invalid_grant_type' });
  });

  it('leaves the app out of a workspace in which it is not', async () => {
    await expect(slack.command('/weather leeds')).rejects.toThrow('not a valid command');
    expect(await call('auth.test', {}, slack.botToken)).toMatchObject({ error: 'invalid_auth' });
  });
});

describe('Token rotation', () => {
  it('gives tokens for twelve hours, and each refresh token is exchanged once', async () => {
    slack.oauth.rotateTokens(43_200);
    const first = await access({ code: await codeFor(second.team.id) });
    expect(first).toMatchObject({
      expires_in: 43_200,
      access_token: expect.stringMatching(/^xoxe\.xoxb-1-/),
    });
    const exchange = (refresh_token = '') => access({ grant_type: 'refresh_token', refresh_token });
    const next = await exchange(first.refresh_token);
    expect(next).toMatchObject({ ok: true, team: { id: second.team.id }, expires_in: 43_200 });
    expect(await exchange(first.refresh_token)).toMatchObject({ error: 'invalid_refresh_token' });
    expect(await call('auth.test', {}, first.access_token)).toMatchObject({ ok: true });
    now += 43_200_000;
    expect(await call('auth.test', {}, first.access_token)).toMatchObject({
      error: 'token_expired',
    });
    expect(await exchange(next.refresh_token)).toMatchObject({ ok: true });
  });
});

describe('The end of a token', () => {
  it('comes with auth.revoke, or when the app is removed', async () => {
    const { access_token } = await access({ code: await codeFor(second.team.id) });
    expect(await call('auth.revoke', { test: 'true' }, access_token)).toMatchObject({
      revoked: false,
    });
    expect(await call('auth.revoke', {}, access_token)).toMatchObject({ revoked: true });
    expect(await call('auth.test', {}, access_token)).toMatchObject({ error: 'token_revoked' });
    const again = await access({ code: await codeFor(second.team.id) });
    await second.uninstall();
    expect(await call('auth.test', {}, again.access_token)).toMatchObject({
      error: 'account_inactive',
    });
  });
});

describe('An organisation', () => {
  it('is installed in as a whole, and each of its workspaces can be taken out', async () => {
    const organisation = slack.addOrganisation('Acme');
    const [north, south] = ['NORTH', 'SOUTH'].map((key) =>
      slack.addWorkspace({ key, name: key.toLowerCase(), organisation }),
    );
    if (!north || !south) throw new Error('no workspaces');
    const given = await access({ code: await codeFor(organisation.id) });
    expect(given).toMatchObject({
      team: null,
      enterprise: { id: organisation.id, name: 'Acme' },
      is_enterprise_install: true,
    });
    const post = (workspace: LocalWorkspace) =>
      call(
        'chat.postMessage',
        { channel: workspace.channel('general').id, text: 'rain' },
        given.access_token,
      );
    for (const workspace of [north, south])
      expect(await post(workspace)).toMatchObject({ ok: true });
    await north.revokeAccess();
    expect(await post(north)).toMatchObject({ error: 'channel_not_found' });
    expect(await post(south)).toMatchObject({ ok: true });
    await organisation.uninstall();
    expect(await post(south)).toMatchObject({ error: 'account_inactive' });
  });
});
