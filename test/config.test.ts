import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../src/config.js';
import { InspectionError } from '../src/domain/errors.js';

const sentence = (environment: Record<string, string | undefined>): string => {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof InspectionError) return error.message;
    throw error;
  }
  throw new Error('it was taken');
};

describe('The configuration', () => {
  it('needs nothing: a local Slack, port 3000, a state file in the user’s own folder', () => {
    expect(parseConfig({})).toEqual({
      connection: { mode: 'local' },
      apiUrl: 'https://slack.com/api/',
      port: 3000,
      portIsFixed: false,
      databaseUrl: expect.stringMatching(/^file:.+ofsted-bot.*state\.sqlite$/),
      digestLeaseSeconds: 180,
      replyLeaseSeconds: 30,
      stateKeys: undefined,
      dataDir: undefined,
      sync: { daily: 'off', by: 'everyone', contact: undefined },
      features: { feedback: true, unfurl: 'on', workObjects: false },
      reportsKeepDays: 180,
      limits: { person: 30, workspace: 600 },
      metrics: false,
      logLevel: 'info',
    });
  });

  it('takes proxies in capitals and in small letters, which go first', () => {
    expect(
      parseConfig({
        HTTPS_PROXY: 'http://a.example.org:3128',
        https_proxy: 'http://b.example.org:3128',
        no_proxy: 'localhost,.example.org',
      }).proxies,
    ).toEqual({ https: 'http://b.example.org:3128', none: 'localhost,.example.org' });
    expect(parseConfig({ NO_PROXY: '*' }).proxies).toBeUndefined();
    expect(sentence({ HTTPS_PROXY: 'proxy:3128' })).toMatch(/^HTTPS_PROXY must be/);
  });

  it('leaves links alone in a workspace until that is switched on', () => {
    const workspace = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };
    expect(parseConfig(workspace).features.unfurl).toBe('off');
    const everything = { UNFURL: 'everywhere', WORK_OBJECTS: 'on', FEEDBACK: 'off' };
    expect(parseConfig({ ...workspace, ...everything }).features).toEqual({
      ...{ unfurl: 'everywhere', workObjects: true, feedback: false },
    });
    for (const name of ['UNFURL', 'WORK_OBJECTS', 'FEEDBACK'])
      expect(sentence({ [name]: 'perhaps' })).toMatch(new RegExp(`^${name} must be`));
  });

  it('takes an address to listen on', () => {
    for (const HOST of ['127.0.0.1', '0.0.0.0', '::', 'localhost', 'bot.example.org'])
      expect(parseConfig({ HOST }).host).toBe(HOST);
    expect(sentence({ HOST: 'http://localhost' })).toMatch(/^HOST must be/);
  });

  it('counts empty and blank values as unset', () => {
    const names = [
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_APP_TOKEN',
      'SLACK_CLIENT_ID',
      'SLACK_CLIENT_SECRET',
      'STATE_KEY',
      'SLACK_API_URL',
      'PORT',
      'HOST',
      'HTTPS_PROXY',
      'HTTP_PROXY',
      'NO_PROXY',
      'DATABASE_URL',
      'DIGEST_LEASE_SECONDS',
      'DATA_DIR',
      'SYNC',
      'SYNC_BY',
      'SYNC_CONTACT',
      'REPORTS_KEEP_DAYS',
      'PERSON_LIMIT',
      'WORKSPACE_LIMIT',
      'METRICS',
      'LOG_LEVEL',
    ];
    for (const blank of ['', '  '])
      expect(parseConfig(Object.fromEntries(names.map((name) => [name, blank])))).toEqual(
        parseConfig({}),
      );
  });

  it('takes HTTP with a bot token and a signing secret', () => {
    expect(
      parseConfig({ SLACK_BOT_TOKEN: 'bot', SLACK_SIGNING_SECRET: 'secret' }).connection,
    ).toEqual({ mode: 'http', botToken: 'bot', signingSecret: 'secret' });
  });

  it('takes Socket Mode with a bot token and an app token, whatever else is set', () => {
    expect(
      parseConfig({ SLACK_BOT_TOKEN: 'bot', SLACK_APP_TOKEN: 'app', SLACK_SIGNING_SECRET: 's' })
        .connection,
    ).toEqual({ mode: 'socket', botToken: 'bot', appToken: 'app' });
  });

  it('takes addresses, port, folders and log level as they are given', () => {
    expect(
      parseConfig({
        SLACK_API_URL: 'http://127.0.0.1:9/api',
        PORT: '8080',
        DATABASE_URL: 'file:./here.sqlite',
        DIGEST_LEASE_SECONDS: '30',
        DATA_DIR: 'record',
        SYNC: 'followed',
        SYNC_BY: 'admins',
        SYNC_CONTACT: 'name@example.org',
        LOG_LEVEL: 'silent',
      }),
    ).toMatchObject({
      apiUrl: 'http://127.0.0.1:9/api/',
      port: 8080,
      portIsFixed: true,
      databaseUrl: 'file:./here.sqlite',
      digestLeaseSeconds: 30,
      dataDir: 'record',
      sync: { daily: 'followed', by: 'admins', contact: 'name@example.org' },
      logLevel: 'silent',
    });
  });

  const OAUTH = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client',
    SLACK_SIGNING_SECRET: 'secret',
    STATE_KEY: 'k'.repeat(32),
  };

  it('takes several workspaces with a client id, and one where a bot token is set', () => {
    expect(parseConfig(OAUTH).connection).toEqual({
      mode: 'workspaces',
      clientId: '1.2',
      clientSecret: 'client',
      signingSecret: 'secret',
    });
    expect(parseConfig({ ...OAUTH, SLACK_BOT_TOKEN: 'bot' }).connection).toMatchObject({
      mode: 'http',
      botToken: 'bot',
    });
  });

  it('takes several keys, in their order', () => {
    const [first, second] = ['a'.repeat(32), 'b'.repeat(32)];
    expect(parseConfig({ STATE_KEY: `${first}, ${second}` }).stateKeys).toEqual([first, second]);
    for (const keys of ['short', `${first},`, `${first},short`])
      expect(sentence({ STATE_KEY: keys })).toMatch(/^STATE_KEY must have at least 32 characters/);
  });

  it.each(Object.keys(OAUTH))(
    'says in one sentence that %s is missing for several workspaces',
    (name) => {
      const said = sentence({ ...OAUTH, [name]: '' });
      expect(said).toMatch(new RegExp(`is set without ${name}: set ${name} to [^.]+\\.$`));
    },
  );

  it.each<[Record<string, string>, RegExp]>([
    [
      { ...OAUTH, SLACK_APP_TOKEN: 'app' },
      /^SLACK_APP_TOKEN is set beside SLACK_CLIENT_ID: .* unset/,
    ],
    [{ SLACK_BOT_TOKEN: 'bot' }, /^SLACK_BOT_TOKEN is set alone: .*SLACK_APP_TOKEN.*SLACK_SIGNING/],
    [{ SLACK_SIGNING_SECRET: 's' }, /^SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN/],
    [{ SLACK_APP_TOKEN: 'app' }, /^SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN/],
    [{ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'a' }, /^SLACK_BOT_TOKEN holds an app-level/],
    [{ SLACK_BOT_TOKEN: 'bot', SLACK_APP_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN holds a bot token/],
    [{ PORT: 'eighty' }, /^PORT must be a whole number/],
    [{ PORT: '70000' }, /^PORT must be a whole number/],
    [{ PORT: '1e3' }, /^PORT must be a whole number/],
    [{ DIGEST_LEASE_SECONDS: '0' }, /^DIGEST_LEASE_SECONDS must be a whole number of seconds/],
    [{ DIGEST_LEASE_SECONDS: '3601' }, /^DIGEST_LEASE_SECONDS must be/],
    [{ SYNC: 'yes' }, /^SYNC must be one of off, followed, all/],
    [{ SYNC_BY: 'me' }, /^SYNC_BY must be one of everyone, admins, nobody/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of trace, debug/],
    [{ SLACK_API_URL: 'slack' }, /^SLACK_API_URL must be the http\(s\) address/],
    [{ SLACK_API_URL: 'ftp://slack.com/' }, /^SLACK_API_URL must be the http\(s\) address/],
  ])('refuses %j in one sentence that names the variable', (environment, expected) => {
    expect(sentence(environment)).toMatch(expected);
  });

  it('never repeats a value', () => {
    const secret = 'a-value-nobody-may-see';
    for (const environment of [
      { SLACK_BOT_TOKEN: secret },
      { SLACK_APP_TOKEN: secret },
      { SLACK_SIGNING_SECRET: secret },
      { SLACK_BOT_TOKEN: `xapp-${secret}` },
      { PORT: secret },
      { LOG_LEVEL: secret },
      { SLACK_API_URL: secret },
    ])
      expect(sentence(environment)).not.toContain(secret);
  });
});
