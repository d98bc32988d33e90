import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Stands before several bots: `url` is where Slack sends to. */
export type Balancer = { url: string; doubled: () => number; close: () => Promise<void> };

/**
 * Passes each request on to one of the bots that are there, in turn, and a share of them to two at
 * once, as when Slack delivers again what it thinks was lost. Where nobody answers it says 502.
 */
export async function startBalancer(
  urls: () => string[],
  { random, doubledShare }: { random: () => number; doubledShare: number },
): Promise<Balancer> {
  let turns = 0;
  let doubled = 0;
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        (header): header is [string, string] =>
          typeof header[1] === 'string' && /^(content-type|x-slack-.*)$/.test(header[0]),
      ),
    );
    const bots = urls();
    const send = async (at: number): Promise<number> => {
      const url = new URL(request.url ?? '/', bots[at % bots.length]);
      const answer = await fetch(url, { method: 'POST', body, headers });
      await answer.text();
      return answer.status;
    };
    const at = turns++;
    const isDoubled = bots.length > 1 && random() < doubledShare;
    if (isDoubled) doubled += 1;
    const answers = await Promise.allSettled(isDoubled ? [send(at), send(at + 1)] : [send(at)]);
    const statuses = answers.map((each) => (each.status === 'fulfilled' ? each.value : 502));
    response.writeHead(Math.min(...statuses)).end();
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the balancer has no port');
  return {
    url: `http://127.0.0.1:${address.port}/slack/events`,
    doubled: () => doubled,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
