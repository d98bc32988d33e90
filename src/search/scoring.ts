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

/**
 * One or more terms as they are searched: how much of the question's meaning they are, and their keys. A passage scores by all keys that it
 * has. It carries the whole with a key that carries all (1), else the sum of what its keys carry.
 */
export type WeightedTerm = { meaning: number; keys: WeightedKey[] };

/** What each term of a question is worth (those that name the same themes together), and what its leanings add, which carry nothing of it. `rarity` is that of a key of the index, `null` where no passage has it; `rarest` that of a key nobody has. */
export function weighTerms(
  { terms, leanings }: Meaning,
  rarity: (key: string) => number | null,
  rarest: number,
): WeightedTerm[] {
  const onTheme = terms.some((term) => term.themes.length > 0);
  const weighed = terms.map((term): Weighed => {
    const own = rarity(term.stem);
    const aside = onTheme && term.themes.length === 0 && term.known ? ASIDE : 1;
    const unmet = own === null && aside !== 1 ? BESIDE_THEME : 1;
    return { term, aside, meaning: ((own ?? rarest) * aside * unmet) / term.phrase };
  });
  const groups = new Map<unknown, Weighed[]>();
  for (const each of weighed) {
    const { themes } = each.term;
    const same = themes.length > 0 ? themes.map(({ id }) => id).join(' ') : each;
    groups.set(same, [...(groups.get(same) ?? []), each]);
  }
  const keys = leanings.map(({ theme, strength }) => ({
    key: themeKey(theme.id),
    factor: Math.min(strength, MOST_LEANING),
    carries: 0,
  }));
  const together = Array.from(groups.values(), (group) => weighTogether(group, terms));
  return [...together, { meaning: 0, keys }];
}

/** A term, by how much it scores beside the others, and how much it means. */
type Weighed = { term: Term; aside: number; meaning: number };

/** Terms that name the same themes, or one alone. */
function weighTogether(group: Weighed[], all: Term[]): WeightedTerm {
  const meaning = group.reduce((sum, each) => sum + each.meaning, 0);
  const themes = group[0]?.term.themes ?? [];
  return {
    meaning,
    keys: [
      ...themes.map(({ id }) => ({
        key: themeKey(id),
        factor: (THEME_FACTOR * group.length) / shareOf(all, id),
        carries: 1,
      })),
      ...group.map(({ term, aside, meaning: own }) => ({
        key: term.stem,
        factor: aside,
        carries: (own * (term.phrase > 1 ? PART_OF_PHRASE : 1)) / meaning,
      })),
    ],
  };
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
