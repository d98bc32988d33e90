import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the wire between one bot and Slack does to a request. */
const TROUBLES = {
  none: 0.62,
  limited: 0.06,
  errorBefore: 0.05,
  errorAfter: 0.05,
  droppedBefore: 0.05,
  droppedAfter: 0.05,
  slowBefore: 0.06,
  slowAfter: 0.06,
} as const;
type Trouble = keyof typeof TROUBLES;

const SLOWEST_MS = 1_500;

/** The wire of one bot: `apiUrl` instead of Slack's own. */
export type Wire = {
  apiUrl: string;
  /**
   * Called when Slack has taken a digest or a reply and before the bot can know; where it gives
   * true the answer is lost.
   */
  onPostTaken: () => boolean;
  close: () => Promise<void>;
};

/**
 * Passes a bot's requests on to Slack, and breaks, delays and refuses those that post or read the
 * history.
 */
export async function createWire(slackApiUrl: string, random: () => number): Promise<Wire> {
  const pick = (): Trouble => {
    let left = random();
    for (const trouble of Object.keys(TROUBLES)) {
      if (!isTrouble(trouble)) continue;
      left -= TROUBLES[trouble];
      if (left < 0) return trouble;
    }
    return 'none';
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const method = (request.url ?? '').replace(/^.*\//, '');
    const body = await bodyOf(request);
    const isPost = method === 'chat.postMessage' && body.includes('ofsted_');
    const forward = async () => {
      const answer = await fetch(new URL(method, slackApiUrl), {
        method: 'POST',
        body,
        headers: {
          'content-type': request.headers['content-type'] ?? '',
          authorization: request.headers.authorization ?? '',
        },
      });
      if (isPost && answer.ok && wire.onPostTaken()) response.destroy();
      return answer;
    };
    const pass = async (answer: Response) => {
      if (response.destroyed) return;
      response.writeHead(answer.status, headersOf(answer));
      response.end(await answer.text());
    };
    if (!/^(chat\.postMessage|conversations\.(history|replies))$/.test(method))
      return pass(await forward());
    const trouble = pick();
    switch (trouble) {
      case 'none':
        return pass(await forward());
      case 'limited':
        response.writeHead(429, { 'retry-after': '1' }).end();
        return;
      case 'errorAfter':
        await forward();
        if (!response.destroyed) response.writeHead(500).end('after');
        return;
      case 'errorBefore':
        response.writeHead(500).end('before');
        return;
      case 'droppedAfter':
        await forward();
        response.destroy();
        return;
      case 'droppedBefore':
        response.destroy();
        return;
      case 'slowBefore':
        await sleep(random() * SLOWEST_MS);
        return pass(await forward());
      case 'slowAfter': {
        const answer = await forward();
        await sleep(random() * SLOWEST_MS);
        return pass(answer);
      }
    }
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the wire has no port');
  const wire: Wire = {
    apiUrl: `http://127.0.0.1:${address.port}/api/`,
    onPostTaken: () => false,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return wire;
}

const isTrouble = (name: string): name is Trouble => name in TROUBLES;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf(answer: Response): Record<string, string> {
  const kept = ['content-type', 'retry-after', 'x-oauth-scopes'];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
