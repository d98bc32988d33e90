import type { JsonObject } from './json.js';

/** Something that Slack sends to the app: an event, a slash command, or a click or submission. */
export type Delivery = {
  kind: 'events_api' | 'slash_commands' | 'interactive';
  payload: JsonObject;
};

/** What Slack says of a repeated delivery. `num` is 1 for the first repetition. */
export type Retry = { num: number; reason: string };

/**
 * What became of a delivery. `response` is what the acknowledgement carried: parsed JSON, a text,
 * or null. `error` is Slack's word: `operation_timeout` (no answer in time), `http_service_error`
 * (an answer other than 2xx), `dispatch_failed` (nobody there), `connection_lost` (a socket closed
 * before the answer).
 */
export type Outcome =
  | { acked: true; response: unknown }
  | {
      acked: false;
      error: 'operation_timeout' | 'http_service_error' | 'dispatch_failed' | 'connection_lost';
      /** The app asked for no repetition (`x-slack-no-retry`). */
      final: boolean;
    };

export function failed(error: Extract<Outcome, { acked: false }>['error'], final = false): Outcome {
  return { acked: false, error, final };
}
