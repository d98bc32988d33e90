import type { ServerResponse } from 'node:http';
import type { Judge } from './judge.js';
import { troublePage } from './pages.js';

/** What can go wrong with an answer. */
export const FAULTS = [
  'too many requests',
  'too many requests until a date',
  'forbidden',
  'unavailable',
  'unavailable for a second',
  'broken off',
  'cut short',
  'a page of trouble',
  'slow',
] as const;
export type Fault =
  | (typeof FAULTS)[number]
  | 'huge'
  | 'endless redirects'
  | 'to another host'
  | 'to a file of the disk'
  | 'never';

const HALF_A_REPORT = '%PDF-1.7\n'.padEnd(500, '0');

/** Answers a request with a fault. */
export function misbehave(
  fault: Fault,
  response: ServerResponse,
  { judge, url }: { judge: Judge; url: string },
): void {
  const status = (code: number, headers: Record<string, string> = {}): void => {
    response.writeHead(code, { 'content-type': 'text/html', ...headers }).end(troublePage());
  };
  switch (fault) {
    case 'too many requests':
      judge.asksToWait(1_000);
      status(429, { 'retry-after': '1' });
      return;
    case 'too many requests until a date': {
      // A date has no milliseconds, so the client cannot know of those that are cut off.
      const until = Math.ceil((Date.now() + 500) / 1_000) * 1_000;
      judge.asksToWait(until - Date.now());
      status(429, { 'retry-after': new Date(until).toUTCString() });
      return;
    }
    case 'forbidden':
      status(403);
      return;
    case 'unavailable':
      status(503);
      return;
    case 'unavailable for a second':
      judge.asksToWait(1_000);
      status(503, { 'retry-after': '1' });
      return;
    case 'broken off':
      response.destroy();
      return;
    case 'cut short':
      response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '90000' });
      response.write(HALF_A_REPORT, () => response.destroy());
      return;
    case 'a page of trouble':
      status(200);
      return;
    case 'slow':
      response.writeHead(200, { 'content-type': 'application/pdf' });
      response.write(HALF_A_REPORT);
      setTimeout(() => response.destroy(), 5_000).unref();
      return;
    case 'never':
      return;
    case 'huge': {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void => {
        while (!response.destroyed && response.write('<li>'.repeat(50_000)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
      return;
    }
    case 'endless redirects':
      response.writeHead(302, { location: `${url}/v1/file/${Date.now()}${Math.random()}` }).end();
      return;
    case 'to another host':
      response.writeHead(302, { location: 'http://example.org/report.pdf' }).end();
      return;
    case 'to a file of the disk':
      response.writeHead(302, { location: 'file:///etc/passwd' }).end();
  }
}
