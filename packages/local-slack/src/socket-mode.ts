import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { parseJson } from './json.js';
import { type Delivery, failed, type Outcome, type Retry } from './outcome.js';

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

const LARGEST_MESSAGE = 1_000_000;

type Waiting = { connection: WebSocket; settle: (outcome: Outcome) => void };

/** Slack's end of Socket Mode: tickets for connections, envelopes out, acknowledgements in. */
export class SocketMode {
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  private readonly tickets = new Set<string>();
  private readonly connections = new Set<WebSocket>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly arrivals = new Set<() => void>();

  constructor(
    private readonly appId: string,
    private readonly ackTimeoutMs: number,
    private readonly changed: () => void,
  ) {}

  get connected(): boolean {
    return this.connections.size > 0;
  }

  /** The path of a `wss` address that serves one connection. */
  issuePath(): string {
    const ticket = randomUUID();
    this.tickets.add(ticket);
    return `/link/?ticket=${ticket}&app_id=${this.appId}`;
  }

  /**
   * Takes an upgrade request (`head` is what arrived after it); a ticket that was not given out, or
   * was used, is refused.
   */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
    if (!this.tickets.delete(ticket)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (connection) => this.welcome(connection));
  }

  private welcome(connection: WebSocket): void {
    connection.on('message', (data) => this.receive(String(data)));
    connection.on('close', () => this.forget(connection));
    connection.on('error', () => connection.terminate());
    this.connections.add(connection);
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.connections.size,
        connection_info: { app_id: this.appId },
        debug_info: { host: 'local-slack', approximate_connection_time: 3600 },
      }),
    );
    for (const arrived of this.arrivals) arrived();
    this.changed();
  }

  /**
   * Sends an envelope over the connection that has waited longest, and waits for its
   * acknowledgement.
   */
  send(delivery: Delivery, retry: Retry | null): Promise<Outcome> {
    const [connection] = this.connections;
    if (connection === undefined) return Promise.resolve(failed('dispatch_failed'));
    this.connections.delete(connection);
    this.connections.add(connection);
    const envelopeId = randomUUID();
    const isEvent = delivery.kind === 'events_api';
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(failed('operation_timeout')), this.ackTimeoutMs);
      const settle = (outcome: Outcome) => {
        clearTimeout(timer);
        this.waiting.delete(envelopeId);
        resolve(outcome);
      };
      this.waiting.set(envelopeId, { connection, settle });
      connection.send(
        JSON.stringify({
          envelope_id: envelopeId,
          type: delivery.kind,
          payload: delivery.payload,
          accepts_response_payload: !isEvent,
          ...(isEvent && { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }),
        }),
      );
    });
  }

  /** Resolves when a client is connected, or after `timeoutMs`. */
  whenConnected(timeoutMs: number): Promise<void> {
    if (this.connected) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.arrivals.delete(done);
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      this.arrivals.add(done);
    });
  }

  /** Asks every client to connect anew, as Slack does before it recycles a connection. */
  refresh(): void {
    for (const connection of this.connections) {
      connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    }
  }

  /** Breaks every connection without a word. */
  drop(): void {
    for (const connection of [...this.connections]) connection.terminate();
  }

  close(): void {
    for (const arrived of this.arrivals) arrived();
    for (const connection of [...this.connections]) connection.close(1000);
    for (const { settle } of [...this.waiting.values()]) settle(failed('connection_lost', true));
    this.drop();
  }

  private receive(text: string): void {
    const read = acknowledgement.safeParse(parseJson(text));
    if (!read.success) return;
    const { envelope_id: id, payload } = read.data;
    this.waiting.get(id)?.settle({ acked: true, response: carried(payload) });
  }

  private forget(connection: WebSocket): void {
    this.connections.delete(connection);
    for (const waiting of [...this.waiting.values()]) {
      if (waiting.connection === connection) waiting.settle(failed('connection_lost'));
    }
    this.changed();
  }
}

/** Clients send `{}` where there is nothing to say. */
function carried(payload: unknown): unknown {
  const isEmpty =
    typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0;
  return payload === undefined || isEmpty ? null : payload;
}
