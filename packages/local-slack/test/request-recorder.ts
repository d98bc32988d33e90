import { createServer, type IncomingMessage } from 'node:http';

/** One request as it arrived. */
export type ReceivedRequest = { headers: IncomingMessage['headers']; body: string };

/** What the app answers: a status and a body, or `silence`, which never answers. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: string }
  | 'silence';

/**
 * A bare HTTP server in the app's place, which records what it hears and answers as it is told, 200
 * by default.
 */
export async function startRequestRecorder(
  reply: (received: ReceivedRequest, count: number) => Reply = () => ({}),
) {
  const received: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const one = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
    received.push(one);
    const answer = reply(one, received.length);
    if (answer === 'silence') return;
    response.writeHead(answer.status ?? 200, answer.headers);
    response.end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The recorder has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/slack/events`,
    received,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
