import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';

/**
 * Opens a modal. Slack lets a trigger open one within three seconds.
 * @throws what Slack's client throws.
 */
export async function openModal(
  client: WebClient,
  triggerId: string,
  view: ModalView,
): Promise<void> {
  await client.views.open({ trigger_id: triggerId, view });
}

/** Fills a user's Home tab. @throws what Slack's client throws. */
export async function publishHome(client: WebClient, user: string, view: HomeView): Promise<void> {
  await client.views.publish({ user_id: user, view });
}

/** Offers prompts in a user's conversation with the bot. @throws what Slack's client throws. */
export async function suggestPrompts(
  client: WebClient,
  channel: string,
  prompts: { title: string; message: string }[],
): Promise<void> {
  // With agent_view a thread_ts here would make the call do nothing.
  // Source: Slack, assistant.threads.setSuggestedPrompts.
  await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts });
}
