import type { LocalSlack, StoredMessage } from 'local-slack';
import { z } from 'zod';

const ANSWER = /^Tameside/;
const Metadata = z.object({ event_payload: z.object({ request: z.string() }) });

/** One of the questions that were put: how it was, and what it can be told by. */
export type Put =
  | { kind: 'mention'; ts: string; user: string }
  | { kind: 'direct message'; ts: string }
  | { kind: 'command'; user: string };

/** Puts a question in one of three ways, by turns; each mention and command is another person's. */
export async function put(slack: LocalSlack, at: number, channels: string[]): Promise<Put> {
  if (at % 3 === 0) {
    const { ts } = await slack.directMessage('tameside latest');
    return { kind: 'direct message', ts };
  }
  const user = slack.addUser({ name: `person-${at}` }).id;
  const channel = channels[at % channels.length] ?? 'general';
  if (at % 3 === 1) {
    const { ts } = await slack.mention('tameside latest', { channel, user });
    return { kind: 'mention', ts, user };
  }
  await slack.command('/ofsted tameside latest', { channel, user });
  return { kind: 'command', user };
}

/** What came of the questions that were put. */
export type Outcome = { answered: number; told: number; doubled: Put[]; lost: Put[] };

/**
 * Counts what reached whom. A command that reached no bot is told of by Slack itself, and notices
 * in the direct message name no question: both are counted against what has no answer.
 */
export function outcomeOf(slack: LocalSlack, asked: Put[]): Outcome {
  const own = slack.messages().filter(({ user }) => user === slack.bot.id);
  const requestOf = (message: StoredMessage) =>
    Metadata.safeParse(message.metadata).data?.event_payload.request;
  const answersByTs = new Map<string, number>();
  let untold = slack.notices().length;
  for (const message of own) {
    const ts = requestOf(message)?.split('/').at(-1);
    if (ts !== undefined) answersByTs.set(ts, (answersByTs.get(ts) ?? 0) + 1);
    else untold += 1;
  }
  const outcome: Outcome = { answered: 0, told: 0, doubled: [], lost: [] };
  for (const each of asked) {
    const seen = each.kind === 'direct message' ? [] : slack.ephemerals(each.user);
    const answers =
      seen.filter(({ text }) => ANSWER.test(text)).length +
      ('ts' in each ? (answersByTs.get(each.ts) ?? 0) : 0);
    if (answers > 1) outcome.doubled.push(each);
    if (answers > 0) outcome.answered += 1;
    else if (seen.length > 0 || untold-- > 0) outcome.told += 1;
    else outcome.lost.push(each);
  }
  return outcome;
}
