import type { JsonObject } from './json.js';
import { randomId } from './random-id.js';
import type { ServerContext } from './server-context.js';
import type { StoredMessage } from './workspace.js';

const LINK = /<(https?:\/\/[^|>\s]+)(?:\|[^>]*)?>/g;

/** Every web address in a message, each once, as it was typed. */
export const addressesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(LINK)].map(([, url = '']) =>
      url.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    ),
  ),
];

/** The domain that the app has registered to which an address belongs; subdomains do too. */
export function registeredDomain(url: string, domains: readonly string[]): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return domains.find((each) => hostname === each || hostname.endsWith(`.${each}`)) ?? null;
}

/**
 * The event that tells an app of links to its domains in a message: also where it is no member, and
 * again when the message is edited. Apps are not told of links in what they post themselves.
 */
export function linkSharedEvents(context: ServerContext, message: StoredMessage): JsonObject[] {
  const { workspace, scopes, unfurlDomains } = context;
  if (message.ephemeral || message.botId !== null || !scopes.has('links:read')) return [];
  const links = addressesIn(message.text).flatMap((url) => {
    const domain = registeredDomain(url, unfurlDomains);
    return domain === null ? [] : [{ domain, url }];
  });
  if (links.length === 0) return [];
  return [
    {
      type: 'link_shared',
      channel: message.channel,
      is_bot_user_member: workspace.channel(message.channel).botIsMember,
      user: message.user,
      message_ts: message.ts,
      ...(message.threadTs !== null && { thread_ts: message.threadTs }),
      unfurl_id: `${message.channel}.${message.ts}.${randomId(16)}`,
      source: 'conversations_history',
      links,
      event_ts: workspace.nextTs(),
    },
  ];
}
