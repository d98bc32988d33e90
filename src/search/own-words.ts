import type { RecordedPassage } from '../domain/record.js';
import { stem, words } from '../domain/words.js';
import type { Query } from './query.js';

/** The words by which a question names a theme: as it says them, and whether a passage uses them. */
export type OwnWords = { said: string; usedIn(recorded: RecordedPassage): boolean };

/** So many other words may stand among those of a phrase: "children who go missing". */
const WORDS_BETWEEN = 3;

/**
 * The words by which a question names a theme; `null` where they are those of the theme's name, so that every finding on the theme is
 * what was asked for. A theme is wider than most words that lead to it: "county lines" is not all criminal exploitation.
 */
export function ownWords(query: Query): OwnWords | null {
  const phrase = phraseOf(query);
  const telling = phrase.filter((word) => !LITTLE.test(word));
  const apart = telling.filter((word) => !EVERY_CHILD.test(word));
  const stems = [...new Set((apart.length > 0 ? apart : telling).map(stem))];
  const named = query.themes.map(({ name }) => new Set(words(name).map(stem)));
  if (stems.length === 0 || named.some((name) => stems.every((each) => name.has(each))))
    return null;
  return {
    said: phrase.join(' '),
    usedIn: ({ passage }) => standTogether(stems, words(passage.quote).map(stem)),
  };
}

/** Every report is about children: "children with autism" is in the words of one that says "autism". */
const EVERY_CHILD = /^(child|children|young|people|person)$/;
const LITTLE = /^(a|an|the|of|in|on|at|to|for|from|with|by|and|or)$/;

/** The words that name the theme, with those that mean little elsewhere ("county" in "county lines"). */
function phraseOf({ terms, themes, words: asked }: Query): string[] {
  const [first, last] = [terms[0], terms.at(-1)];
  if (!first || !last) return [];
  const phrases = new Set(
    themes.flatMap((theme) => [...theme.terms, ...theme.layWords]).map(stemsOf),
  );
  const length = Math.max(...terms.map((term) => term.phrase), last.at + 1 - first.at);
  for (let from = Math.max(0, last.at + 1 - length); from <= first.at; from++) {
    const window = asked.slice(from, from + length);
    if (phrases.has(stemsOf(window.join(' ')))) return window;
  }
  return asked.slice(first.at, last.at + 1);
}

const stemsOf = (phrase: string): string =>
  words(phrase)
    .filter((word) => !LITTLE.test(word))
    .map(stem)
    .join(' ');

/** Whether all the stems stand near each other in a text, in any order. */
function standTogether(stems: string[], text: string[]): boolean {
  const reach = stems.length + WORDS_BETWEEN;
  return text.some((word, from) => {
    if (!stems.includes(word)) return false;
    const near = text.slice(from, from + reach);
    return stems.every((each) => near.includes(each));
  });
}
