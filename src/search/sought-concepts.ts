import type { Theme } from '../domain/theme.js';
import { FUNCTION_WORDS, stem, words } from '../language/index.js';
import type { Vocabulary } from './ranked-index.js';
import type { SearchRequest } from './request.js';

/**
 * Something that a sentence must be on: words by themselves, or themes with the phrases (of stems)
 * by which the asker named them. `texts` are what was typed; `named`: by the theme's name, by
 * another of the inspectors' terms for it, which mean less than the whole theme, or in everyday
 * words for it. `isTagged`: every sentence that has the phrase is on the theme, unless the phrase
 * is part of another one's ("private fostering").
 */
export type SoughtConcept = {
  texts: string[];
  phrases: string[][];
  themes: Theme[];
  named: 'by name' | 'by term' | 'in everyday words' | 'word';
  isTagged: boolean;
};

/** Where a question names themes: the text as typed, its words, and the places of these. */
export type ThemeNamed = { text: string; words: string[]; places: number[]; themes: Theme[] };

/**
 * What a request is about, concept by concept: each theme named, and each other word but those at
 * the places `aside`. A theme read from everyday words goes where one of them is part of a theme
 * named in the inspectors' own ("putting care leavers").
 */
export function soughtConcepts(
  { terms }: Pick<SearchRequest, 'terms'>,
  themesNamed: ThemeNamed[],
  aside: ReadonlySet<number>,
  { words: counts }: Pick<Vocabulary, 'words'>,
): SoughtConcept[] {
  const readings = themesNamed.map((each) => ({
    ...each,
    ...stemsOf(each),
  }));
  const kept = readings.filter(
    (one) =>
      one.how !== 'in everyday words' ||
      !readings.some(
        (other) =>
          other.how !== 'in everyday words' && other.places.some((at) => one.places.includes(at)),
      ),
  );
  const often = frequenciesOf(
    [...terms.map((term) => term.stem), ...kept.flatMap((k) => k.stems)],
    counts,
  );
  const concepts: SoughtConcept[] = [];
  for (const { text, stems, themes, how } of kept) {
    const phrases = [stems, ...(how === 'by term' ? akin(stems, themes, often) : [])];
    const same = concepts.find(
      (concept) =>
        concept.texts.includes(text) || concept.themes.some((each) => themes.includes(each)),
    );
    if (!same)
      concepts.push({
        texts: [text],
        phrases,
        themes,
        named: how,
        isTagged: isTagged(stems, themes),
      });
    else {
      same.texts = [...new Set([...same.texts, text])];
      same.themes = [...new Set([...same.themes, ...themes])];
      same.phrases.push(...phrases);
    }
  }
  const named = new Set(kept.flatMap(({ places }) => places));
  const bare = terms
    .filter(({ themes, position }) => themes.length === 0 && !aside.has(position))
    .filter(({ position }) => !named.has(position))
    .map(
      (term): SoughtConcept => ({
        texts: [term.repaired ?? term.word],
        phrases: [[term.stem]],
        themes: [],
        named: 'word',
        isTagged: false,
      }),
    );
  const rare = bare.filter(({ phrases }) => phrases.flat().some((own) => !isCommon(own, often)));
  return [...concepts, ...(concepts.length > 0 ? rare : bare)];
}

/** Every report is about children: "children with autism" is in the words of one on "autism". */
const EVERYBODY = new Set(['child', 'children', 'young', 'people', 'person']);

/** The stems of a phrase that a sentence must have. */
function meaningful(phrase: string[]): string[] {
  const content = phrase.filter((word) => !FUNCTION_WORDS.has(word));
  const particular = content.filter((word) => !EVERYBODY.has(word));
  const chosen = [particular, content, phrase].find((list) => list.length > 0) ?? [];
  return [...new Set(chosen.map(stem))];
}

function howNamed(stems: string[], themes: Theme[]): SoughtConcept['named'] {
  const of = (text: string) => words(text).map(stem);
  const has = (text: string) => stems.every((each) => of(text).includes(each));
  const isWhole = (text: string) =>
    has(text) && meaningful(words(text)).every((each) => stems.includes(each));
  if (themes.some(({ name }) => isWhole(name))) return 'by name';
  const isTerm = themes.some(({ terms }) => terms.some(isWhole));
  const isLay = themes.some(({ layWords }) => layWords.some(isWhole));
  if (isLay && !isTerm) return 'in everyday words';
  const isPart = themes.some(({ name, terms }) => has(name) || terms.some(has));
  return isTerm || isPart ? 'by term' : 'in everyday words';
}

/** What a sentence must have of a phrase: all of it where that is a term of the theme. */
function stemsOf({ words: said, themes }: ThemeNamed) {
  const whole = said.filter((word) => !FUNCTION_WORDS.has(word)).map(stem);
  const stems = isTagged(whole, themes) ? whole : meaningful(said);
  return { stems, how: howNamed(stems, themes) };
}

/** Whether passages are tagged with the theme for the very phrase. */
const isTagged = (stems: string[], themes: Theme[]): boolean =>
  themes.some(({ terms }) =>
    terms.some((term) => {
      const own = words(term).map(stem);
      return own.length >= stems.length && own.join(' ') === stems.join(' ');
    }),
  );

/** How often any form of each word sought occurs, by its stem; `total` is of the commonest word. */
type Frequencies = { of: Map<string, number>; total: number };

function frequenciesOf(stems: string[], counts: ReadonlyMap<string, number>): Frequencies {
  const of = new Map(stems.map((each) => [each, 0]));
  let total = 0;
  for (const [word, count] of counts) {
    total = Math.max(total, count);
    const own = stem(word);
    const sum = of.get(own);
    if (sum !== undefined) of.set(own, sum + count);
  }
  return { of, total };
}

/** A word said so often beside the commonest of all tells no passages apart ("social"). */
const COMMON = 0.06;

const isCommon = (own: string, { of, total }: Frequencies): boolean =>
  (of.get(own) ?? 0) > COMMON * total;

/**
 * The theme's terms that share the rarest word of a phrase: who asks for "unregistered placements"
 * means "unregistered children's homes" too, and not every "placement". An abbreviation is written
 * out in some reports.
 */
function akin(phrase: string[], themes: Theme[], { of }: Frequencies): string[][] {
  const [rarest] = [...phrase].sort((a, b) => (of.get(a) ?? 0) - (of.get(b) ?? 0));
  if (!rarest) return [];
  return themes
    .flatMap(({ terms }) => terms.map((term) => words(term)))
    .filter((term) => term.map(stem).includes(rarest) || abbreviates(rarest, term))
    .map((term) => term.map(stem));
}

/** Whether a word is the initials of a term, "services" aside. */
function abbreviates(word: string, term: string[]): boolean {
  const initials = term.filter((each) => !FUNCTION_WORDS.has(each)).map((each) => each[0]);
  return initials.length > 2 && word === initials.join('').replace(/s$/, '');
}
