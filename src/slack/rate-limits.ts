import { z } from 'zod';

/** Who sends a request, and in which workspace; null where it does not say. */
export type Asker = { team: string; user: string };

/** Questions a minute that are answered; 0: any number. */
export type Limits = { person: number; workspace: number };

/** Takes a question; says whose limit it is over, or null where it may be answered. */
export type RateLimits = { take(asker: Asker | null): 'person' | 'workspace' | null };

const MINUTE_MS = 60_000;
/** As many are remembered; with more, those who asked nothing of late are forgotten. */
const MOST_REMEMBERED = 10_000;

/**
 * Limits how many questions this process answers of one person and of one workspace: as many at
 * once as a minute allows, and then as they come free again, one after the other.
 */
export function createRateLimits(limits: Limits, now: () => number): RateLimits {
  const people = buckets(limits.person, now);
  const workspaces = buckets(limits.workspace, now);
  return {
    take: (asker) => {
      if (asker === null) return null;
      if (!people.has(`${asker.team}/${asker.user}`)) return 'person';
      if (!workspaces.has(asker.team)) return 'workspace';
      people.take(`${asker.team}/${asker.user}`);
      workspaces.take(asker.team);
      return null;
    },
  };
}

/** How much each has left, and since when. */
function buckets(aMinute: number, now: () => number) {
  const left = new Map<string, { tokens: number; at: number }>();
  const current = (key: string): number => {
    const bucket = left.get(key);
    if (!bucket) return aMinute;
    const free = ((now() - bucket.at) / MINUTE_MS) * aMinute;
    return Math.min(aMinute, bucket.tokens + Math.max(0, free));
  };
  return {
    has: (key: string): boolean => aMinute === 0 || current(key) >= 1,
    take: (key: string): void => {
      if (aMinute === 0) return;
      left.set(key, { tokens: current(key) - 1, at: now() });
      if (left.size <= MOST_REMEMBERED) return;
      for (const each of [...left.keys()]) if (current(each) >= aMinute - 1) left.delete(each);
    },
  };
}

const Id = z.string().min(1);
const Ids = z.object({
  team_id: Id.nullish(),
  user_id: Id.nullish(),
  team: z.object({ id: Id }).nullish(),
  user: z.object({ id: Id }).nullish(),
  enterprise: z.object({ id: Id }).nullish(),
  enterprise_id: Id.nullish(),
  event: z
    .object({ user: Id.nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});

/** Who sends what Slack has delivered: a command, an event or an interaction. */
export function askerOf(body: unknown): Asker | null {
  const read = Ids.safeParse(body);
  if (!read.success) return null;
  const { team_id, team, enterprise, enterprise_id, user_id, user, event } = read.data;
  const workspace = team_id ?? team?.id ?? enterprise_id ?? enterprise?.id;
  const person = user_id ?? user?.id ?? event?.user;
  return workspace && person ? { team: workspace, user: person } : null;
}

/** What somebody reads who asks more often than is answered. */
export const TOO_MANY: Record<'person' | 'workspace', string> = {
  person:
    'That is more questions than I can answer at once. Give me a minute, then ask again; nothing you asked was kept.',
  workspace:
    'Many people here are asking at once. Give me a minute, then ask again; nothing you asked was kept.',
};
