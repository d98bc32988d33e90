import type { WebClient } from '@slack/web-api';

/** Whether somebody administers the workspace; no, where this app may not ask or Slack fails. */
export async function isAdmin(client: WebClient, user: string): Promise<boolean> {
  const info = await client.users.info({ user }).catch(() => null);
  return info?.user?.is_admin === true;
}
