// Slack's side of bench-replies.mjs: sends signed commands to a process, takes what it sends to
// their response_urls, and notes how long both took.
import { createHmac } from 'node:crypto';
import { Agent, createServer, request } from 'node:http';

export const SECRET = 'a-signing-secret-for-measuring-only';
const LONGEST_MS = 30_000;

/** A Slack that takes any token, any reply and any file. */
export async function openSlack() {
  const waiting = new Map();
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.once('end', () => {
      response.setHeader('content-type', 'application/json');
      const reply = waiting.get(incoming.url);
      if (reply) reply();
      const isAuth = incoming.url.endsWith('auth.test');
      const who = { team_id: 'T1', user_id: 'U1BOT', bot_id: 'B1', team: 'bench' };
      const isUpload = incoming.url.endsWith('files.getUploadURLExternal');
      const { port } = server.address();
      const file = { upload_url: `http://127.0.0.1:${port}/upload`, file_id: 'F1' };
      response.end(
        reply ? 'ok' : JSON.stringify({ ok: true, ...(isAuth && who), ...(isUpload && file) }),
      );
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return { waiting, url, apiUrl: `${url}/api/`, close: () => server.close() };
}

let number = 0;

/** Sends commands to a bot's port; `ask` gives the milliseconds to acknowledgement and to reply. */
export function loadOf(slack, port) {
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  const ask = (text) =>
    new Promise((resolve, reject) => {
      const path = `/reply/${++number}`;
      const began = performance.now();
      const times = { ack: null, reply: null };
      const timer = setTimeout(() => reject(new Error(`no answer to “${text}”`)), LONGEST_MS);
      const done = () => {
        if (times.ack === null || times.reply === null) return;
        clearTimeout(timer);
        slack.waiting.delete(path);
        resolve(times);
      };
      slack.waiting.set(path, () => {
        times.reply ??= performance.now() - began;
        done();
      });
      const body = new URLSearchParams({
        ...{ command: '/ofsted', text, team_id: 'T1', channel_id: 'C1', user_name: 'bench' },
        ...{ user_id: `U${number % 1_000}`, trigger_id: `${number}.bench` },
        response_url: `${slack.url}${path}`,
      }).toString();
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const hash = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${hash}`,
      };
      const options = { port, agent, method: 'POST', path: '/slack/events', headers };
      const sent = request(options, (response) => {
        response.resume();
        if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
        times.ack = performance.now() - began;
        done();
      });
      sent.once('error', reject);
      sent.end(body);
    });

  return {
    ask,
    /** Replies a second while so many commands are always under way. */
    async throughput(texts, { atOnce, seconds }) {
      const end = performance.now() + seconds * 1_000;
      let replies = 0;
      const lane = async () => {
        while (performance.now() < end) {
          await ask(texts[replies % texts.length]);
          replies += 1;
        }
      };
      const began = performance.now();
      await Promise.all(Array.from({ length: atOnce }, lane));
      return (replies * 1_000) / (performance.now() - began);
    },
    /** The times of commands that come so many a second, whether answered or not. */
    async atRate(texts, { aSecond, seconds }) {
      const all = [];
      const began = performance.now();
      for (let sent = 0; sent < aSecond * seconds; ) {
        const due = ((performance.now() - began) / 1_000) * aSecond;
        for (; sent < due; sent += 1) all.push(ask(texts[sent % texts.length]));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return Promise.all(all);
    },
  };
}
