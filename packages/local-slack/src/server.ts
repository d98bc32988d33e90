import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isUploadPath } from './files.js';
import { sendJson, sendText } from './http.js';
import { AUTHORIZE_PATH } from './oauth/codes.js';
import { handleUserAction, pageState, streamChanges } from './page-api.js';
import { FILES_PATH, sendFile, serveFile } from './page-files.js';
import type { ServerContext } from './server-context.js';
import type { WebApiRoutes } from './web-api-routes.js';

const PORTS_TRIED = 20;
const HIGHEST_PORT = 65_535;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** No port could be had; the message says which and why. */
export class NoPort extends Error {
  override name = 'NoPort';
}

/** Answers a request itself and returns true, or leaves it and returns false. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Routes one request: the app's handler first, then the Web API, `response_url`s, and the page's
 * API.
 */
export async function route(
  {
    context,
    api,
    page,
    handle,
  }: { context: ServerContext; api: WebApiRoutes; page: URL | null; handle?: Handler },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (handle?.(request, response) === true) return;
  const url = new URL(request.url ?? '/', context.url);
  const { pathname } = url;
  const { method } = request;
  if (pathname.startsWith('/api/')) return api.callMethod(request, response, url);
  if (pathname.startsWith('/commands/') && method === 'POST') {
    return api.useResponseUrl(request, response, url);
  }
  if (isUploadPath(pathname) && method === 'POST') return api.upload(request, response, url);
  if (!isFromThisPage(request, context))
    return sendText(response, 403, 'Open this page at its own address.');
  if (pathname === AUTHORIZE_PATH && (method === 'GET' || method === 'POST'))
    return context.site.codes.authorize(request, response, url);
  if (pathname === '/local/actions' && method === 'POST')
    return handleUserAction(context, request, response);
  if (method !== 'GET') return sendText(response, 405, 'Only GET is answered here.');
  if (pathname === '/local/state') return sendJson(response, pageState(context));
  if (pathname === '/local/events') return streamChanges(context, response);
  if (pathname.startsWith(FILES_PATH)) return sendFile(context, pathname, response);
  if (page === null) return sendText(response, 404, 'There is nothing here.');
  return serveFile(page, pathname, response);
}

/**
 * Listens on `port` of `host`, or on the next free one above it; 0 takes any. Returns the port.
 * @throws NoPort where twenty ports in a row are taken, or one may not be used.
 */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  const last = Math.min(port + PORTS_TRIED - 1, HIGHEST_PORT);
  for (let tried = port; tried <= last; tried += 1) {
    const address = await tryListen(server, tried, host);
    if (address !== null) return address.port;
  }
  throw new NoPort(
    last > port
      ? `The ports ${port} to ${last} of ${host} are all taken`
      : `Port ${port} of ${host} is taken`,
  );
}

function tryListen(server: Server, port: number, host: string): Promise<AddressInfo | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(new NoPort(`Port ${port} of ${host} cannot be used (${error.code})`));
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('No port was given.'));
      else resolve(address);
    });
  });
}

/** No other website may read the state or act in the person's name. */
function isFromThisPage({ headers }: IncomingMessage, { url }: ServerContext): boolean {
  const { host = '', origin } = headers;
  const isLoopback = LOOPBACK.includes(new URL(url).hostname);
  const isExpected = !isLoopback || LOOPBACK.includes(host.replace(/:\d+$/, ''));
  const own = [`http://${host}`, `https://${host}`];
  return isExpected && (origin === undefined || own.includes(origin));
}
