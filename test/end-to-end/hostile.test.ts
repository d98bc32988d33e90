import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LocalSlack, type StoredMessage, startLocalSlack } from 'local-slack';
import { z } from 'zod';
import { openDatabase } from '../../src/store/database.js';
import { LOCAL_WORKSPACE } from '../../src/wiring/local-workspace.js';
import { createRandom } from '../crash/random.js';
import {
  type Chance,
  FORGED,
  type HostileRequest,
  hostileText,
  signed,
  unsigned,
} from './hostile-requests.js';

/** The full check asks for 10,000, `npm run test:long` for 100,000; a seed makes the same again. */
const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 600);
const SEED = Number(process.env.HOSTILE_SEED ?? 14);
/** One in ten is validly signed; half of these are what somebody asks. */
const SIGNED = 0.1;
const ASKED = 0.05;
const AT_ONCE = 16;
const LONGEST_ANSWER_MS = 30_000;
const MOST_GROWTH_BYTES = 200e6;

let folder: string;
let slack: LocalSlack;
let bot: ChildProcess;
let botUrl: string;
let evil: Server;
let believed = 0;
const databaseUrl = () => `file:${join(folder, 'state.sqlite')}`;
const alarms: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  evil = createServer((socket) => {
    believed += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
  slack = await startLocalSlack({ ...LOCAL_WORKSPACE, page: false });
  bot = spawn(process.execPath, ['dist/app.js'], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      PORT: '0',
      METRICS: 'on',
      LOG_LEVEL: 'info',
      DATABASE_URL: databaseUrl(),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      PERSON_LIMIT: '0',
      WORKSPACE_LIMIT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (bot.stderr)
    createInterface(bot.stderr).on('line', (line) => {
      if (/unhandled|uncaught|FORGED/i.test(line)) alarms.push(line);
    });
  if (bot.stdout)
    for await (const line of createInterface(bot.stdout)) {
      const port = /on port (\d+)/.exec(line)?.[1];
      if (port) {
        botUrl = `http://127.0.0.1:${port}`;
        break;
      }
    }
  slack.deliverTo(`${botUrl}/slack/events`);
}, 60_000);
afterAll(async () => {
  bot.kill('SIGKILL');
  evil.close();
  await slack.close();
  rmSync(folder, { recursive: true });
});

/** The status that a request is answered with; null where the connection ends without. */
function send({ method, path, headers, body, how }: HostileRequest): Promise<number | null> {
  return new Promise((resolve) => {
    const sent = request(`${botUrl}/`, { method, path, headers, agent: false }, (response) => {
      response.resume();
      response.once('close', () => resolve(response.statusCode ?? null));
    });
    sent.once('error', () => resolve(null));
    sent.once('close', () => resolve(null));
    sent.setTimeout(LONGEST_ANSWER_MS, () => sent.destroy());
    const half = Math.floor(body.length / 2);
    if (how === undefined) sent.end(body);
    else {
      sent.write(body.slice(0, half));
      void setTimeout(50).then(() =>
        how === 'slowly' ? sent.end(body.slice(half)) : sent.destroy(),
      );
    }
  });
}

const memory = async (): Promise<number> => {
  const text = await (await fetch(`${botUrl}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
};

/** What was mentioned and then delivered again; one reply is to stand under each. */
const repeated: StoredMessage[] = [];
const ownReplies = (message: StoredMessage): StoredMessage[] =>
  slack.replies(message).filter(({ user }) => user === slack.bot.id);

/** Asks as a person of a lane does; gives the reply. Mentions are delivered again, as they were. */
async function ask(chance: Chance, lane: number): Promise<StoredMessage> {
  const where = { user: `U0LANE${lane}`, channel: `lane-${lane}` };
  const text = hostileText(chance);
  const replyIn = (messages: StoredMessage[], after: string) =>
    messages.find(({ user, ts }) => user === slack.bot.id && ts > after);
  if (chance.random() < 0.7) {
    const last = slack.ephemerals(where.user).at(-1)?.ts ?? '';
    await slack.command(`/ofsted ${text}`, where);
    const options = { timeoutMs: LONGEST_ANSWER_MS };
    return slack.waitFor((s) => replyIn(s.ephemerals(where.user), last), options);
  }
  const message = await slack.mention(text, where);
  const options = { timeoutMs: LONGEST_ANSWER_MS };
  const reply = await slack.waitFor((s) => replyIn(s.replies(message), message.ts), options);
  const delivered = slack
    .attempts()
    .find(({ delivery }) => JSON.stringify(delivery.payload).includes(`"${message.ts}"`));
  if (delivered) {
    const body = JSON.stringify(delivered.delivery.payload);
    const headers = { 'content-type': 'application/json', ...slack.sign(body) };
    for (let times = 0; times < 2; times += 1)
      expect((await slack.sendRaw({ body, headers })).status).toBe(200);
    repeated.push(message);
  }
  return reply;
}

describe(`A bot that gets ${REQUESTS} hostile requests`, () => {
  it(
    'lets none in, answers those that are signed, and goes on',
    async () => {
      const random = createRandom(SEED);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
      const chance: Chance = {
        ...{ random, pick, botUrl, sign: slack.sign },
        evilUrl: `http://127.0.0.1:${z.object({ port: z.number() }).parse(evil.address()).port}/`,
      };
      const letIn = new Map<string, number>();
      const unanswered = new Map<string, number>();
      const count = (map: Map<string, number>, kind: string) =>
        map.set(kind, (map.get(kind) ?? 0) + 1);
      const isDoubled = (message: StoredMessage) => ownReplies(message).length > 1;
      const answered = { asked: 0, signed: 0, refused: 0 };
      let left = REQUESTS;
      let warm = 0;
      const lane = async (number: number): Promise<void> => {
        slack.addUser({ id: `U0LANE${number}`, name: `lane-${number}` });
        slack.addChannel({ name: `lane-${number}`, members: [`U0LANE${number}`, slack.bot.id] });
        while (left-- > 0) {
          const which = random();
          expect(repeated.splice(0, repeated.length - AT_ONCE).filter(isDoubled)).toEqual([]);
          if (warm === 0 && left < REQUESTS * 0.8) warm = await memory();
          if (which < ASKED) {
            const reply = await ask(chance, number);
            if (reply.text.trim() === '') count(unanswered, 'a question');
            answered.asked += 1;
          } else if (which < SIGNED) {
            const hostile = signed(chance);
            const status = await send(hostile);
            if (status === null || status >= 500) count(unanswered, `${hostile.kind}: ${status}`);
            answered.signed += 1;
          } else {
            const hostile = unsigned(chance);
            const status = await send(hostile);
            const isCheck = hostile.kind.startsWith('a check of the certificate');
            if (status !== null && (status < 400 || status >= 500) && !isCheck)
              count(letIn, `${hostile.kind}: ${status}`);
            answered.refused += 1;
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, (_, number) => lane(number)));
      await slack.idle();
      expect(repeated.filter(isDoubled)).toEqual([]);
      expect([...letIn]).toEqual([]);
      expect([...unanswered]).toEqual([]);
      expect(bot.exitCode).toBeNull();
      expect((await fetch(`${botUrl}/health/ready`)).status).toBe(200);
      expect(alarms).toEqual([]);
      expect(believed).toBe(0);
      expect(slack.requests().filter((each) => JSON.stringify(each).includes(FORGED))).toEqual([]);
      const database = await openDatabase(databaseUrl());
      const forged = await database.run(`SELECT id FROM inbox WHERE team LIKE '%${FORGED}%'`);
      await database.close();
      expect(forged).toEqual([]);
      const grown = (await memory()) - warm;
      console.info({
        ...answered,
        memoryMB: Math.round(warm / 1e6),
        grownMB: Math.round(grown / 1e6),
      });
      expect(grown).toBeLessThan(MOST_GROWTH_BYTES);
    },
    60_000 + REQUESTS * 60,
  );
});
