import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalWorkspace } from 'local-slack';
import { KEY, openWorkspaces, type Workspaces } from './installing.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;
const MINUTE_MS = 60_000;
/** A zone in which it is about noon, so that a few minutes more or less stay within the day. */
const ZONE = ((hour) =>
  hour === 12 ? 'UTC' : hour < 12 ? `Etc/GMT-${12 - hour}` : `Etc/GMT+${hour - 12}`)(
  new Date().getUTCHours(),
);

let opened: Workspaces;
beforeEach(async () => {
  opened = await openWorkspaces();
});
afterEach(() => opened.close());

/** Sets a digest up in #general of a workspace, which fell due a few minutes ago. */
async function digestDue(where: LocalWorkspace): Promise<void> {
  await opened.ask(where, `digest on tameside zone ${ZONE}`);
  await opened.inStore(async (store) => {
    const set = await store.subscriptions.get(where.team.id, where.channel('general').id);
    if (!set) throw new Error('The digest was not set up.');
    const due = new Date(Date.now() - 5 * MINUTE_MS);
    await store.subscriptions.save({
      ...set,
      at: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'short' }).format(due),
      activeFrom: new Date(due.getTime() - MINUTE_MS).toISOString(),
    });
  });
}

const digests = (where: LocalWorkspace) =>
  where
    .messages(where.channel('general').id)
    .filter(({ metadata }) => metadata?.event_type === 'ofsted_digest');

const rowsWith = async (word: string): Promise<string[]> =>
  Object.entries(await opened.readAllTables()).flatMap(([table, rows]) =>
    rows.filter((row) => row.includes(word)).map((row) => `${table}: ${row}`),
  );

/** Resolves when no row of any table has a word. */
async function goneFromAllTables(word: string): Promise<void> {
  const end = Date.now() + 10_000;
  while ((await rowsWith(word)).length > 0 && Date.now() < end) await sleep(100);
  expect(await rowsWith(word)).toEqual([]);
}

describe('Two workspaces that install the app', () => {
  it('are answered and get their digests, each by its own token, until one removes the app', async () => {
    const { slack, second } = opened;
    expect(await opened.install(slack.team.id)).toMatchObject({ status: 200 });
    const page = await opened.install(second.team.id);
    expect(page.text).toContain('The app is installed in Second &lt;Council&gt;.');
    for (const where of [slack, second]) {
      expect((await opened.ask(where, 'tameside latest')).text).toMatch(GRADE);
      expect((await opened.mention(where, 'tameside latest')).text).toMatch(GRADE);
      await digestDue(where);
    }
    await opened.restart();
    for (const where of [slack, second]) await where.waitFor(() => digests(where).length > 0);
    const posts = slack
      .requests('chat.postMessage')
      .filter(({ args }) => JSON.stringify(args.metadata ?? '').includes('ofsted_digest'));
    expect(posts.map(({ team, args }) => [team, args.channel]).sort()).toEqual(
      [slack, second].map((each) => [each.team.id, each.channel('general').id]).sort(),
    );

    await slack.idle();
    const tablesWith = async (word: string) =>
      (await rowsWith(word)).map((row) => row.split(':', 1)[0]).sort();
    const stays = await tablesWith(slack.team.id);
    expect((await rowsWith(second.team.id)).length).toBeGreaterThan(3);
    await second.uninstall();
    await slack.idle();
    await goneFromAllTables('SECOND');
    expect(await tablesWith(slack.team.id)).toEqual(stays);
    expect((await opened.readAllTables()).digest_runs).toHaveLength(1);
    expect((await opened.ask(slack, 'tameside latest')).text).toMatch(GRADE);
    await expect(second.command('/ofsted tameside latest')).rejects.toThrow('not a valid command');
  });

  /** Sends an event to the bot as Slack would, so many seconds after it happened. */
  async function tell(where: LocalWorkspace, event: object, secondsAgo: number): Promise<void> {
    const now = Math.floor(Date.now() / 1_000);
    const body = JSON.stringify({
      ...{ type: 'event_callback', api_app_id: where.appId, team_id: where.team.id },
      ...{ event_id: `Ev${now}${secondsAgo}`, event_time: now - secondsAgo, event },
      authorizations: [
        { enterprise_id: null, team_id: where.team.id, is_bot: true, is_enterprise_install: false },
      ],
    });
    const headers = { 'content-type': 'application/json', ...where.sign(body) };
    expect((await where.sendRaw({ body, headers })).status).toBe(200);
  }

  it('keep what they have where Slack tells late of an earlier end, or of a token of a person', async () => {
    const { slack } = opened;
    await opened.install(slack.team.id);
    await tell(slack, { type: 'app_uninstalled' }, 60);
    const tokens = { oauth: ['U1'], bot: [] };
    await tell(slack, { type: 'tokens_revoked', tokens }, 0);
    expect((await opened.ask(slack, 'tameside latest')).text).toMatch(GRADE);
    await tell(slack, { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U1'] } }, 0);
    await goneFromAllTables(slack.team.id);
  });

  it('have their tokens sealed: neither the database nor the log has one', async () => {
    const { slack, second } = opened;
    slack.oauth.rotateTokens(43_200);
    for (const { team } of [slack, second]) await opened.install(team.id);
    await opened.ask(second, 'tameside latest');
    const all = JSON.stringify(await opened.readAllTables());
    for (const text of [all, opened.log()]) {
      expect(text).not.toMatch(/xox[a-z]/);
      expect(text).not.toContain(slack.oauth.clientSecret);
    }
  });

  it('go on under another key once it stands before the old one, which can then be left out', async () => {
    const { slack } = opened;
    await opened.install(slack.team.id);
    await opened.restart({ STATE_KEY: `${'n'.repeat(40)}, ${KEY}` });
    expect((await opened.ask(slack, 'tameside latest')).text).toMatch(GRADE);
    await opened.restart({ STATE_KEY: 'n'.repeat(40) });
    expect((await opened.ask(slack, 'tameside latest')).text).toMatch(GRADE);
    await opened.restart({ STATE_KEY: KEY });
    expect(opened.lines.join('\n')).toMatch(
      /tokens of 1 of them were sealed with a key that STATE_KEY does not have/,
    );
    const { text } = await opened.ask(slack, 'tameside latest');
    expect(text).toMatch(/cannot answer here just now: .* install this app again/);
  });
});

describe('An organisation that installs the app', () => {
  it('has all its workspaces answered, each under its own key, and each can leave alone', async () => {
    const { slack } = opened;
    const organisation = slack.addOrganisation('County');
    const [north, south] = ['NORTH', 'SOUTH'].map((key) =>
      slack.addWorkspace({ key, name: key, organisation }),
    );
    if (!north || !south) throw new Error('no workspaces');
    await opened.install(slack.team.id);
    expect((await opened.install(organisation.id)).text).toContain('installed in County');
    for (const where of [north, south]) {
      const reply = await opened.ask(where, 'tameside latest');
      expect(reply.text).toMatch(GRADE);
      await where.click(reply, 'ofsted_report').catch(() => undefined);
      expect((await opened.mention(where, 'tameside latest')).text).toMatch(GRADE);
      await where.openHome();
      await digestDue(where);
    }
    await opened.restart();
    for (const where of [north, south]) await where.waitFor(() => digests(where).length > 0);
    const tables = await opened.readAllTables();
    for (const [table, rows] of Object.entries(tables))
      for (const row of rows)
        expect([table, row]).toEqual([table, expect.not.stringMatching(EMPTY)]);
    const teams = (tables.subscriptions ?? []).map((row) => JSON.parse(row).team).sort();
    expect(teams).toEqual([north.team.id, south.team.id]);

    // What Slack has sent of a workspace is taken in before the workspace leaves.
    await slack.idle();
    await north.revokeAccess();
    await slack.idle();
    await goneFromAllTables('NORTH');
    expect((await opened.ask(south, 'tameside latest')).text).toMatch(GRADE);
    await organisation.uninstall();
    await slack.idle();
    for (const word of ['SOUTH', organisation.id]) await goneFromAllTables(word);
    expect((await opened.ask(slack, 'tameside latest')).text).toMatch(GRADE);
  });
});

/** A key without a workspace. */
const EMPTY = /"(?:team|id|org|key)":"(?:"|\/|[^"]*:\/)/;
