import { stem, words } from '../../language/index.js';
import type { Query } from './query.js';

/** The words by which a question names a theme: as it says them, and as stems. */
type OwnWords = { text: string; stems: string[] };

/**
 * The words by which a question names a theme; `null` where they are those of the theme's name, so
 * that every finding on the theme is what was asked for. A theme is wider than most words that lead
 * to it: "county lines" is not all criminal exploitation.
 */
export function ownWords(query: Query): OwnWords | null {
  const phrase = phraseOf(query);
  const telling = phrase.filter((word) => !LITTLE.test(word));
  const apart = telling.filter((word) => !EVERY_CHILD.test(word));
  const stems = [...new Set((apart.length > 0 ? apart : telling).map(stem))];
  const named = query.themes.map(({ name }) => new Set(words(name).map(stem)));
  if (stems.length === 0 || named.some((name) => stems.every((each) => name.has(each))))
    return null;
  return { text: phrase.join(' '), stems };
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
  const length = Math.max(
    ...terms.map((term) => term.phraseLength),
    last.position + 1 - first.position,
  );
  for (let from = Math.max(0, last.position + 1 - length); from <= first.position; from++) {
    const window = asked.slice(from, from + length);
    if (phrases.has(stemsOf(window.join(' ')))) return window;
  }
  return asked.slice(first.position, last.position + 1);
}

const stemsOf = (phrase: string): string =>
  words(phrase)
    .filter((word) => !LITTLE.test(word))
    .map(stem)
    .join(' ');
