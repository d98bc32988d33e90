import { randomBytes } from 'node:crypto';
import { randomId } from './random-id.js';

const TRIGGER_LIFE_MS = 3_000;
const RESPONSE_URL_LIFE_MS = 30 * 60_000;
const RESPONSE_URL_USES = 5;
const MAX_TICKETS = 2_000;

/**
 * What a `response_url` speaks to: a channel, in one user's name, and the message that was acted
 * on, if any.
 */
export type ResponseTarget = { channel: string; user: string; messageTs: string | null };

type Trigger = { user: string; issuedAt: number; used: boolean };

type ResponseTicket = ResponseTarget & { issuedAt: number; uses: number };

/**
 * The one-time and few-time permissions that Slack hands out: a `trigger_id` opens one modal within
 * 3 seconds, a `response_url` answers 5 times within 30 minutes.
 */
export class Tickets {
  private readonly triggers = new Map<string, Trigger>();
  private readonly responses = new Map<string, ResponseTicket>();

  constructor(private readonly now: () => number) {}

  /** A trigger for something that `user` did. */
  issueTrigger(user: string): string {
    const id = `${this.now()}.${randomDigits()}.${randomBytes(16).toString('hex')}`;
    store(this.triggers, id, { user, issuedAt: this.now(), used: false });
    return id;
  }

  /** Uses the trigger up; gives whose it is, or Slack's word for why it may not be used. */
  useTrigger(id: string): { user: string } | string {
    const trigger = this.triggers.get(id);
    if (trigger === undefined) return 'invalid_trigger_id';
    if (trigger.used) return 'exchanged_trigger_id';
    if (this.now() - trigger.issuedAt > TRIGGER_LIFE_MS) return 'expired_trigger_id';
    trigger.used = true;
    return trigger;
  }

  /** The path of a new `response_url`. */
  issueResponse(target: ResponseTarget): string {
    const path = `/commands/${randomDigits()}/${randomId(24)}`;
    store(this.responses, path, { ...target, issuedAt: this.now(), uses: 0 });
    return path;
  }

  /**
   * Counts a use of the `response_url` with this path; Slack's word for why not where there may be
   * none.
   */
  useResponse(path: string): ResponseTarget | string {
    const ticket = this.responses.get(path);
    if (ticket === undefined) return 'no_such_url';
    if (this.now() - ticket.issuedAt > RESPONSE_URL_LIFE_MS) return 'expired_url';
    if (ticket.uses >= RESPONSE_URL_USES) return 'used_url';
    ticket.uses += 1;
    return ticket;
  }
}

function randomDigits(): string {
  return String(randomBytes(6).readUIntBE(0, 6));
}

function store<T>(tickets: Map<string, T>, key: string, ticket: T): void {
  tickets.set(key, ticket);
  const oldest = tickets.keys().next();
  if (tickets.size > MAX_TICKETS && !oldest.done) tickets.delete(oldest.value);
}
