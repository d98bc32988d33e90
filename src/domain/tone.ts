import { z } from 'zod';
import { createPhraseFinder, type PhraseMatch } from '../language/index.js';
import { readVocabulary } from './vocabulary.js';

/** What a sentence of inspectors clearly says of a council; a sentence without one is unmarked. */
export const SentenceTone = z.enum(['praise', 'criticism', 'mixed']);
export type SentenceTone = z.infer<typeof SentenceTone>;

/** The tone of a sentence, `null` where it is not certain, and the words that decide it. */
export type ToneReading = { tone: SentenceTone | null; because: string[] };

/**
 * What a phrase of the vocabulary does in a sentence: it praises, criticises, negates what follows
 * it, sets a contrast, or says that what follows is aimed at, supposed or asked for.
 */
const Mark = z.enum([
  'praise',
  'criticism',
  'negation',
  'contrast',
  'aim',
  'condition',
  'instruction',
]);
type Mark = z.infer<typeof Mark>;

const { entries, sets } = readVocabulary('tone-of-findings', Mark);
const phrases = createPhraseFinder<Mark | null>(
  entries.flatMap(({ value, phrases }) => phrases.map((phrase) => [phrase, value] as const)),
  sets,
);

const TOKEN = /[\p{L}\p{N}]+(?:['’]\p{L}+)*|[,;:()–—]/gu;
const BREAK = ',';
/** A negation governs this many words after it: "not always sufficiently robust". */
const NEGATED = 4;
/** Words after a criticism belong to it: "a lack of timely and effective support". */
const CRITICISED = 6;

type Found = PhraseMatch<Mark | null>;
type Side = { praise: string[]; criticism: string[] };

/** What speaks for a tone, on each side of a contrast; in `doubt` a sentence is not praise. */
type Evidence = { sides: Side[]; doubt: boolean };

/**
 * Reads the tone of one sentence. It is marked only where a clear phrase stands, nothing of the
 * other polarity, and no contrast; `mixed` is praise on one side of a contrast and criticism on the
 * other.
 */
export function toneOf(sentence: string): ToneReading {
  const { sides, doubt } = evidenceOf(sentence);
  const [first, second, ...more] = sides;
  if (!first || more.length > 0 || sides.some(isBoth)) return UNCERTAIN;
  const because = sides.flatMap(({ praise, criticism }) => [...praise, ...criticism]);
  if (second) {
    const isMixed = isSaid(first) && isSaid(second) && isPraise(first) !== isPraise(second);
    return isMixed ? { tone: 'mixed', because } : UNCERTAIN;
  }
  if (!isSaid(first) || (isPraise(first) && doubt)) return UNCERTAIN;
  return { tone: isPraise(first) ? 'praise' : 'criticism', because };
}

const UNCERTAIN: ToneReading = { tone: null, because: [] };
const isPraise = ({ praise }: Side): boolean => praise.length > 0;
const isSaid = ({ praise, criticism }: Side): boolean => praise.length + criticism.length > 0;
const isBoth = ({ praise, criticism }: Side): boolean => praise.length > 0 && criticism.length > 0;

/** Whether nothing in a sentence speaks against its being praise. */
export function mayPraise(sentence: string): boolean {
  const { sides, doubt } = evidenceOf(sentence);
  return sides.length === 1 && !doubt && sides.every(({ criticism }) => criticism.length === 0);
}

function evidenceOf(sentence: string): Evidence {
  const words = tokens(sentence);
  const sides: Side[] = [];
  let side: Side = { praise: [], criticism: [] };
  let doubt = false;
  const next = () => {
    sides.push(side);
    side = { praise: [], criticism: [] };
    [negated, criticised, passed] = [null, 0, 0];
  };
  let negated: number | null = null;
  let isResolved = true;
  let criticised = 0;
  let passed = 0;
  let opened = words.length;
  for (const { value, from, to } of matchesOf(words)) {
    if (from > opened) {
      next();
      opened = words.length;
    }
    if (value === 'contrast') {
      if (from > 0) next();
      else opened = endOf(words, to);
      continue;
    }
    if (from < passed) continue;
    if (value === 'instruction') doubt ||= from === 0;
    else if (value === 'condition') passed = endOf(words, to);
    else if (value === 'aim') passed = words.length;
    else if (value === 'negation') [negated, isResolved] = [to, false];
    else if (value === 'criticism') {
      if (isNear(negated, from)) doubt = true;
      else side.criticism.push(words.slice(from, to).join(' '));
      criticised = Math.max(criticised, to + CRITICISED);
    } else if (from >= criticised) {
      if (negated === null) side.praise.push(words.slice(from, to).join(' '));
      else if (isNear(negated, from)) {
        side.criticism.push(words.slice(negated - 1, to).join(' '));
        isResolved = true;
        criticised = words.length;
      }
    }
  }
  return { sides: [...sides, side], doubt: doubt || !isResolved };
}

/** Whether a phrase stands so soon after a negation that it is negated. */
const isNear = (negated: number | null, from: number): boolean =>
  negated !== null && from - negated < NEGATED;

/** Where the clause ends in which a word stands. */
function endOf(words: string[], from: number): number {
  const end = words.indexOf(BREAK, from);
  return end < 0 ? words.length : end;
}

/** The words in lower case without apostrophes, every mark between clauses as a comma. */
const tokens = (sentence: string): string[] =>
  (sentence.toLowerCase().match(TOKEN) ?? []).map((token) =>
    /^[,;:()–—]$/.test(token) ? BREAK : token.replace(/['’]s$|['’]/g, ''),
  );

/** The phrases met, left to right; of those that overlap, the longest. */
function matchesOf(words: string[]): Found[] {
  const taken: boolean[] = [];
  return phrases
    .find(words)
    .filter(({ from, to }) => to - from === 1 || !words.slice(from, to).includes(BREAK))
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .filter(({ from, to }) => {
      for (let i = from; i < to; i++) if (taken[i]) return false;
      for (let i = from; i < to; i++) taken[i] = true;
      return true;
    })
    .filter(({ value }) => value !== null)
    .sort((a, b) => a.from - b.from);
}
