import { type ClientOf, READING } from './web-client.js';

/** Which scopes a workspace granted the app; null where Slack does not say. */
export type GrantedScopes = (team: string) => Promise<ReadonlySet<string> | null>;

const KNOWN_FOR_MS = 3_600_000;

/**
 * Asks Slack which scopes a workspace granted, once an hour at most: optional ones may be declined,
 * and granted later. Source: Slack, "Web API", the header `X-OAuth-Scopes` of each response.
 */
export function createGrantedScopes(clientOf: ClientOf, now: () => number): GrantedScopes {
  const known = new Map<string, { at: number; scopes: ReadonlySet<string> }>();
  return async (team) => {
    const held = known.get(team);
    if (held && now() - held.at < KNOWN_FOR_MS) return held.scopes;
    const { response_metadata } = await clientOf(team, READING).auth.test();
    const { scopes } = response_metadata ?? {};
    if (!scopes) return null;
    const granted = new Set(scopes.map((scope) => scope.trim()));
    known.set(team, { at: now(), scopes: granted });
    return granted;
  };
}
