import type { WebClient } from '@slack/web-api';
import type { Member } from '../../../digest/index.js';
import { cleanText } from '../../../question/index.js';
import type { Services } from '../../services.js';
import { SLASH_COMMAND } from '../../surfaces.js';

/** A sub-command as somebody writes it: `rest` is what follows its name. */
export type DigestRequest = {
  services: Services;
  client: WebClient;
  member: Member;
  rest: string;
};

const REQUEST = new RegExp(`^(?:${SLASH_COMMAND.name}\\s+)?digests?(?:\\s+([\\s\\S]*))?$`, 'i');

/**
 * What was written after `/ofsted digest`, without formatting; null where the command is another
 * one. Nothing but that is an empty text.
 */
export function digestRequested(text: string): string | null {
  const found = REQUEST.exec(cleanText(text));
  return found ? (found[1] ?? '').trim() : null;
}
