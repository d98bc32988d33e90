import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { checkMember } from '../api/channels.js';
import { directChannelOf } from '../direct-channel.js';
import type { Services } from '../services.js';
import { TO_ME } from '../views/where-input.js';

const Where = z.object({
  values: z.object({
    channel: z
      .object({ channel: z.object({ selected_conversation: z.string().nullish() }) })
      .nullish(),
    [TO_ME]: z
      .object({
        [TO_ME]: z.object({ selected_options: z.array(z.unknown()).nullish() }).nullish(),
      })
      .nullish(),
  }),
});

/** Where a form says that something is to come: null where no channel is chosen. */
export type WhereChosen = { channel: string | null; toMe: boolean };

/** What `whereInputs` of a form holds once it is sent. */
export function readWhere(state: unknown): WhereChosen {
  const { values } = Where.parse(state);
  return {
    channel: values.channel?.channel.selected_conversation ?? null,
    toMe: (values[TO_ME]?.[TO_ME]?.selected_options ?? []).length > 0,
  };
}

/**
 * The channel that a form chose; `asked` is the one in which it was opened.
 * @throws DigestProblem where its sender is no member of it; what Slack's client throws.
 */
export async function channelChosen(
  services: Services,
  client: WebClient,
  { team, user, asked }: { team: string; user: string; asked: string },
  { channel, toMe }: { channel: string; toMe: boolean },
): Promise<string> {
  if (toMe) return directChannelOf(services, client, { team, user, channel: asked });
  if (channel !== asked) await checkMember(client, channel, user);
  return channel;
}
