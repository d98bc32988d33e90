import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/store/database.js';
import { openWorkspaces, type Workspaces } from './installing.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;
const HALF_A_DAY = 43_200;

let opened: Workspaces;
beforeEach(async () => {
  opened = await openWorkspaces();
});
afterEach(() => opened.close());

/** Installs the app in the second workspace with a token of which little is left. */
async function installWithLittleLeft(seconds: number): Promise<void> {
  const { slack, second } = opened;
  slack.oauth.rotateTokens(seconds);
  await opened.install(second.team.id);
  slack.oauth.rotateTokens(HALF_A_DAY);
}

const exchanges = () =>
  opened.slack
    .requests('oauth.v2.access')
    .filter(({ args }) => args.grant_type === 'refresh_token');

describe('A token that is about to expire', () => {
  it('is exchanged once, by one of two processes that are asked at the same time', async () => {
    const { slack, second } = opened;
    await installWithLittleLeft(60);
    const other = await opened.startAnother();
    const urls = [`${opened.bot().url}/slack/events`, `${other.url}/slack/events`];
    for (let each = 0; each < 6; each += 1) {
      slack.deliverTo(urls[each % 2] ?? '');
      void second.mention(`tameside latest ${each}`);
    }
    await second.waitFor((s) => s.messages().filter(({ user }) => user === s.bot.id).length === 6);
    expect(exchanges().map(({ answer }) => answer.ok)).toEqual([true]);
    await other.stop();
  });

  it('is exchanged though it has expired, and those who ask meanwhile wait', async () => {
    const { slack, second } = opened;
    await installWithLittleLeft(1);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    slack.failNext('oauth.v2.access', { delayMs: 700 });
    const replies = await Promise.all(
      ['general', 'general'].map(() => opened.mention(second, 'tameside latest')),
    );
    for (const { text } of replies) expect(text).toMatch(GRADE);
    expect(exchanges()).toHaveLength(1);
  });

  it('goes on being used while Slack does not exchange it', async () => {
    const { slack, second } = opened;
    await installWithLittleLeft(60);
    slack.failNext('oauth.v2.access', { error: 'internal_error', times: 5 });
    expect((await opened.mention(second, 'tameside latest')).text).toMatch(GRADE);
    expect((await opened.mention(second, 'tameside latest')).text).toMatch(GRADE);
    expect(exchanges()).toHaveLength(1);
  });

  it('is exchanged by another process where the first was killed with it under its lease', async () => {
    const { second } = opened;
    await installWithLittleLeft(60);
    await opened.inStore(async (store) => {
      const found = await store.installations.get(second.team.id);
      await store.installations.claimExchange(found ?? { id: '', sealed: '' }, 60);
    });
    expect((await opened.mention(second, 'tameside latest')).text).toMatch(GRADE);
    expect(exchanges()).toEqual([]);
    const database = await openDatabase(opened.databaseUrl);
    await database.run('UPDATE installations SET lease_until = 0');
    await database.close();
    expect((await opened.mention(second, 'tameside latest')).text).toMatch(GRADE);
    expect(exchanges()).toHaveLength(1);
  });
});
