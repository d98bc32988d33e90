import type { Query, Term } from './query.js';

/** BM25F (Robertson and Zaragoza, 2009): a field's weight and how much its length counts. */
export const FIELDS = {
  quote: { weight: 1, length: 0.6 },
  finding: { weight: 0.6, length: 0.6 },
  heading: { weight: 0.5, length: 0.3 },
  speaker: { weight: 0.8, length: 0 },
  theme: { weight: 1, length: 0.4 },
} as const;
/** How soon more of a word adds less. */
export const K1 = 1.2;
const THEME_FACTOR = 1.2;
const COVERAGE = 0.75;
/** One word of a theme's phrase ("carers" of "young carers") carries little of what the phrase means. */
const PART_OF_PHRASE = 0.2;

/** Beside a theme, other words are mostly how people talk ("sticking around"), and say less of what is meant. */
const ASIDE = 0.5;
/** Beside a theme, English words that the record never uses ("juggling") are how people talk, not what they ask. */
const BESIDE_THEME = 0.4;
/** The strength of a leaning beyond which more words pointing the same way add nothing. */
const MOST_LEANING = 2;

/** The part of a question that ranks. */
export type Meaning = Pick<Query, 'terms' | 'leanings'>;

/** A key of the index that a term is looked up by: what it adds to a score (`factor`), and the share of the term that a passage with it carries (0–1). */
export type WeightedKey = { key: string; factor: number; carries: number };

/** A term as it is searched: how much of the question's meaning it is, and its keys. A passage scores by all keys it has, and carries by the one of them that carries most. */
export type WeightedTerm = { meaning: number; keys: WeightedKey[] };

/** What each term of a question is worth, and what its leanings add, which carry nothing of it. `rarity` is that of a key of the index, `null` where no passage has it; `rarest` that of a key nobody has. */
export function weighTerms(
  { terms, leanings }: Meaning,
  rarity: (key: string) => number | null,
  rarest: number,
): WeightedTerm[] {
  const onTheme = terms.some((term) => term.themes.length > 0);
  const weighed = terms.map((term) => {
    const own = rarity(term.stem);
    const aside = onTheme && term.themes.length === 0 && term.known ? ASIDE : 1;
    const unmet = own === null && aside !== 1 ? BESIDE_THEME : 1;
    return {
      meaning: ((own ?? rarest) * aside * unmet) / term.phrase,
      keys: [
        { key: term.stem, factor: aside, carries: term.phrase > 1 ? PART_OF_PHRASE : 1 },
        ...term.themes.map(({ id }) => ({
          key: themeKey(id),
          factor: THEME_FACTOR / shareOf(terms, id),
          carries: 1,
        })),
      ],
    };
  });
  const keys = leanings.map(({ theme, strength }) => ({
    key: themeKey(theme.id),
    factor: Math.min(strength, MOST_LEANING),
    carries: 0,
  }));
  return [...weighed, { meaning: 0, keys }];
}

/** How much rarer keys tell more, of `count` passages that have it among `all`. */
export const rarityOf = (count: number, all: number): number =>
  Math.log(1 + (all - count + 0.5) / (count + 0.5));

/** The score that ranks: what the keys add up to, less where little of the question is carried. */
export const rankedScore = (score: number, support: number): number =>
  score * (1 - COVERAGE + COVERAGE * support);

/** The key of a theme in the index; no stem has the sign. */
export const themeKey = (id: string): string => `#${id}`;

export const isThemeKey = (key: string): boolean => key.startsWith('#');

/** A theme named by several words ("kids running away") counts once, shared among them. */
const shareOf = (terms: Term[], id: string): number =>
  terms.filter((term) => term.themes.some((theme) => theme.id === id)).length;
