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
  /** The themes that a question's words (as `words()` gives them) name, in inspectors' or lay words. */
  read(questionWords: string[]): ThemeMention[];
};

const LITTLE = new Set(
  'a an the of in on at to for from with by and or is are was were be it their his her its our my your that this as'.split(
    ' ',
  ),
);
const LONGEST = 6;

/** A phrase leads to its themes; to none where it only looks like one (`not`). `starts` are the first words of all phrases. */
type Phrases = { themes: Map<string, Theme[]>; starts: Set<string> };

/** Prepares the vocabulary of `themes` once; both functions then take time proportional to the text. */
export function createThemeMatcher(themes: Theme[]): ThemeMatcher {
  const terms: Phrases = { themes: new Map(), starts: new Set() };
  const layWords: Phrases = { themes: new Map(), starts: new Set() };
  for (const theme of themes) {
    for (const phrase of theme.terms) add(terms, keyOf(words(phrase)), theme);
    for (const phrase of theme.layWords) add(layWords, keyOf(meaning(words(phrase))), theme);
  }
  for (const phrase of themes.flatMap((theme) => theme.not)) {
    block(terms, keyOf(words(phrase)));
    block(layWords, keyOf(meaning(words(phrase))));
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

/** Without the mentions that lie inside a longer one: "private fostering" is not also "fostering". */
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

const keyOf = (list: string[]): string => list.map(stem).join(' ');

function add(phrases: Phrases, key: string, theme: Theme): void {
  block(phrases, key);
  const themes = phrases.themes.get(key) ?? [];
  if (!themes.includes(theme)) phrases.themes.set(key, [...themes, theme]);
}

function block({ themes, starts }: Phrases, key: string): void {
  if (!themes.has(key)) themes.set(key, []);
  starts.add(key.split(' ', 1)[0] ?? '');
}

/** The longest phrases met, left to right; a phrase's words are not read again. */
function scan({ themes: phrases, starts }: Phrases, list: string[]): ThemeMention[] {
  const stems = list.map(stem);
  const found: ThemeMention[] = [];
  for (let from = 0; from < stems.length; ) {
    let to = from + 1;
    // Most words start no phrase, and need no looking up of all that they could start.
    const longest = starts.has(stems[from] ?? '') ? LONGEST : 0;
    for (let length = Math.min(longest, stems.length - from); length > 0; length--) {
      const themes = phrases.get(stems.slice(from, from + length).join(' '));
      if (!themes) continue;
      to = from + length;
      for (const theme of themes) found.push({ theme, from, to });
      break;
    }
    from = to;
  }
  return found;
}
