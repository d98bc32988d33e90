import type { Theme } from './theme.js';
import { stem, words } from './words.js';

/** A theme met in a question, with where: the words from `from` up to, not including, `to`. */
export type ThemeMention = { theme: Theme; from: number; to: number };

/** Reads texts with the themes' vocabulary. */
export type ThemeMatcher = {
  /** The ids of the themes whose terms a passage uses, most used first. */
  tag(text: string): string[];
  /** How often a passage uses each theme's terms. */
  count(text: string): Map<string, number>;
  /**
   * The themes that a question's words (as `words()` gives them) name, in inspectors' or lay words.
   */
  read(questionWords: string[]): ThemeMention[];
};

const LITTLE = new Set(
  'a an the of in on at to for from with by and or is are was were be it their his her its our my your that this as'.split(
    ' ',
  ),
);

/**
 * Where the words of a phrase lead, one after the other. `themes` is set where a phrase ends: empty
 * for one that only looks like a theme's (`not`).
 */
type Phrases = { next: Map<string, Phrases>; themes: Theme[] | null };

/**
 * Prepares the vocabulary of `themes` once; both functions then take time proportional to the text.
 */
export function createThemeMatcher(themes: Theme[]): ThemeMatcher {
  const terms = noPhrases();
  const layWords = noPhrases();
  for (const theme of themes) {
    for (const phrase of theme.terms) add(terms, words(phrase), theme);
    for (const phrase of theme.layWords) add(layWords, meaning(words(phrase)), theme);
  }
  for (const phrase of themes.flatMap((theme) => theme.not)) {
    add(terms, words(phrase));
    add(layWords, meaning(words(phrase)));
  }
  function count(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { theme } of scan(terms, words(text)))
      counts.set(theme.id, (counts.get(theme.id) ?? 0) + 1);
    return counts;
  }

  return {
    count,
    tag: (text) =>
      [...count(text)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id),
    read(questionWords) {
      const places = questionWords.flatMap((word, i) => (LITTLE.has(word) ? [] : [i]));
      const asked = places.map((i) => questionWords[i] ?? '');
      const inLayWords = scan(layWords, asked).map(({ theme, from, to }) => ({
        theme,
        from: places[from] ?? 0,
        to: (places[to - 1] ?? 0) + 1,
      }));
      return longestOnly([...scan(terms, questionWords), ...inLayWords]);
    },
  };
}

/**
 * Without the mentions that lie inside a longer one: "private fostering" is not also "fostering".
 */
function longestOnly(mentions: ThemeMention[]): ThemeMention[] {
  const length = ({ from, to }: ThemeMention) => to - from;
  return mentions
    .filter(
      (one) =>
        !mentions.some(
          (other) => length(other) > length(one) && other.from <= one.from && one.to <= other.to,
        ),
    )
    .sort((a, b) => a.from - b.from);
}

const meaning = (list: string[]): string[] => {
  const kept = list.filter((word) => !LITTLE.has(word));
  return kept.length > 0 ? kept : list;
};

const noPhrases = (): Phrases => ({ next: new Map(), themes: null });

/** Adds a phrase, of a theme or of none. */
function add(phrases: Phrases, list: string[], theme?: Theme): void {
  let end = phrases;
  for (const word of list.map(stem)) {
    const next = end.next.get(word) ?? noPhrases();
    end.next.set(word, next);
    end = next;
  }
  end.themes ??= [];
  if (theme && !end.themes.includes(theme)) end.themes.push(theme);
}

/** The longest phrases met, left to right; a phrase's words are not read again. */
function scan(phrases: Phrases, list: string[]): ThemeMention[] {
  const stems = list.map(stem);
  const found: ThemeMention[] = [];
  for (let from = 0; from < stems.length; ) {
    let longest = from + 1;
    let themes: Theme[] = [];
    let at = phrases.next.get(stems[from] ?? '');
    for (let to = from + 1; at; to++) {
      if (at.themes) [longest, themes] = [to, at.themes];
      at = at.next.get(stems[to] ?? '');
    }
    for (const theme of themes) found.push({ theme, from, to: longest });
    from = longest;
  }
  return found;
}
