import type { Theme } from '../domain/theme.js';
import { stemmed } from '../language/index.js';
import type { LayWord, SearchTerm } from './request.js';

/** What of a term decides which sentence answers it. */
export type AlignedTerm = Pick<
  SearchTerm,
  'word' | 'stem' | 'themes' | 'phraseLength' | 'layWord' | 'leaning' | 'rarity' | 'asksOfProgress'
>;

/** How a part of a question is met: by its own word, as a lay word, or by its theme's phrase. */
export type MetBy = 'word' | 'lay word' | 'theme';

/** A part of the question that a text answers: the words said, and the words found for them. */
export type Evidence = { said: string; by: MetBy; found: string };

/**
 * What of a question a text answers, how much of its meaning that is (`weight`: more is better),
 * and the share (0–1) of the question's parts, by their rarity, that the text has in any way.
 */
export type Alignment = { evidence: Evidence[]; weight: number; met: number };

/** One idea of a question: words that name the same themes, a lay phrase, or a word alone. */
type Part = {
  said: string;
  meaning: number;
  /** How rare its words are, together. */
  rarity: number;
  /** Its words by their stems, with their share (0–1) of it. */
  own: { stem: string; word: string; share: number }[];
  themes: ThemePhrases[];
  /** What inspectors write for its lay words, each with the lay word. */
  means: { said: string; text: string; stems: string[] }[];
};

/** A theme's phrases in stems, with spaces around them, by the first stem of each. */
type ThemePhrases = { name: string; byFirst: ReadonlyMap<string, string[]> };

/** What a theme's phrase and what inspectors write for a lay word are worth beside the word. */
const BY_THEME = 1;
const BY_LAY_WORD = 0.7;
/** Each further word that inspectors write for a lay word: of sentences alike, one with more. */
const BY_OTHER_MEANING = 0.1;
const MOST_OTHERS = 3;
/** A word on no page at all is asked for no more than one on few. */
const MOST_RARE = 7;
/** A theme that a sentence before it named is what a sentence is still about, but less surely. */
const CARRIED = 0.6;
/** The words of a theme's phrase say little one by one ("carers" of "young carers"). */
const PART_OF_PHRASE = 0.4;

/** The parts of a question, by its terms: many passages are held against one question. */
const preparedParts = new WeakMap<readonly AlignedTerm[], Part[]>();

/** Prepares to tell what of a question a text answers; reading takes time with the text alone. */
export function createAlignment(terms: AlignedTerm[]): (text: string) => Alignment {
  const parts = preparedOf(terms);
  return (text) => {
    const list = stemmed(text);
    const stems = new Set(list);
    const line = ` ${list.join(' ')} `;
    const evidence: Evidence[] = [];
    let [weight, said] = [0, 0];
    for (const part of parts) {
      const met = metIn(part, stems, line);
      evidence.push(...met.evidence);
      weight += part.meaning * met.share;
      said += part.rarity * (met.isMeant ? 1 : Math.min(1, met.literal));
    }
    const whole = parts.reduce((sum, { rarity }) => sum + rarity, 0);
    return { evidence, weight, met: whole === 0 ? 1 : said / whole };
  };
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
  const parts = preparedOf(terms);
  return (sentences) => {
    const named = new Set<Part>();
    return sentences.map((sentence) => {
      const list = stemmed(sentence);
      const stems = new Set(list);
      const line = ` ${list.join(' ')} `;
      const weight = { alone: 0, inPlace: 0 };
      for (const part of parts) {
        const { share, isNamed, isMeant } = metIn(part, stems, line);
        weight.alone += part.meaning * share;
        weight.inPlace += part.meaning * (share + (!isMeant && named.has(part) ? CARRIED : 0));
        if (isNamed) named.add(part);
      }
      return weight;
    });
  };
}

function preparedOf(terms: AlignedTerm[]): Part[] {
  const parts = preparedParts.get(terms) ?? partsOf(terms);
  preparedParts.set(terms, parts);
  return parts;
}

function metIn(
  { said, own, themes, means }: Part,
  stems: ReadonlySet<string>,
  line: string,
): { evidence: Evidence[]; share: number; literal: number; isMeant: boolean; isNamed: boolean } {
  const literal = own.filter((each) => stems.has(each.stem));
  const theme = themes.find((each) => isNamedIn(each, stems, line));
  const meant = means.filter((each) => each.stems.every((one) => stems.has(one)));
  const [mean] = meant;
  const others = new Set(meant.flatMap((each) => each.stems)).size - (mean?.stems.length ?? 0);
  const share = literal.reduce((sum, each) => sum + each.share, 0);
  return {
    evidence: [
      ...literal.map(({ word }): Evidence => ({ said: word, by: 'word', found: word })),
      ...(mean ? [{ said: mean.said, by: 'lay word' as const, found: mean.text }] : []),
      ...(theme ? [{ said, by: 'theme' as const, found: theme.name }] : []),
    ],
    // Its own word beside its theme makes a sentence more surely the one.
    share:
      Math.max(theme ? BY_THEME : 0, mean ? BY_LAY_WORD : 0) +
      Math.min(others, MOST_OTHERS) * BY_OTHER_MEANING +
      share,
    literal: share,
    isMeant: theme !== undefined || mean !== undefined,
    isNamed: theme !== undefined,
  };
}

function isNamedIn({ byFirst }: ThemePhrases, stems: ReadonlySet<string>, line: string): boolean {
  for (const stem of stems)
    if (byFirst.get(stem)?.some((phrase) => line.includes(phrase))) return true;
  return false;
}

/** The themes that questions have named, with their phrases. */
const preparedThemes = new WeakMap<Theme, ThemePhrases>();

function phrasesOf(theme: Theme): ThemePhrases {
  const known = preparedThemes.get(theme);
  if (known) return known;
  const byFirst = new Map<string, string[]>();
  for (const list of theme.terms.map(stemmed)) {
    const [first = ''] = list;
    byFirst.set(first, [...(byFirst.get(first) ?? []), ` ${list.join(' ')} `]);
  }
  const made = { name: theme.name, byFirst };
  preparedThemes.set(theme, made);
  return made;
}

function partsOf(terms: AlignedTerm[]): Part[] {
  const groups = new Map<unknown, AlignedTerm[]>();
  for (const term of terms) {
    const { themes, layWord } = term;
    const same = themes.length > 0 ? themes.map(({ id }) => id).join(' ') : (layWord ?? term);
    groups.set(same, [...(groups.get(same) ?? []), term]);
  }
  return Array.from(groups.values(), (group): Part => {
    const whole = group.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
    const [first] = group;
    const length = Math.max(1, first?.phraseLength ?? 1);
    const part = length > 1 ? PART_OF_PHRASE : 1;
    return {
      said: group.map(({ word }) => word).join(' '),
      meaning: whole / group.length,
      rarity: group.reduce((sum, { rarity }) => sum + Math.min(rarity, MOST_RARE), 0),
      own: group.map(({ word, stem: each, rarity }) => ({
        word,
        stem: each,
        share: (part * rarity) / whole,
      })),
      themes: (first?.themes ?? []).map(phrasesOf),
      means: [...new Set(group.flatMap(({ layWord }) => layWord ?? []))].flatMap((layWord) =>
        meansOf(layWord, terms),
      ),
    };
  });
}

/** What is a word of the question by itself tells nothing of a lay word beside it. */
function meansOf(layWord: LayWord, terms: AlignedTerm[]): Part['means'] {
  const others = new Set(
    terms.filter((term) => term.layWord !== layWord).map(({ stem: own }) => own),
  );
  return layWord.means
    .filter(({ stems }) => !stems.every((each) => others.has(each)))
    .map(({ text, stems }) => ({ said: layWord.text, text, stems }));
}
