import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Fault, Faults } from './faults.js';
import { readBody, readBytes, sendJson } from './http.js';
import { type JsonObject, parseJson } from './json.js';
import { respond } from './response-url.js';
import type { ServerContext, Site } from './server-context.js';
import { SlackError } from './slack-error.js';
import type { ResponseTarget } from './tickets.js';
import { authorise, readArguments } from './web-api/call.js';
import { methods } from './web-api/methods.js';

/** A request of the app: a Web API method, `response_url` or `upload`. `at` is in milliseconds. */
export type ApiRequest = {
  method: string;
  args: JsonObject;
  at: number;
  answer: JsonObject;
  /** The workspace that it acted on; null where none was found, or it needs none. */
  team: string | null;
};

/** Does what a request asks; tells first which workspace it acts on. */
type Run = (actsOn: (context: ServerContext) => void) => JsonObject;

const MAX_REQUESTS = 1_000;

/**
 * The app's side of the server: `/api/…`, uploads and the `response_url`s, with the failures that
 * tests ask for.
 */
export class WebApiRoutes {
  readonly requests: ApiRequest[] = [];
  private underWay = 0;

  constructor(
    private readonly site: Site,
    private readonly faults: Faults,
    private readonly settled: () => void,
  ) {}

  get busy(): boolean {
    return this.underWay > 0;
  }

  private get context(): ServerContext {
    const [first] = this.site.contexts;
    if (first === undefined) throw new Error('The local Slack has no workspace.');
    return first;
  }

  /** The workspace whose `response_url` has this path, and what it speaks to or why it may not. */
  private ticket(path: string): [ServerContext, ResponseTarget | string] {
    for (const context of this.site.contexts) {
      const target = context.tickets.useResponse(path);
      if (target !== 'no_such_url') return [context, target];
    }
    return [this.context, 'no_such_url'];
  }

  async callMethod(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const name = decodeURIComponent(url.pathname.slice('/api/'.length));
    await this.answer(name, response, async () => {
      const body = await readBody(request);
      const { args, token } = readArguments(request.headers, url.searchParams, body);
      const run: Run = (actsOn) => {
        const called = methods.get(name);
        if (called === undefined) throw new SlackError('unknown_method', { req_method: name });
        const context = authorise(called, { args, token }, this.site);
        if (called.token === 'bot') actsOn(context);
        return called.run(args, context, token);
      };
      return { args, run };
    });
  }

  async useResponseUrl(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    await this.answer('response_url', response, async () => {
      const given = parseJson(await readBody(request));
      const run: Run = (actsOn) => {
        const [context, target] = this.ticket(url.pathname);
        if (typeof target === 'string') throw new SlackError(target, { status: 404 });
        actsOn(context);
        respond(context, target, given);
        return {};
      };
      const args = typeof given === 'object' && given !== null ? { ...given } : {};
      return { args, run };
    });
  }

  /** Takes the bytes of a file, at the address that `files.getUploadURLExternal` gave. */
  async upload(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    await this.answer('upload', response, async () => {
      const bytes = await readBytes(request);
      const run: Run = (actsOn) => {
        const taken = this.site.contexts.map((context) => ({
          context,
          got: context.files.receive(url.pathname, bytes),
        }));
        const known = taken.find(({ got }) => got !== 'no_such_url');
        if (typeof known?.got !== 'object')
          throw new SlackError(known?.got ?? 'no_such_url', { status: 400 });
        actsOn(known.context);
        return {};
      };
      return { args: { bytes: bytes.length }, run };
    });
  }

  private async answer(
    method: string,
    response: ServerResponse,
    read: () => Promise<{ args: JsonObject; run: Run }>,
  ): Promise<void> {
    this.underWay += 1;
    response.once('close', () => {
      this.underWay -= 1;
      this.settled();
    });
    let args: JsonObject = {};
    let fault: Fault | null = null;
    let result: { ok: boolean } & JsonObject;
    let context: ServerContext | null = null;
    const actsOn = (found: ServerContext) => {
      context = found;
    };
    try {
      const request = await read();
      args = request.args;
      fault = this.faults.take(method);
      if (fault?.delayMs !== undefined) await setTimeout(fault.delayMs);
      if (fault === null || fault.applied === true || isDelayAlone(fault))
        result = { ok: true, ...request.run(actsOn) };
      else result = { ok: false, error: fault.error ?? 'fatal_error' };
    } catch (error) {
      result = { ok: false, ...errorBody(error) };
    }
    const { now } = this.context.workspace;
    const { workspace, scopes } = context ?? this.context;
    const team = context === null ? null : workspace.team.id;
    this.requests.push({ method, args, at: now(), answer: result, team });
    if (this.requests.length > MAX_REQUESTS) this.requests.shift();
    workspace.changed();
    if (fault?.dropConnection === true) response.destroy();
    else sendJson(response, bodyOf(result), head(method, result, fault, { scopes }));
  }
}

/** A late answer is no failure. */
const isDelayAlone = ({ delayMs: _, times: __, ...failure }: Fault): boolean =>
  Object.keys(failure).length === 0;

function errorBody(error: unknown): { error: string } & JsonObject {
  if (error instanceof SlackError) return { error: error.code, ...error.details };
  return { error: 'internal_error', detail: error instanceof Error ? error.message : 'unknown' };
}

/** `status` and `retryAfter` stand in the head of the HTTP answer, not in its body. */
function bodyOf({ status: _status, retryAfter: _retryAfter, ...body }: JsonObject): JsonObject {
  return body;
}

function head(
  method: string,
  result: { ok: boolean } & JsonObject,
  fault: Fault | null,
  { scopes }: Pick<ServerContext, 'scopes'>,
): { status: number; headers: OutgoingHttpHeaders } {
  const retryAfter = fault?.retryAfter ?? result.retryAfter;
  const isLimited = typeof retryAfter === 'number';
  const refused = method === 'response_url' && !result.ok ? 400 : 200;
  const own = typeof result.status === 'number' ? result.status : isLimited ? 429 : refused;
  return {
    status: fault?.status ?? own,
    headers: {
      'x-oauth-scopes': [...scopes].join(','),
      ...(isLimited && { 'retry-after': String(retryAfter) }),
    },
  };
}
