import { EVERYBODY } from '../domain/everybody.js';
import type { Theme } from '../domain/theme.js';
import { FUNCTION_WORDS, stem, stemmed, words } from '../language/index.js';
import { saysLate } from './lay-concepts.js';
import type { SoughtConcept, ThemeNamed } from './sought-concept.js';
import type { Frequencies } from './word-frequencies.js';

/** The words of a phrase that tell themes apart. */
export const particularWords = (phrase: string[]): string[] =>
  phrase.filter((word) => !FUNCTION_WORDS.has(word) && !EVERYBODY.has(word));

/** The stems of a phrase that a sentence must have. */
function meaningful(phrase: string[]): string[] {
  const content = phrase.filter((word) => !FUNCTION_WORDS.has(word));
  const chosen = [particularWords(phrase), content, phrase].find((list) => list.length > 0) ?? [];
  return [...new Set(chosen.map(stem))];
}

function howNamed(stems: string[], themes: Theme[]): SoughtConcept['named'] {
  const of = (text: string) => stemmed(text);
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
export function stemsOf({ words: said, themes }: ThemeNamed) {
  const whole = said.filter((word) => !FUNCTION_WORDS.has(word)).map(stem);
  const stems = isTagged(whole, themes) ? whole : meaningful(said);
  return { stems, how: howNamed(stems, themes) };
}

/** Whether a theme is named by words that no inspector writes for it. */
export const isInEverydayWords = (named: ThemeNamed): boolean =>
  stemsOf(named).how === 'in everyday words';

/** Whether passages are tagged with the theme for the very phrase, function words apart. */
export const isTagged = (stems: string[], themes: Theme[]): boolean =>
  themes.some(({ terms }) =>
    terms.some((term) => {
      const own = words(term);
      const contentWords = own.filter((word) => !FUNCTION_WORDS.has(word));
      return [own, contentWords].some((list) => list.map(stem).join(' ') === stems.join(' '));
    }),
  );

/** A word so many times rarer than the others of its phrase is what the phrase is about. */
const FAR_RARER = 4;

/**
 * The theme's terms that share the word that a phrase is about, by far the rarest of it: who asks
 * for "unregistered placements" means "unregistered children's homes" too, and not every
 * "placement"; who asks for "health assessments" does not mean all "health needs". An abbreviation
 * is written out in some reports.
 */
export function akin(phrase: string[], themes: Theme[], { of }: Frequencies): string[][] {
  const countOf = (own: string) => of.get(own) ?? 0;
  const [rarest, next] = phrase.toSorted((a, b) => countOf(a) - countOf(b));
  if (!rarest || (next && countOf(next) < FAR_RARER * countOf(rarest))) return [];
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

/**
 * A theme as it is named without words of praise or criticism, where what is left names it as
 * well: "poor recording" asks where recording falls short, in whatever words. `toned` are the
 * places of such words.
 */
export function withoutTone(named: ThemeNamed, toned: ReadonlySet<number>): ThemeNamed {
  const words = named.words.filter((_, i) => !toned.has(named.places[i] ?? -1));
  const isLess = words.length > 0 && words.length < named.words.length;
  if (!isLess || saysLate(named.text) || !isTagged(words.map(stem), named.themes)) return named;
  const places = named.places.filter((at) => !toned.has(at));
  return { ...named, text: words.join(' '), words, places };
}
