import { type ChildProcess, fork } from 'node:child_process';
import type { LocalSlack } from 'local-slack';
import { z } from 'zod';
import type { State } from './state.js';
import { createWire, type Wire } from './wire.js';

const Started = z.object({ url: z.string() });

/** One of the crew: a bot's process, started anew whenever it was killed. */
type Hand = { wire: Wire; process: ChildProcess | null; ready: boolean; url: string };

export type CrewOptions = {
  size: number;
  apiUrl: string;
  random: () => number;
  /** What a bot's process finds in its environment; SLACK_API_URL is its own wire. */
  environment: Record<string, string>;
};

/** What a bot finds in its environment that answers a workspace over HTTP, with such a state. */
export const botEnvironment = (
  { botToken, signingSecret }: LocalSlack,
  { url }: State,
): Record<string, string> => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  DATABASE_URL: url,
});

/** Several bots over the same state, each with a wire of its own to Slack. */
export async function startCrew({ size, apiUrl, random, environment }: CrewOptions) {
  const said: string[] = [];
  const hands: Hand[] = [];
  let stopping = false;
  const board = (hand: Hand) => {
    const bot = fork(new URL('./bot.mjs', import.meta.url), {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        ...environment,
        SLACK_API_URL: hand.wire.apiUrl,
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
    });
    hand.process = bot;
    hand.ready = false;
    for (const stream of [bot.stdout, bot.stderr])
      stream?.on('data', (chunk) => {
        said.push(String(chunk));
        if (said.length > 200) said.shift();
      });
    bot.on('message', (message) => {
      hand.url = Started.parse(message).url;
      hand.ready = true;
    });
    bot.on('exit', () => {
      hand.process = null;
      hand.ready = false;
      if (!stopping) board(hand);
    });
  };
  for (let at = 0; at < size; at += 1) {
    const hand: Hand = {
      wire: await createWire(apiUrl, random),
      process: null,
      ready: false,
      url: '',
    };
    hands.push(hand);
    board(hand);
  }
  const ready = () => hands.filter((hand) => hand.ready);
  const kill = (hand: Hand): boolean => {
    const isAlive = hand.ready && hand.process !== null;
    hand.ready = false;
    return isAlive && (hand.process?.kill('SIGKILL') ?? false);
  };
  return {
    /** The last lines that bots have logged. */
    said: () => said.join(''),
    readyCount: () => ready().length,
    /** Kills one that is at work; false where none is. */
    killOne: (): boolean => {
      const hand = ready()[Math.floor(random() * ready().length)];
      return hand !== undefined && kill(hand);
    },
    /** Where those that are at work listen. */
    urls: (): string[] => ready().map(({ url }) => url),
    /** Asks one that is at work to stop; false where none is. */
    stopOne: (): boolean => {
      const hand = ready()[Math.floor(random() * ready().length)];
      if (hand === undefined) return false;
      hand.ready = false;
      return hand.process?.kill('SIGTERM') ?? false;
    },
    /**
     * Kills each, while `wanted` says so, whenever Slack has taken a post of it and before it can
     * know; tells `then`.
     */
    killAtPosts: (wanted: () => boolean, then: () => void) => {
      for (const hand of hands)
        hand.wire.onPostTaken = () => {
          if (!wanted() || !kill(hand)) return false;
          then();
          return true;
        };
    },
    stop: async () => {
      stopping = true;
      for (const hand of hands) {
        const { process: bot } = hand;
        if (bot !== null) {
          const ended = new Promise((resolve) => bot.once('exit', resolve));
          bot.kill('SIGKILL');
          await ended;
        }
        await hand.wire.close();
      }
    },
  };
}
