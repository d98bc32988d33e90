import { nameEverybody } from '../domain/everybody.js';
import { type RingNamed, ringsIn, type SynonymRing } from '../domain/synonym-rings.js';
import type { Theme } from '../domain/theme.js';
import { stem, stemmed } from '../language/index.js';
import type { LayWord, SearchTerm } from './request.js';
import { saysNothing } from './ring-concepts.js';

/** What of a term decides which sentence answers it. */
export type AlignedTerm = Pick<
  SearchTerm,
  'word' | 'stem' | 'themes' | 'phraseLength' | 'layWord' | 'leaning' | 'rarity' | 'asksOfProgress'
> &
  Partial<Pick<SearchTerm, 'asked' | 'position'>>;

/** One idea of a question: words that name the same themes, a lay phrase, or a word alone. */
export type Part = {
  said: string;
  /** Where its words stand in the question. */
  places: number[];
  meaning: number;
  /** How rare its words are, together. */
  rarity: number;
  /** Its words by their stems, with their share (0–1) of it. */
  own: { stem: string; word: string; share: number }[];
  themes: ThemePhrases[];
  /**
   * What inspectors write for its lay words, each with the lay word and its rank (0: best); as a
   * `phrase` where but one of its words is no little one ("out of hours").
   */
  means: { said: string; text: string; stems: string[]; phrase: string | null; rank: number }[];
  /** The narrow things that its words name, alone or with others' words. */
  rings: SynonymRing[];
  /** The same, those together that share a word of the question: each says it, of these any. */
  ringsApart: SynonymRing[][];
  /** The stems of all words of the question that name these. */
  ringStems: string[];
};

/** A theme's phrases in stems, with spaces around them, by the first stem of each. */
export type ThemePhrases = { id: string; name: string; byFirst: ReadonlyMap<string, string[]> };

/** The parts of a question, by its terms: many passages are held against one question. */
const preparedParts = new WeakMap<readonly AlignedTerm[], Part[]>();

/** A word on no page at all is asked for no more than one on few. */
const MOST_RARE = 7;
/** The words of a theme's phrase say little one by one ("carers" of "young carers"). */
const PART_OF_PHRASE = 0.4;

/** The parts of a question, made once for its terms. */
export function partsOf(terms: AlignedTerm[]): Part[] {
  const parts = preparedParts.get(terms) ?? madeOf(terms);
  preparedParts.set(terms, parts);
  return parts;
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
  const made = { id: theme.id, name: theme.name, byFirst };
  preparedThemes.set(theme, made);
  return made;
}

function madeOf(terms: AlignedTerm[]): Part[] {
  const groups = new Map<unknown, AlignedTerm[]>();
  for (const term of terms) {
    const { themes, layWord } = term;
    const same = themes.length > 0 ? themes.map(({ id }) => id).join(' ') : (layWord ?? term);
    groups.set(same, [...(groups.get(same) ?? []), term]);
  }
  const asked = terms[0]?.asked ?? [];
  const rings = ringsOf(asked);
  return Array.from(groups.values(), (group): Part => {
    const whole = group.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
    const [first] = group;
    const length = Math.max(1, first?.phraseLength ?? 1);
    const partly = length > 1 ? PART_OF_PHRASE : 1;
    const places = group.flatMap(({ position }) => position ?? []);
    const named = rings.filter((ring) => places.some((at) => ring.places.includes(at)));
    return {
      said: group.map(({ word }) => word).join(' '),
      places,
      meaning: whole / group.length,
      rarity: group.reduce((sum, { rarity }) => sum + Math.min(rarity, MOST_RARE), 0),
      own: group.map(({ word, stem: each, rarity }) => ({
        word,
        stem: each,
        share: (partly * rarity) / whole,
      })),
      themes: (first?.themes ?? []).map(phrasesOf),
      means: [...new Set(group.flatMap(({ layWord }) => layWord ?? []))].flatMap((layWord) =>
        meansOf(layWord, terms),
      ),
      rings: named.map(({ ring }) => ring),
      ringsApart: apart(named),
      ringStems: named.flatMap((ring) => ring.places.map((at) => stem(asked[at] ?? ''))),
    };
  });
}

/** The narrow things that a question names, but for those of which every report speaks. */
const ringsOf = (asked: readonly string[]): RingNamed[] =>
  ringsIn(asked).filter(({ places }) => places.some((at) => !saysNothing(asked[at] ?? '')));

/** Narrow things that a question names, those together that share a word of it. */
function apart(named: RingNamed[]): SynonymRing[][] {
  const groups: RingNamed[][] = [];
  for (const one of named) {
    const same = groups.find((group) =>
      group.some(({ places }) => places.some((at) => one.places.includes(at))),
    );
    if (same) same.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => group.map(({ ring }) => ring));
}

/** What is a word of the question by itself tells nothing of a lay word beside it. */
function meansOf(layWord: LayWord, terms: AlignedTerm[]): Part['means'] {
  const others = new Set(
    terms.filter((term) => term.layWord !== layWord).map(({ stem: own }) => own),
  );
  return layWord.means
    .map(({ text, stems }, rank) => {
      const all = stemmed(text);
      const isPhrase = stems.length === 1 && all.length > 1;
      const phrase = isPhrase ? ` ${all.join(' ')} ` : null;
      return { said: layWord.text, text, stems, phrase, rank };
    })
    .filter(
      ({ text, stems }) =>
        !stems.every((each) => others.has(each)) && !nameEverybody(stemmed(text)),
    );
}
