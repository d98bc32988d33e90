import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy on this machine, and the targets (`host:port`) that were asked for through it. */
export type TestProxy = { url: string; targets: string[]; close: () => Promise<void> };

/** Starts a proxy that tunnels (CONNECT) and forwards plain requests. */
export async function startProxy(): Promise<TestProxy> {
  const targets: string[] = [];
  const server: Server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '');
    targets.push(url.host);
    const { method, headers } = incoming;
    incoming.pipe(
      request(url, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }),
    );
  });
  // Tunnels are no connections of the server's any more once they are open.
  const tunnels = new Set<{ destroy: () => void }>();
  server.on('connect', ({ url = '' }, socket, head) => {
    targets.push(url);
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    for (const end of [socket, target]) {
      tunnels.add(end);
      end.on('error', () => end.destroy());
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    targets,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const tunnel of tunnels) tunnel.destroy();
      }),
  };
}
