import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, misbehave } from './faults.js';
import { createJudge, type Judge } from './judge.js';
import { councilPage, listingPage, redesignedPage } from './pages.js';
import type { SiteCouncil } from './published.js';

/** A request as it was answered; `whole` where all of the answer was sent. */
export type SiteRequest = { path: string; status: number; whole: boolean };

/** Ofsted's site on this machine: what it publishes, and all that was asked of it. */
export type OfstedSite = {
  url: string;
  councils: SiteCouncil[];
  robots: string;
  requests: SiteRequest[];
  judge: Judge;
  /** What goes wrong with the answer to a request, if anything. */
  faultFor: (path: string) => Fault | null;
  close(): Promise<void>;
};

export type SiteOptions = {
  councils: SiteCouncil[];
  /** Milliseconds that requests must be apart. */
  interval: number;
  /** Results on a page of the listing; Ofsted's are 100 at most. */
  rows?: number;
};

const DISALLOWED = ['/account'];

/** Starts the site on a free port. */
export async function startOfstedSite(options: SiteOptions): Promise<OfstedSite> {
  const site: OfstedSite = {
    url: '',
    councils: options.councils,
    robots: `User-agent: *\n${DISALLOWED.map((path) => `Disallow: ${path}\n`).join('')}`,
    requests: [],
    judge: createJudge(options.interval, DISALLOWED),
    faultFor: () => null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => {
    const { url: path = '' } = request;
    site.judge.arrives(request);
    const entry: SiteRequest = { path, status: 0, whole: false };
    site.requests.push(entry);
    response.on('finish', () => {
      entry.whole = true;
    });
    response.on('close', () => {
      entry.status = response.statusCode;
      site.judge.ends();
    });
    const fault = site.faultFor(path);
    if (fault) misbehave(fault, response, site);
    else answer(request, response, site, options.rows ?? 100);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  site.url = `http://127.0.0.1:${port}`;
  return site;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: OfstedSite,
  rows: number,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '', site.url);
  const reply = (type: string, content: Uint8Array | string): void =>
    send(request, response, type, content);
  if (pathname === '/robots.txt') {
    reply('text/plain', site.robots);
    return;
  }
  if (pathname === '/search') {
    search(request, response, site, { rows, query: searchParams });
    return;
  }
  const [, urn] = /^\/provider\/44\/(\d+)$/.exec(pathname) ?? [];
  const council = site.councils.find((each) => each.urn === urn);
  if (council) {
    const page = council.redesigned ? redesignedPage(council) : councilPage(council, site.url);
    reply('text/html; charset=utf-8', page);
    return;
  }
  const [, number = ''] = /^\/v1\/file\/(\d+)$/.exec(pathname) ?? [];
  const reports = site.councils.flatMap((each) => each.reports);
  const report = reports.find((each) => (each.movedTo ?? each.number) === Number(number));
  if (report) {
    reply('application/pdf', report.content);
    return;
  }
  const moved = reports.find((each) => each.movedTo && each.number === Number(number));
  if (moved) {
    response.writeHead(302, { location: `/v1/file/${moved.movedTo}` }).end();
    return;
  }
  response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
}

/** The listing takes what the site's form sends, and nothing else. */
function search(
  request: IncomingMessage,
  response: ServerResponse,
  site: OfstedSite,
  { rows, query }: { rows: number; query: URLSearchParams },
): void {
  const isOurs = query.get('level_1_types') === '3' && query.get('level_2_types[]') === '12';
  const asked = Number(query.get('rows'));
  if (!isOurs || !(asked >= 1 && asked <= 100)) {
    response.writeHead(400, { 'content-type': 'text/html' }).end('<h1>Bad request</h1>');
    return;
  }
  const start = Number(query.get('start'));
  const shown = site.councils.slice(start, start + rows);
  const html = listingPage(shown, site.councils.length, { start, rows, query });
  send(request, response, 'text/html; charset=utf-8', html);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  content: Uint8Array | string,
): void {
  const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(200, { 'content-type': type, etag }).end(content);
}
