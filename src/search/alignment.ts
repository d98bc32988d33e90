import { isOfEverybody } from '../domain/everybody.js';
import { stem, words } from '../language/index.js';
import { type AlignedTerm, type Part, partsOf, type ThemePhrases } from './alignment-parts.js';

export type { AlignedTerm } from './alignment-parts.js';

/**
 * How a part of a question is met: by its own word, as a lay word, by the name of the narrow thing
 * that it is, or by its theme's phrase.
 */
export type MetBy = 'word' | 'lay word' | 'name' | 'theme';

/** A part of the question that a text answers: the words said, and the words found for them. */
export type Evidence = { said: string; by: MetBy; found: string };

/**
 * What of a question a text answers, how much of its meaning that is (`weight`: more is better),
 * and the share (0–1) of the question's parts, by their rarity, that the text has in any way.
 */
export type Alignment = { evidence: Evidence[]; weight: number; met: number };

/** What a theme's phrase and what inspectors write for a lay word are worth beside the word. */
const BY_THEME = 1;
const BY_LAY_WORD = 0.7;
/** A theme is wide: what says just the narrow thing, or the lay word, is more surely on it. */
const NARROW = 0.6;
const NARROW_BY_LAY_WORD = 0.3;
/** Each further word that inspectors write for a lay word: of sentences alike, one with more. */
const BY_OTHER_MEANING = 0.1;
const MOST_OTHERS = 3;
/** A theme that a sentence before it named is what a sentence is still about, but less surely. */
const CARRIED = 0.6;

/** A text as it is held against a question: its words, their stems, and these as one line. */
type ReadText = { list: string[]; stems: ReadonlySet<string>; line: string };

function readText(text: string): ReadText {
  const list = words(text);
  const all = list.map(stem);
  return { list, stems: new Set(all), line: ` ${all.join(' ')} ` };
}

/** Prepares to tell what of a question a text answers; reading takes time with the text alone. */
export function createAlignment(terms: AlignedTerm[]): (text: string) => Alignment {
  const parts = partsOf(terms);
  return (text) => {
    const read = readText(text);
    const evidence: Evidence[] = [];
    let [weight, said] = [0, 0];
    for (const part of parts) {
      const met = metIn(part, read);
      evidence.push(...met.evidence);
      weight += part.meaning * met.share;
      said += part.rarity * metShare(part, met);
    }
    const whole = parts.reduce((sum, { rarity }) => sum + rarity, 0);
    return { evidence, weight, met: whole === 0 ? 1 : said / whole };
  };
}

/** Of a narrow thing its wider theme alone says no more than this. */
const WIDER = 0.5;

/** How much of a part (0–1) a text has in any way. */
function metShare(part: Part, { isMeant, isNarrow, means, literal }: Met): number {
  const isWider = part.rings.length > 0 && !isNarrow && means.length === 0;
  const own = Math.min(1, literal);
  return isMeant ? Math.max(isWider ? WIDER : 1, own) : own;
}

/** How much of a question each sentence of a passage has, by itself and in its place. */
export type SentenceWeight = { alone: number; inPlace: number };

/**
 * Prepares to tell how much of a question each sentence of a passage has: `alone`, and `inPlace`,
 * where it is also about the themes that sentences before it named. What is asked of a theme mostly
 * stands behind the sentence that names it.
 */
export function createSentenceWeights(
  terms: AlignedTerm[],
): (sentences: readonly string[]) => SentenceWeight[] {
  const parts = partsOf(terms);
  return (sentences) => {
    const named = new Set<Part>();
    return sentences.map((sentence) => {
      const read = readText(sentence);
      const weight = { alone: 0, inPlace: 0 };
      for (const part of parts) {
        const { share, isNamed, isMeant } = metIn(part, read);
        weight.alone += part.meaning * share;
        weight.inPlace += part.meaning * (share + (!isMeant && named.has(part) ? CARRIED : 0));
        if (isNamed) named.add(part);
      }
      return weight;
    });
  };
}

/** What a part is worth that only its theme's phrase, or a lay word's meaning, tells. */
const [FIT_BY_THEME, FIT_BY_LAY_WORD] = [0.7, 0.9];
/** One word of inspectors' that is not the best for a lay word says it less surely ("secure"). */
const FIT_BY_OTHER = 0.6;
const BEST_MEANINGS = 2;
/** Whom every report is of says little of what is asked. */
const OF_EVERYBODY = 0.3;

/**
 * Prepares to tell how well a sentence fits a question, part by part (0–1 each, as many as it has,
 * in their order), with how much of the question each is: by all of its own words or as the narrow
 * thing wholly, less by a theme or by some of its words. `themes` are those of its passage.
 */
export function createFit(terms: AlignedTerm[]): {
  shares: number[];
  fit: (sentence: string, themes: readonly string[]) => number[];
} {
  const parts = partsOf(terms);
  // What is named by common words ("plans") is asked for nearly as much as what is rare.
  const asked = parts.map(
    ({ rarity, own }) =>
      Math.sqrt(rarity) * (own.every((each) => isOfEverybody(each.stem)) ? OF_EVERYBODY : 1),
  );
  const whole = asked.reduce((sum, each) => sum + each, 0);
  return {
    shares: asked.map((each) => (whole === 0 ? 0 : each / whole)),
    fit: (sentence, themes) => {
      const read = readText(sentence);
      const used = new Set<string>();
      return parts.map((part) => fitOf(part, read, themes, used));
    },
  };
}

/** How well (0–1) each part of a question fits a text, whatever else of the text another has. */
export function createPartsFit(terms: AlignedTerm[]): (text: string) => number[] {
  const parts = partsOf(terms);
  return (text) => {
    const read = readText(text);
    return parts.map((part) => fitOf(part, read, [], new Set()));
  };
}

function fitOf(part: Part, read: ReadText, themes: readonly string[], used: Set<string>): number {
  const met = metIn(part, read);
  if (met.isNarrow || part.own.every((each) => read.stems.has(each.stem))) return 1;
  // One "delay" is not both what is "stuck" and what is so "for years".
  const mean = met.means.find(({ stems }) => !stems.some((each) => used.has(each)));
  for (const each of mean?.stems ?? []) used.add(each);
  const isOther = mean && mean.stems.length === 1 && mean.rank >= BEST_MEANINGS;
  const byMean = mean ? (isOther ? FIT_BY_OTHER : FIT_BY_LAY_WORD) : 0;
  const isTheirs = part.themes.some(({ id }) => themes.includes(id));
  const byTheme = met.isNamed ? FIT_BY_THEME : isTheirs ? CARRIED : 0;
  return Math.max(byMean, byTheme, Math.min(FIT_BY_THEME, met.literal));
}

type Met = {
  evidence: Evidence[];
  share: number;
  literal: number;
  isMeant: boolean;
  /** What is written there for its lay words. */
  means: Part['means'];
  isNarrow: boolean;
  isNamed: boolean;
};

function metIn(
  { said, own, themes, means, rings, ringsApart }: Part,
  { list, stems, line }: ReadText,
): Met {
  const literal = own.filter((each) => stems.has(each.stem));
  const theme = themes.find((each) => isNamedIn(each, stems, line));
  const meant = means.filter(
    ({ stems: own, phrase }) =>
      own.every((one) => stems.has(one)) && (phrase === null || line.includes(phrase)),
  );
  const [mean] = meant;
  const others = new Set(meant.flatMap((each) => each.stems)).size - (mean?.stems.length ?? 0);
  const share = literal.reduce((sum, each) => sum + each.share, 0);
  // Of several narrow things that one part names ("care leavers over 21") none is left out.
  const isOf = ({ needed, placeIn }: Part['rings'][number]) =>
    needed.some((each) => each.every((one) => stems.has(one))) && placeIn(list) !== null;
  const ring = ringsApart.every((each) => each.some(isOf)) ? rings.find(isOf) : undefined;
  const wide = Math.max(theme ? BY_THEME : 0, mean ? BY_LAY_WORD : 0);
  const narrow = theme && mean ? NARROW_BY_LAY_WORD : 0;
  return {
    evidence: [
      ...literal.map(({ word }): Evidence => ({ said: word, by: 'word', found: word })),
      ...(mean ? [{ said: mean.said, by: 'lay word' as const, found: mean.text }] : []),
      ...(ring ? [{ said, by: 'name' as const, found: ring.name }] : []),
      ...(theme ? [{ said, by: 'theme' as const, found: theme.name }] : []),
    ],
    // Its own word beside its theme makes a sentence more surely the one.
    share:
      (ring ? BY_THEME + NARROW : wide + narrow) +
      Math.min(others, MOST_OTHERS) * BY_OTHER_MEANING +
      share,
    literal: share,
    isMeant: theme !== undefined || mean !== undefined || ring !== undefined,
    means: meant,
    isNarrow: ring !== undefined,
    isNamed: theme !== undefined || ring !== undefined,
  };
}

function isNamedIn({ byFirst }: ThemePhrases, stems: ReadonlySet<string>, line: string): boolean {
  for (const each of stems)
    if (byFirst.get(each)?.some((phrase) => line.includes(phrase))) return true;
  return false;
}
