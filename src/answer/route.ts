import type { LocalAuthority } from '../domain/authority.js';
import { type Feature, featuresOf, type Question, type Said, spansOf } from '../question/index.js';
import type { AnswerContext } from './context.js';
import type { Condition } from './intents/intent.js';

/** What carries nothing of what is asked: every intent allows it, unless it forbids it. */
const ASIDE: ReadonlySet<Feature> = new Set<Feature>([
  'council',
  'former_council',
  'filler.little',
  'filler.common',
  'filler.field',
  'filler.elsewhere',
  'speaker.ofsted',
  'councils.ours',
  'command.greeting',
  'theme.read',
  'subject',
  'claim',
  'mention',
  'standing',
  'release',
]);

/** What says of which of many councils a question is. */
const OF_MANY: Feature[] = ['place', 'council_type'];

/** Whether a question says what an intent needs. */
export const needsAreMet = ({ needs }: Condition, said: Said[]): boolean =>
  needs.some((all) => all.every((need) => said.some(({ features }) => features.includes(need))));

/** What a question says and an intent has no use for. */
export function notAllowed(
  { scope, needs, allows, forbids = [] }: Condition,
  said: Said[],
): Said[] {
  const ofScope = scope === 'all' || scope === 'any' ? OF_MANY : [];
  const allowed =
    allows === 'anything' ? null : new Set<Feature>([...allows, ...needs.flat(), ...ofScope]);
  return said.filter(({ features }) => {
    if (forbids.some((feature) => features.includes(feature))) return true;
    if (!allowed) return false;
    return !features.some((feature) => allowed.has(feature) || ASIDE.has(feature));
  });
}

/** What says what kind of answer is wanted weighs most: an intent without use for it is far off. */
const TELLING: Feature[] = ['grade', 'rating', 'visit', 'period', 'theme', 'area', 'order'];

const weightOf = (unused: Said[]): number =>
  unused.reduce(
    (sum, { features }) => sum + (features.some((each) => TELLING.includes(each)) ? 3 : 1),
    0,
  );

/** How an intent was chosen, or which one came nearest and what it has no use for. */
export type Routed<I> = { intent: I; unused: [] } | { intent: I; unused: Said[] } | null;

/**
 * The first intent that takes a question; else the first whose needs are met, with what is left.
 */
export function route<I extends Condition>(intents: I[], question: Question): Routed<I> {
  const said = featuresOf(question);
  let nearest: Routed<I> = null;
  for (const intent of intents) {
    if (!needsAreMet(intent, said)) continue;
    const unused = notAllowed(intent, said);
    if (unused.length === 0) return { intent, unused: [] };
    const nearer = !nearest || weightOf(unused) < weightOf(nearest.unused);
    if (nearer) nearest = { intent, unused };
  }
  return nearest;
}

/** Which councils a question is about. */
export type CouncilsMeant =
  | { scope: 'none' }
  | { scope: 'one'; authority: LocalAuthority; named: boolean }
  | { scope: 'several'; authorities: LocalAuthority[] }
  | { scope: 'all' }
  | { scope: 'not covered'; authority: LocalAuthority };

/** The councils named and covered; the only one covered where none is named; else all. */
export function councilsMeant(question: Question, { covered }: AnswerContext): CouncilsMeant {
  const named = [...new Set(spansOf(question, 'council').map(({ value }) => value))];
  const held = named.filter((authority) => covered.includes(authority));
  const [first, second] = held;
  if (first && second) return { scope: 'several', authorities: held };
  if (first) return { scope: 'one', authority: first, named: true };
  if (named[0]) return { scope: 'not covered', authority: named[0] };
  const [only, ...others] = covered;
  if (!only) return { scope: 'none' };
  return others.length === 0 ? { scope: 'one', authority: only, named: false } : { scope: 'all' };
}
