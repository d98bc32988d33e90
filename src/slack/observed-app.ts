import type { AppOptions, ReceiverEvent } from '@slack/bolt';
import {
  createRequest,
  type Observer,
  type Request,
  secondsSoFar,
} from '../observability/index.js';
import { AcknowledgingApp } from './acknowledging.js';
import { askerOf } from './rate-limits.js';

/**
 * Bolt's app, which gives each request of Slack's an id, and times how long its acknowledgement
 * took.
 */
export class ObservedApp extends AcknowledgingApp {
  constructor(
    options: AppOptions,
    private readonly observer: Observer,
  ) {
    super(options);
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    const request = createRequest(askerOf(event.body));
    const ended = this.observer.underWay();
    const ack: ReceiverEvent['ack'] = async (...args) => {
      await event.ack(...args);
      this.observer.acknowledged(kindOf(event.body), secondsSoFar(request));
    };
    const customProperties = { ...event.customProperties, request };
    try {
      await super.processEvent({ ...event, ack, customProperties });
    } finally {
      ended();
    }
  }
}

/** The request that Bolt calls a listener for, by its context. */
export const requestOf = ({ request }: { [name: string]: unknown }): Request =>
  request instanceof Object ? (request as Request) : createRequest(null);

const KINDS = new Set(['event_callback', 'block_actions', 'view_submission', 'view_closed']);

/** One of a few words for what Slack sent. */
function kindOf(body: Record<string, unknown> | null | undefined): string {
  if (typeof body?.command === 'string') return 'command';
  return typeof body?.type === 'string' && KINDS.has(body.type) ? body.type : 'other';
}
