import type { JsonObject } from './json.js';

/**
 * A refusal in Slack's words: `code` becomes `error` of an `ok: false` answer, `details` its
 * further fields.
 */
export class SlackError extends Error {
  override name = 'SlackError';

  constructor(
    readonly code: string,
    readonly details: JsonObject = {},
  ) {
    super(code);
  }
}

/** A refusal with Slack's list of what is wrong, each "[ERROR] reason [json-pointer:/place]". */
export function refusal(code: string, messages: string[]): SlackError {
  return new SlackError(code, {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}
