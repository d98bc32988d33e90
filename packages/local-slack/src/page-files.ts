import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { isImage } from './files.js';
import { sendText } from './http.js';
import type { ServerContext } from './server-context.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The headers of everything the page is given: it loads nothing from elsewhere. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Where the page finds the images that the app uploaded. */
export const FILES_PATH = '/local/files/';

/** Sends an image that the app uploaded; nothing else that it did. */
export function sendFile(
  { site }: ServerContext,
  pathname: string,
  response: ServerResponse,
): void {
  const id = pathname.slice(FILES_PATH.length);
  const file = site.contexts.map(({ files }) => files.find(id)).find(Boolean);
  if (!file || !isImage(file)) {
    sendText(response, 404, 'There is no such image.');
    return;
  }
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': file.mimetype });
  response.end(file.bytes);
}

/** Serves a file of the page's folder; `/` is its index.html. No path leads out of the folder. */
export async function serveFile(
  folder: URL,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  const name = pathname === '/' ? 'index.html' : pathname.replace(/^\/page\//, '');
  const type = CONTENT_TYPES[extname(name)];
  const isPlain = name.split('/').every((part) => /^[\w-][\w.-]*$/.test(part));
  const content = isPlain && type ? await readFile(new URL(name, folder)).catch(() => null) : null;
  if (content === null) return sendText(response, 404, 'There is nothing here.');
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': type });
  response.end(content);
}
