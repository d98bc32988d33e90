import { sentences, stem, words } from '../language/index.js';
import { isFigure } from './other-figure.js';
import { clausesOf, type Marks, marksIn, placesOf } from './qualifying-words.js';

/** So near before some words others turn them, or limit them, or limit them from behind. */
const TURNS_WITHIN = 5;
const LIMITS_WITHIN = 3;
const NEAR_AFTER = 2;
/** So many more words of a sentence than twice a claim's may stand between these. */
const BETWEEN = 8;
/** So many more words that say something may stand in a clause that differs from a claim. */
const MOST_OTHERS = 2;
/** What is claimed in fewer words is said by too many sentences. */
const FEWEST = 3;

/**
 * Whether some words of a text are not said there as they stand, wherever they do: the words around
 * them in their clause turn or limit them ("not all are safeguarded"), or only ask for them
 * ("ensure that caseloads are manageable").
 */
export function qualifiedIn(text: string, phrase: string): 'turned' | 'limited' | null {
  const wanted = words(phrase);
  const found = sentences(text).flatMap((sentence) => {
    const { list, clause } = clausesOf(sentence);
    const marks = marksIn(list);
    return list.flatMap((_, from) => {
      if (!wanted.every((word, i) => list[from + i] === word)) return [];
      return [qualifiedAround({ from, to: from + wanted.length }, marks, clause)];
    });
  });
  const [first = null] = found;
  return found.includes(null) ? null : first;
}

function qualifiedAround(
  { from, to }: { from: number; to: number },
  { turns, limits, after }: Marks,
  clause: number[],
): 'turned' | 'limited' | null {
  const own = (at: number, beside: number) => clause[at] === clause[beside];
  const within = (reach: number) => placesOf({ from: Math.max(0, from - reach), to: from });
  const next = placesOf({ from: to, to: to + NEAR_AFTER });
  if (within(TURNS_WITHIN).some((at) => turns.has(at) && own(at, from))) return 'turned';
  const isLimited =
    within(LIMITS_WITHIN).some((at) => limits.has(at) && own(at, from)) ||
    next.some((at) => after.has(at) && own(at, to - 1));
  return isLimited ? 'limited' : null;
}

/** How a sentence with the words of a claim stands to it: as claimed, or with a difference. */
export type NearlySaid = { sentence: string; differs: Difference | null };

/** Words beside a claim's turn it, or limit it; or it has another figure. */
export type Difference = 'turned' | 'limited' | 'figure';

/**
 * The sentence of a text that has the words of a claim, all but little ones, in their order; and
 * whether it says the same: the same figures, and no other words that turn or limit them. `null`
 * where none does, or where too little is claimed. One that says the same goes before others.
 */
export function nearlySaidIn(text: string, claim: string): NearlySaid | null {
  const claimed = partsOf(words(claim));
  if (claimed.own.length < FEWEST) return null;
  const found = sentences(text).flatMap((sentence) => {
    const differs = differenceIn(sentence, claimed);
    return differs === undefined ? [] : [{ sentence, differs }];
  });
  return found.find(({ differs }) => differs === null) ?? found[0] ?? null;
}

/** A claim as the stems that say what it is about, its figures, and what turns or limits it. */
type Parts = { own: string[]; figures: string[]; turning: string[] };

function partsOf(list: string[]): Parts {
  const { little, turns, limits, after } = marksIn(list);
  const isTurning = (at: number) => turns.has(at) || limits.has(at) || after.has(at);
  const kept = (isKept: (word: string, at: number) => boolean) => list.filter(isKept);
  return {
    own: kept((word, at) => !little.has(at) && !isTurning(at) && !isFigure(word)).map(stem),
    figures: kept(isFigure),
    turning: kept((_, at) => isTurning(at)),
  };
}

/** How a sentence that has all of a claim differs from it; `undefined` where it has not. */
function differenceIn(sentence: string, claimed: Parts): NearlySaid['differs'] | undefined {
  const { list, clause } = clausesOf(sentence);
  const stems = list.map(stem);
  if (!claimed.own.every((each) => stems.includes(each))) return undefined;
  const differences = stems.flatMap((first, from) => {
    if (first !== claimed.own[0]) return [];
    const met = metFrom(from, stems, claimed.own);
    const to = (met.at(-1) ?? from) + 1;
    if (met.length < claimed.own.length || to - from > claimed.own.length * 2 + BETWEEN) return [];
    const differs = differenceAround({ from, to }, met, { list, clause }, claimed);
    if (differs === undefined) return [];
    const between = placesOf({ from, to }).filter(
      (at) => !met.includes(at) && !isAside(list[at] ?? '') && isInClauseOf(met, at, clause),
    );
    const others = partsOf(between.map((at) => list[at] ?? '')).own.length;
    return others > (differs === null ? 0 : MOST_OTHERS) ? [] : [differs];
  });
  return differences.includes(null) ? null : differences[0];
}

/** "Currently", "consistently": they change little. */
const isAside = (word: string): boolean => word.endsWith('ly');

const isInClauseOf = (met: number[], at: number, clause: number[]): boolean =>
  met.some((each) => clause[each] === clause[at]);

function metFrom(from: number, stems: string[], wanted: string[]): number[] {
  const met: number[] = [];
  for (let at = from; at < stems.length && met.length < wanted.length; at++)
    if (stems[at] === wanted[met.length]) met.push(at);
  return met;
}

/** `undefined` where others turn or limit something, and it is not plain that it is this. */
function differenceAround(
  { from, to }: { from: number; to: number },
  met: number[],
  { list, clause }: { list: string[]; clause: number[] },
  claimed: Parts,
): NearlySaid['differs'] | undefined {
  const marks = marksIn(list);
  const isOwn = (at: number) => clause[at] === clause[at < from ? from : to - 1];
  const near = (marked: Set<number>, places: number[]) => places.filter((at) => marked.has(at));
  const before = (reach: number) =>
    placesOf({ from: Math.max(0, from - reach), to: from }).filter(isOwn);
  const inside = placesOf({ from, to });
  const behind = placesOf({ from: to, to: to + NEAR_AFTER }).filter(isOwn);
  const turning = near(marks.turns, [...before(TURNS_WITHIN), ...inside]);
  const limiting = [
    ...near(marks.limits, [...before(LIMITS_WITHIN), ...inside]),
    ...near(marks.after, behind),
  ];
  const wordsAt = (places: number[]) => places.map((at) => list[at] ?? '');
  const reached = [...before(TURNS_WITHIN), ...inside, ...behind];
  const isOther = (at: number) => !claimed.turning.includes(list[at] ?? '');
  const lacking = without(claimed.turning, wordsAt(reached));
  // Each "not" counts: of two in the sentence the claim may have one.
  const isTurned = without(wordsAt([...new Set(turning)]), claimed.turning).length > 0;
  // "Lack" and "do not have": both are turned, by other words, and may well say the same.
  if (isTurned && lacking.some(isTurn)) return undefined;
  if (isTurned) return 'turned';
  if (lacking.length > 0) return lacking.some(isTurn) ? 'turned' : 'limited';
  const others = limiting.filter(isOther);
  if (others.length > 0) return others.some((at) => isBeside(at, met)) ? 'limited' : undefined;
  const figures = wordsAt(placesOf({ from: Math.max(0, from - 2), to: to + NEAR_AFTER }));
  return claimed.figures.every((each) => figures.includes(each)) ? null : 'figure';
}

/** The words of a list that are left when those of another are taken away, each once. */
function without(list: string[], others: string[]): string[] {
  const left = [...others];
  return list.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Whether a word by itself turns what follows it. */
const isTurn = (word: string): boolean => marksIn([word]).turns.size > 0;

/** Whether a word that limits stands right before one of a claim, or behind its last. */
const isBeside = (at: number, met: number[]): boolean =>
  met.some((place) => place > at && place - at < LIMITS_WITHIN) || at > (met.at(-1) ?? 0);
