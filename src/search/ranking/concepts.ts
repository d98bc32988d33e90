import { themeTerm } from '../index/fields.js';
import type { SearchRequest, SearchTerm } from '../request.js';

const THEME_FACTOR = 1.2;
/** One word of a theme's phrase ("carers" of "young carers") covers little of its meaning. */
const PART_OF_PHRASE = 0.2;
/** Beside a theme, other words are mostly how people talk ("sticking around"). */
const ASIDE = 0.5;
/** Beside a theme, English words that the record never uses ("juggling") say even less. */
const ASIDE_UNUSED = 0.4;
/** The strength of a topic association beyond which more of it adds nothing. */
const MOST_ASSOCIATION = 2;

/** The part of a request that ranks. */
export type RankedRequest = Pick<SearchRequest, 'terms' | 'associations'>;

/**
 * A term of the index by which a concept is looked up: what it adds to a score (`factor`), and the
 * share (0–1) of the concept's meaning that a passage with it covers.
 */
export type WeightedTerm = { term: string; factor: number; coverage: number };

/**
 * One idea of a question: a word of it, or all words that name the same themes. `meaning` is its
 * weight beside the other concepts. A passage scores by all of the concept's terms that it has. It
 * covers the whole with a term that covers all (1), and else the sum of what its terms cover.
 */
export type Concept = { meaning: number; terms: WeightedTerm[] };

/**
 * The concepts of a request, and last one without meaning for its topic associations. `idf` is that
 * of a term of the index, `null` where no passage has it; `highestIdf` that of such a term.
 */
export function conceptsOf(
  { terms, associations }: RankedRequest,
  idf: (term: string) => number | null,
  highestIdf: number,
): Concept[] {
  const onTheme = terms.some((term) => term.themes.length > 0);
  const weighed = terms.map((term): Weighed => {
    const own = idf(term.stem);
    const aside = onTheme && term.themes.length === 0 && term.isKnown ? ASIDE : 1;
    const unused = own === null && aside !== 1 ? ASIDE_UNUSED : 1;
    return { term, aside, meaning: ((own ?? highestIdf) * aside * unused) / term.phraseLength };
  });
  const groups = new Map<unknown, Weighed[]>();
  for (const each of weighed) {
    const { themes } = each.term;
    const same = themes.length > 0 ? themes.map(({ id }) => id).join(' ') : each;
    groups.set(same, [...(groups.get(same) ?? []), each]);
  }
  const associated = associations.map(({ theme, strength }) => ({
    term: themeTerm(theme.id),
    factor: Math.min(strength, MOST_ASSOCIATION),
    coverage: 0,
  }));
  const concepts = Array.from(groups.values(), (group) => conceptOf(group, terms));
  return [...concepts, { meaning: 0, terms: associated }];
}

/** A word of the question, by how much it scores beside the others, and how much it means. */
type Weighed = { term: SearchTerm; aside: number; meaning: number };

/** The concept of words that name the same themes, or of one word alone. */
function conceptOf(group: Weighed[], all: SearchTerm[]): Concept {
  const meaning = group.reduce((sum, each) => sum + each.meaning, 0);
  const themes = group[0]?.term.themes ?? [];
  return {
    meaning,
    terms: [
      ...themes.map(({ id }) => ({
        term: themeTerm(id),
        factor: (THEME_FACTOR * group.length) / wordsNaming(all, id),
        coverage: 1,
      })),
      ...group.map(({ term, aside, meaning: own }) => ({
        term: term.stem,
        factor: aside,
        coverage: (own * (term.phraseLength > 1 ? PART_OF_PHRASE : 1)) / meaning,
      })),
    ],
  };
}

/** A theme named by several words ("kids running away") counts once, shared among them. */
const wordsNaming = (terms: SearchTerm[], id: string): number =>
  terms.filter((term) => term.themes.some((theme) => theme.id === id)).length;
