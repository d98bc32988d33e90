import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Fault, Faults } from './faults.js';
import { readBody, sendJson } from './http.js';
import { type JsonObject, parseJson } from './json.js';
import { respond } from './response-url.js';
import type { ServerContext } from './server-context.js';
import { SlackError } from './slack-error.js';
import { authorise, readArguments } from './web-api/call.js';
import { methods } from './web-api/methods.js';

/** A request that the app made: a Web API method, or `response_url`. `at` is in milliseconds. */
export type ApiRequest = { method: string; args: JsonObject; at: number; answer: JsonObject };

const MAX_REQUESTS = 1_000;

/**
 * The app's side of the server: `/api/…` and the `response_url`s, with the failures that tests ask
 * for.
 */
export class WebApiRoutes {
  readonly requests: ApiRequest[] = [];
  private underWay = 0;

  constructor(
    private readonly context: ServerContext,
    private readonly faults: Faults,
    private readonly settled: () => void,
  ) {}

  get busy(): boolean {
    return this.underWay > 0;
  }

  async callMethod(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const name = decodeURIComponent(url.pathname.slice('/api/'.length));
    await this.answer(name, response, async () => {
      const body = await readBody(request);
      const { args, token } = readArguments(request.headers, url.searchParams, body);
      const run = () => {
        const called = methods.get(name);
        if (called === undefined) throw new SlackError('unknown_method', { req_method: name });
        authorise(called, { args, token }, this.context);
        return called.run(args, this.context);
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
      const run = () => {
        const target = this.context.tickets.useResponse(url.pathname);
        if (typeof target === 'string') throw new SlackError(target, { status: 404 });
        respond(this.context, target, given);
        return {};
      };
      const args = typeof given === 'object' && given !== null ? { ...given } : {};
      return { args, run };
    });
  }

  private async answer(
    method: string,
    response: ServerResponse,
    read: () => Promise<{ args: JsonObject; run: () => JsonObject }>,
  ): Promise<void> {
    this.underWay += 1;
    response.once('close', () => {
      this.underWay -= 1;
      this.settled();
    });
    let args: JsonObject = {};
    let fault: Fault | null = null;
    let result: { ok: boolean } & JsonObject;
    try {
      const request = await read();
      args = request.args;
      fault = this.faults.take(method);
      if (fault?.delayMs !== undefined) await setTimeout(fault.delayMs);
      if (fault === null || fault.applied === true || isDelayAlone(fault))
        result = { ok: true, ...request.run() };
      else result = { ok: false, error: fault.error ?? 'fatal_error' };
    } catch (error) {
      result = { ok: false, ...errorBody(error) };
    }
    this.requests.push({ method, args, at: this.context.workspace.now(), answer: result });
    if (this.requests.length > MAX_REQUESTS) this.requests.shift();
    this.context.workspace.changed();
    if (fault?.dropConnection === true) response.destroy();
    else sendJson(response, bodyOf(result), head(method, result, fault, this.context));
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
  { scopes }: ServerContext,
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
