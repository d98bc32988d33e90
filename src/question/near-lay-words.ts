import { stem, words } from '../language/index.js';
import { type LayEntry, layLexicon } from './lay-lexicon.js';
import { formOf } from './lay-runs.js';
import { type LayWord, meaningsOf } from './lay-words.js';
import type { Kind, Question } from './question.js';
import { STOP_WORDS } from './searched.js';

/** A lay phrase that a question has nearly, and how much that counts (0–1). */
export type NearLayWord = LayWord & { share: number };

/**
 * A form of the lexicon: the stems of the words by which it is known, with how rare they are
 * together, and all its stems in their order, where it takes its little words too to mean it.
 */
type Form = {
  entry: LayEntry;
  text: string;
  stems: string[];
  rarity: number;
  ordered: string[] | null;
  length: number;
};

/** The forms by a stem that none is had without, and how rare a stem is among them. */
type Forms = { byStem: ReadonlyMap<string, Form[]>; rarityOf: (each: string) => number };

/** A form is had nearly where a question has this share of its words, by how rare they are. */
const LEAST = 0.7;
/** A single word in another form than the lexicon's counts so much. */
const OTHER_FORM = 0.6;
/** So many other words may stand among those of a form, and among little ones. */
const [AMONG, AMONG_LITTLE] = [3, 1];
/** More such phrases than these are too far from a question. */
const MOST = 8;
/** A phrase of fewer little words alone ("get on") is mostly how people talk. */
const PLAIN_ENOUGH = 3;

/** Words that phrases have or lack without meaning something else. */
const ASIDE = new Set('a an the their its it them they your his her is are be'.split(' '));
/** Little words that say as much as any other. */
const TURNING = new Set(
  (
    'no not never nobody none nothing without cant dont doesnt didnt isnt arent wasnt werent ' +
    'wont couldnt hasnt havent too'
  ).split(' '),
);
/** Kinds that say of whom and when, and not what. */
const WHERE_AND_WHEN: ReadonlySet<Kind> = new Set<Kind>([
  'council',
  'former_council',
  'place',
  'council_type',
  'period',
]);

let prepared: Forms | null = null;

/** The forms of the lexicon, prepared with the first question that asks for them. */
function forms(): Forms {
  prepared ??= prepare();
  return prepared;
}

function prepare(): Forms {
  const little = new Set([...STOP_WORDS].map(stem));
  const all = layLexicon().entries.flatMap((entry) =>
    entry.words.flatMap((text) => formIn(entry, text, little) ?? []),
  );
  const counts = new Map<string, number>();
  for (const { stems } of all)
    for (const each of stems) counts.set(each, (counts.get(each) ?? 0) + 1);
  const rarityOf = (each: string) => Math.log(1 + all.length / (counts.get(each) ?? 1));
  const byStem = new Map<string, Form[]>();
  for (const form of all) {
    form.rarity = form.stems.reduce((sum, each) => sum + rarityOf(each), 0);
    const [rarest = ''] = form.stems.toSorted((a, b) => rarityOf(b) - rarityOf(a));
    // What lacks a word that means more than may be lacking has not enough of a form.
    const needed = rarityOf(rarest) > (1 - LEAST) * form.rarity ? [rarest] : form.stems;
    for (const each of needed) {
      const list = byStem.get(each) ?? [];
      if (list.length === 0) byStem.set(each, list);
      list.push(form);
    }
  }
  return { byStem, rarityOf };
}

/** A phrase as a form; `null` where all its words say too little. */
function formIn(entry: LayEntry, text: string, little: ReadonlySet<string>): Form | null {
  const list = words(text);
  const stems = list.map(stem);
  const isOwn = (word: string, i: number) => TURNING.has(word) || !little.has(stems[i] ?? '');
  const own = [...new Set(stems.filter((_, i) => isOwn(list[i] ?? '', i)))];
  const length = list.length;
  if (own.length === 0 && length < PLAIN_ENOUGH) return null;
  const particular = list.filter((word, i) => isOwn(word, i) && !TURNING.has(word));
  const ordered = stems.filter((_, i) => !ASIDE.has(list[i] ?? ''));
  const isWhole = new Set(particular).size < 2 && ordered.length > own.length;
  const known = own.length > 0 ? own : ordered;
  return known.length === 0
    ? null
    : { entry, text, stems: known, rarity: 0, ordered: isWhole ? ordered : null, length };
}

/**
 * The lay phrases that a question has nearly ("courses to go on" for "courses for staff"), the
 * nearest first; none that stands where another one was met. What many phrases have in common says
 * less of each. The time grows with the question and the phrases that share its words.
 */
export function nearLayWordsOf(question: Question, met: LayWord[]): NearLayWord[] {
  const { byStem, rarityOf } = forms();
  const places = new Map<string, number>();
  const stems = question.tokens.map(formOf).map(stem);
  for (const { from, to } of question.spans.filter(({ kind }) => WHERE_AND_WHEN.has(kind)))
    stems.fill('', from, to);
  stems.forEach((each, at) => {
    if (!places.has(each)) places.set(each, at);
  });
  const isMet = (at: number) => met.some(({ from, to }) => from <= at && at < to);
  const known = new Set(met.map(({ means }) => means));
  const best = new Map<LayEntry, { form: Form; share: number; at: number[] }>();
  const near = new Set([...places.keys()].flatMap((each) => byStem.get(each) ?? []));
  for (const form of near) {
    const had = form.stems.filter((each) => places.has(each));
    const whole = form.rarity * (form.length === 1 ? 1 / OTHER_FORM : 1);
    const share = had.reduce((sum, each) => sum + rarityOf(each), 0) / whole;
    if (share < leastOf(form) || share <= (best.get(form.entry)?.share ?? 0)) continue;
    const at = had.map((each) => places.get(each) ?? 0);
    if (Math.max(...at) - Math.min(...at) >= form.length + AMONG) continue;
    if (form.ordered === null || isInOrder(form.ordered, stems))
      best.set(form.entry, { form, share, at });
  }
  const alike = new Map<string, number>();
  const placesIn = ({ at }: { at: number[] }) => at.join(' ');
  for (const each of best.values()) alike.set(placesIn(each), (alike.get(placesIn(each)) ?? 0) + 1);
  return Array.from(best.values(), (each) => ({
    from: Math.min(...each.at),
    to: Math.max(...each.at) + 1,
    text: each.form.text,
    means: meaningsOf(each.form.entry),
    share: each.at.every(isMet) ? 0 : each.share / Math.sqrt(alike.get(placesIn(each)) ?? 1),
  }))
    .filter(({ means, share }) => share > 0 && !known.has(means))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST);
}

const leastOf = ({ ordered, length }: Form): number =>
  length === 1 ? OTHER_FORM : ordered ? 1 : LEAST;

/** Whether a text has some words one after the other, with hardly any between them. */
function isInOrder([first, ...others]: string[], text: string[]): boolean {
  return text.some((word, from) => {
    let at = from;
    return (
      word === first &&
      others.every((each) => {
        const next = text.slice(at + 1, at + 2 + AMONG_LITTLE).indexOf(each);
        at += next + 1;
        return next >= 0;
      })
    );
  });
}
