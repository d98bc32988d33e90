import { denialsIn } from '../domain/denial-places.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentenceSpans, stem, stemmed, words } from '../language/index.js';
import { isFigure } from './other-figure.js';
import { clausesOf, marksIn } from './qualifying-words.js';
import { narrowed } from './snippet.js';

/** A part of a claim: the ways to say it, each as stems, its own first; the themes it names. */
type ClaimPart = { words: string[]; ways: string[][]; themes: string[] };

/** A claim as it was typed, its parts, and whether it says well or ill of something. */
export type PartedClaim = {
  text: string;
  parts: ClaimPart[];
  tone: 'praise' | 'criticism' | null;
};

/**
 * A sentence that says what is claimed in other words; `isOfPart`: of some, or at times, where the
 * claim is of all.
 */
export type SaidOtherwise = { by: RecordedPassage; isOfPart: boolean };

/** Fewer parts are said by too many sentences. */
const FEWEST = 2;
/** So many more words than twice a claim's may stand between those of a sentence. */
const BETWEEN = 8;
/** So many words behind those of a claim may turn or limit them, and all before in their clause. */
const BEHIND = 3;
/** Other words for a part of so many say it, whatever is said of it. */
const LEAST_OF_OTHERS = 2;
/** Whom a passage is about its sentences need not name again. */
const OF_WHOM: ReadonlySet<string> = new Set(['care-leavers', 'children-in-care']);
/** The kinds of denial that turn a claim, and leave nothing open. */
const DENYING: ReadonlySet<string> = new Set(['before', 'after', 'nobody', 'short', 'lack']);

/**
 * The sentence of a finding that has every part of a claim, in its own words or in what inspectors
 * write for them, in any order; with as many denials as the claim has, no wish or condition that it
 * has not, and all its figures. `null` where none has.
 */
export function saidInOtherWords(
  recorded: RecordedPassage,
  claim: PartedClaim,
): SaidOtherwise | null {
  const { quote, kind, speaker, themes, tones } = recorded.passage;
  if (kind !== 'finding' || speaker.kind !== 'ofsted') return null;
  const claimed = readClaim(claim);
  if (claimed.parts.length < FEWEST) return null;
  // Most passages lack a part of it, which is soon seen.
  const all = new Set(stemmed(quote));
  const mayHave = claimed.parts.every(
    ({ ways, themes: named }) =>
      ways.some((way) => way.every((each) => all.has(each))) ||
      named.some((id) => OF_WHOM.has(id) && themes.includes(id)),
  );
  if (!mayHave) return null;
  const spans = sentenceSpans(quote);
  const found = spans.flatMap(({ from, to }, i) => {
    const sentence = quote.slice(from, to);
    const before = spans[i - 1];
    const tone = tones.find((span) => span.from === from)?.tone ?? 'unmarked';
    // What inspectors write for a lay word says it where they speak as well or ill of it as is
    // claimed; one word of theirs ("pace" for "quick") may stand in one to the contrary.
    const least = tone === claim.tone ? 1 : tone === 'unmarked' ? LEAST_OF_OTHERS : Infinity;
    const alone = saysIt(sentence, claimed, { themes, before: [], least });
    if (alone !== null) return [{ by: narrowed(recorded, sentence), isOfPart: alone }];
    if (!before) return [];
    const stems = stemmed(quote.slice(before.from, before.to));
    const isOfPart = saysIt(sentence, claimed, { themes, before: stems, least });
    const both = narrowed(recorded, quote.slice(before.from, to));
    return isOfPart === null ? [] : [{ by: both, isOfPart }];
  });
  return found.find(({ isOfPart }) => !isOfPart) ?? found[0] ?? null;
}

/** A claim's parts that say something, its figures, and the words that turn or limit it. */
type Claimed = {
  parts: ClaimPart[];
  figures: string[];
  turns: string[];
  limits: string[];
};

const read = new WeakMap<PartedClaim, Claimed>();

function readClaim(claim: PartedClaim): Claimed {
  const known = read.get(claim);
  if (known) return known;
  const list = words(claim.text);
  const marks = marksIn(list);
  const marked = (word: string) => marksIn([word]);
  const isMark = (word: string) =>
    marked(word).turns.size + marked(word).limits.size + marked(word).little.size > 0;
  const made: Claimed = {
    parts: claim.parts.filter(
      ({ words: own }) => !own.every((word) => isMark(word) || isFigure(word)),
    ),
    figures: list.filter(isFigure),
    turns: list.filter((_, at) => marks.turns.has(at)),
    limits: list.filter((_, at) => marks.limits.has(at)),
  };
  read.set(claim, made);
  return made;
}

/**
 * What a sentence's passage is about, the sentence before it, in stems, and of how many words at
 * the `least` other words for a part must be.
 */
type Around = { themes: readonly string[]; before: readonly string[]; least: number };

/**
 * Whether a sentence says the claim, of a part (`true`) or as it is; `null` where it does not. The
 * words that name a theme may stand in the sentence `before`, given in stems.
 */
function saysIt(
  sentence: string,
  { parts, figures, turns, limits }: Claimed,
  { themes, before, least }: Around,
): boolean | null {
  const { list, clause } = clausesOf(sentence);
  const stems = list.map(stem);
  const places: number[] = [];
  for (const { ways, themes: named } of parts) {
    const way = ways.find(
      (each, i) => each.length >= (i === 0 ? 1 : least) && each.every((one) => stems.includes(one)),
    );
    const isOfWhom = named.some((id) => OF_WHOM.has(id) && themes.includes(id));
    const isBefore =
      named.length > 0 && ways.some((each) => each.every((one) => before.includes(one)));
    if (way) places.push(...way.map((one) => stems.indexOf(one)));
    else if (!isOfWhom && !isBefore) return null;
  }
  const [from, to] = [Math.min(...places), Math.max(...places) + 1];
  if (places.length < FEWEST || to - from > places.length * 2 + BETWEEN) return null;
  if (!figures.every((each) => list.includes(each))) return null;
  const isOwn = (at: number) => clause[at] === clause[at < from ? from : to - 1];
  const reached = list
    .map((_, at) => at)
    .filter((at) => at < to + BEHIND)
    .filter((at) => (at >= from && at < to) || isOwn(at));
  const marks = marksIn(list);
  const turning = reached.filter((at) => marks.turns.has(at) && !places.includes(at));
  if (!turnAlike(turning, turns, list)) return null;
  const limiting = reached.filter((at) => marks.limits.has(at) && !places.includes(at));
  const others = limiting.filter((at) => !limits.includes(list[at] ?? ''));
  if (!others.every((at) => marks.part.has(at))) return null;
  const said = reached.map((at) => list[at]);
  return limits.every((each) => said.includes(each)) ? others.length > 0 : null;
}

/** Whether a sentence is turned as often as a claim, by the same words or by a plain denial. */
function turnAlike(turning: number[], claimed: string[], list: string[]): boolean {
  if (turning.length !== claimed.length) return false;
  const denials = denialsIn(list).filter(({ value }) => DENYING.has(value));
  return turning.every(
    (at) =>
      claimed.includes(list[at] ?? '') || denials.some(({ from, to }) => from <= at && at < to),
  );
}
