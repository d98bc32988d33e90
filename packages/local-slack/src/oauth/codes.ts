import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http.js';
import { SlackError } from '../slack-error.js';
import type { Workspace } from '../workspace.js';
import type { Grant } from './grants.js';
import type { Organisation } from './organisation.js';

const CODE_LIFE_MS = 600_000;

/** Where a browser asks a person whether the app may be installed. */
export const AUTHORIZE_PATH = '/oauth/v2/authorize';

type Code<Context> = {
  grant: Grant<Context>;
  user: string;
  redirectUri: string | null;
  issuedAt: number;
};

/** The app as it is known to Slack's OAuth. */
export type OAuthApp = {
  clientId: string;
  clientSecret: string;
  /** Where people may be sent back to; the first one where the app names none. */
  redirectUrls: string[];
};

/** The page on which a person installs the app, and the codes that it gives out. */
export class Codes<Context extends { workspace: Workspace }> {
  private readonly codes = new Map<string, Code<Context>>();

  constructor(
    private readonly app: OAuthApp,
    private readonly contexts: readonly Context[],
    private readonly organisations: readonly Organisation[],
    private readonly now: () => number,
  ) {}

  /** Answers the page (GET), and what a person chose there (POST). */
  async authorize(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const problem = this.problemOf(url.searchParams);
    if (problem !== null) return sendPage(response, 400, `<p>${problem}</p>`);
    if (request.method !== 'POST') return sendPage(response, 200, this.form(url));
    const chosen = new URLSearchParams(await readBody(request));
    const { searchParams: asked } = url;
    const given = asked.get('redirect_uri');
    const to = new URL(given ?? this.app.redirectUrls[0] ?? '');
    const state = asked.get('state');
    if (state !== null) to.searchParams.set('state', state);
    if (chosen.get('decision') === 'allow') {
      const scopes = new Set((asked.get('scope') ?? '').split(/[ ,]+/));
      const granted = this.grantIn(chosen.get('place') ?? '', scopes);
      if (granted === null) return sendPage(response, 400, '<p>There is no such place.</p>');
      const code = randomBytes(16).toString('hex');
      const { grant, user } = granted;
      this.codes.set(code, { grant, user, redirectUri: given, issuedAt: this.now() });
      to.searchParams.set('code', code);
    } else to.searchParams.set('error', 'access_denied');
    response.writeHead(302, { location: to.href }).end();
  }

  /**
   * Uses a code up: what was granted, and by whom.
   * @throws SlackError where it is none, too old, or meant for another address.
   */
  use(code: string, redirectUri: string | null): { grant: Grant<Context>; user: string } {
    const found = this.codes.get(code);
    this.codes.delete(code);
    if (found === undefined || this.now() - found.issuedAt > CODE_LIFE_MS)
      throw new SlackError('invalid_code');
    if (found.redirectUri !== redirectUri) throw new SlackError('bad_redirect_uri');
    return found;
  }

  private problemOf(asked: URLSearchParams): string | null {
    if (asked.get('client_id') !== this.app.clientId) return 'Invalid client_id parameter';
    if (!asked.get('scope')?.trim()) return 'Invalid permissions requested';
    const redirect = asked.get('redirect_uri');
    const isKnown = redirect === null || this.app.redirectUrls.includes(redirect);
    if (!isKnown || this.app.redirectUrls.length === 0)
      return 'redirect_uri did not match any configured URIs';
    return null;
  }

  /** A place is the id of a workspace, or of an organisation with all its workspaces. */
  private grantIn(
    place: string,
    scopes: Set<string>,
  ): { grant: Grant<Context>; user: string } | null {
    const organisation = this.organisations.find(({ id }) => id === place) ?? null;
    const contexts = this.contexts.filter(({ workspace }) =>
      organisation === null
        ? workspace.team.id === place
        : workspace.organisation?.id === organisation.id,
    );
    const [first] = contexts;
    if (first === undefined) return null;
    return { grant: { contexts, organisation, scopes }, user: first.workspace.you.id };
  }

  private form(url: URL): string {
    const places = [
      ...this.contexts.map(({ workspace }) => workspace.team),
      ...this.organisations.map(({ id, name }) => ({ id, name: `${name} (all workspaces)` })),
    ].map(({ id, name }) => `<option value="${escaped(id)}">${escaped(name)}</option>`);
    return `<form method="post" action="${escaped(`${url.pathname}${url.search}`)}">
<p>An app asks for: ${escaped(url.searchParams.get('scope') ?? '')}</p>
<p><label>Install in <select name="place">${places.join('')}</select></label></p>
<button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Cancel</button>
</form>`;
  }
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function sendPage(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="en"><title>Install the app</title><body>${body}</body></html>`,
  );
}
