import type { InspectorsWord, LayWord, SearchRequest, SearchTerm } from '../request.js';
import { spokenShare } from './spoken-words.js';

const THEME_FACTOR = 1.2;
/** One word of a theme's phrase ("carers" of "young carers") covers little of its meaning. */
const PART_OF_PHRASE = 0.2;
/** Beside a theme, other words are mostly how people talk ("sticking around"). */
const ASIDE = 0.5;
/** Beside a theme, English words that nothing is known of ("juggling") say even less. */
const ASIDE_UNUSED = 0.4;
/** The strength of a topic association beyond which more of it adds nothing. */
const MOST_ASSOCIATION = 2;
/** What inspectors write for a lay word counts so much beside the word itself. */
const LAY_SHARE = 0.8;
/** The themes that this names count so much beside one that the question names. */
const THEME_OF_LAY_SHARE = 0.5;

/** The part of a request that ranks. */
export type RankedRequest = Pick<SearchRequest, 'terms' | 'associations'>;

/**
 * A term of the index, by its number, by which a concept is looked up: what it adds to a score
 * (`factor`), and the share (0–1) of the concept's meaning that a passage with it covers. Where it
 * `settles`, no term that covers less counts for coverage beside it.
 */
export type WeightedTerm = { term: number; factor: number; coverage: number; settles: boolean };

/**
 * One idea of a question: a word of it, or all words that name the same themes or are one lay
 * phrase. `meaning` is its weight beside the other concepts. A passage scores by all of the
 * concept's terms that it has. It covers what the term that settles it covers, and else the sum of
 * what its terms cover.
 */
export type Concept = { meaning: number; terms: WeightedTerm[] };

/** The terms of an index by their numbers, which are -1 for what no passage has. */
export type TermNumbers = {
  /** Of any term; those of stems and themes of questions are remembered apart. */
  ofTerm(term: string): number;
  ofStem(stem: string): number;
  ofTheme(id: string): number;
  /** The idf of a term; `null` where no passage has it. */
  idf(term: number): number | null;
  /** The idf of a term of one passage. */
  highestIdf: number;
  /** What inspectors write for a lay word, as terms. */
  ofLayWord(means: readonly InspectorsWord[]): LayTerms;
};

/** What inspectors write for a lay word: its terms, and the idf of its rarest word. */
export type LayTerms = { terms: readonly WeightedTerm[]; rarest: number };

/** The concepts of a request, and last one without meaning for its topic associations. */
export function conceptsOf(
  { terms, associations }: RankedRequest,
  numbers: TermNumbers,
): Concept[] {
  const onTheme = terms.some((term) => term.themes.length > 0);
  const weighed = terms.map((term): Weighed => {
    const number = numbers.ofStem(term.stem);
    const own = numbers.idf(number);
    const beside = onTheme && term.themes.length === 0 && term.isKnown ? ASIDE : 1;
    const unused = own === null && beside !== 1 && !term.layWord ? ASIDE_UNUSED : 1;
    const aside = beside * spokenShare(term);
    const rarity = own ?? numbers.highestIdf;
    return { term, number, aside, meaning: (rarity * aside * unused) / term.phraseLength };
  });
  const groups = new Map<unknown, Weighed[]>();
  for (const each of weighed) {
    const { themes, layWord } = each.term;
    const same = themes.length > 0 ? themes.map(({ id }) => id).join(' ') : (layWord ?? each);
    const group = groups.get(same);
    if (group) group.push(each);
    else groups.set(same, [each]);
  }
  const associated = associations.map(({ theme, strength }) => ({
    term: numbers.ofTheme(theme.id),
    factor: Math.min(strength, MOST_ASSOCIATION),
    coverage: 0,
    settles: false,
  }));
  const counted = new Set<LayWord>();
  const concepts = Array.from(groups.values(), (group): Concept => {
    const layWords = new Set(group.flatMap(({ term }) => term.layWord ?? []));
    const own = [...layWords].filter((each) => !counted.has(each));
    for (const each of own) counted.add(each);
    const aside = Math.min(...group.map((each) => each.aside));
    return withLayWords(conceptOf(group, terms, numbers), own, numbers, aside);
  });
  return [...concepts, { meaning: 0, terms: associated }];
}

/** A word of the question, by how much it scores beside the others, and how much it means. */
type Weighed = { term: SearchTerm; number: number; aside: number; meaning: number };

/** The concept of words that name the same themes or are one lay phrase, or of one word alone. */
function conceptOf(group: Weighed[], all: SearchTerm[], numbers: TermNumbers): Concept {
  const meaning = group.reduce((sum, each) => sum + each.meaning, 0);
  const themes = group[0]?.term.themes ?? [];
  return {
    meaning,
    terms: [
      ...themes.map(({ id }) => ({
        term: numbers.ofTheme(id),
        factor: (THEME_FACTOR * group.length) / wordsNaming(all, id),
        coverage: 1,
        settles: true,
      })),
      ...group.map(({ term, number, aside, meaning: own }) => {
        const coverage = (own * (term.phraseLength > 1 ? PART_OF_PHRASE : 1)) / meaning;
        return { term: number, factor: aside, coverage, settles: coverage === 1 };
      }),
    ],
  };
}

/** A theme named by several words ("kids running away") counts once, shared among them. */
const wordsNaming = (terms: SearchTerm[], id: string): number =>
  terms.filter((term) => term.themes.some((theme) => theme.id === id)).length;

/**
 * The concept with what inspectors write for its lay words, where it does not say so itself. It
 * means as much as that does: "drop you" is of common words.
 */
function withLayWords(
  { meaning, terms }: Concept,
  layWords: LayWord[],
  numbers: TermNumbers,
  aside: number,
): Concept {
  if (layWords.length === 0) return { meaning, terms };
  const own = new Set(terms.map(({ term }) => term));
  let rarest = 0;
  for (const { means } of layWords) {
    const lay = numbers.ofLayWord(means);
    rarest = Math.max(rarest, lay.rarest);
    for (const { term, factor, coverage, settles } of lay.terms) {
      if (own.has(term)) continue;
      own.add(term);
      terms.push({
        term,
        factor: (factor * aside) / layWords.length,
        coverage: coverage / layWords.length,
        settles,
      });
    }
  }
  return { meaning: Math.max(meaning, aside * LAY_SHARE * rarest), terms };
}

/** A lay word as terms: the words of a phrase share what it covers by how rare they are. */
export function layTerms(
  means: readonly InspectorsWord[],
  { ofStem, ofTheme, idf }: Omit<TermNumbers, 'ofLayWord'>,
): LayTerms {
  const themes = means.flatMap((mean) => mean.themes.map(({ id }) => ofTheme(id)));
  let rarest = 0;
  const ofWords = means.flatMap(({ stems }) => {
    const terms = stems.map(ofStem);
    const rarities = terms.map((term) => idf(term) ?? 0);
    const whole = rarities.reduce((sum, each) => sum + each, 0) || 1;
    rarest = Math.max(rarest, ...rarities);
    return terms.map((term, i) => ({
      term,
      factor: LAY_SHARE,
      coverage: (LAY_SHARE * (rarities[i] ?? 0)) / whole,
      settles: stems.length === 1,
    }));
  });
  const ofThemes = themes.map((term) => ({
    term,
    factor: THEME_OF_LAY_SHARE,
    coverage: THEME_OF_LAY_SHARE,
    settles: true,
  }));
  return { terms: [...ofThemes, ...ofWords], rarest };
}
