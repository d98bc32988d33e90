import type { Theme } from '../domain/theme.js';
import { stem, words } from '../language/index.js';
import { particularWords } from './how-named.js';
import type { ThemeNamed } from './sought-concept.js';

/** A name or term of a theme, by the stems of its content words. */
type Term = { stems: string[]; theme: Theme };

/** One word alone names no theme here: that is for the vocabulary to say. */
const FEWEST = 2;

/** The terms of a record's themes, prepared when they are first asked for. */
const prepared = new WeakMap<Theme[], Term[]>();

function termsOf(themes: Theme[]): Term[] {
  const known = prepared.get(themes);
  if (known) return known;
  const terms = themes.flatMap((theme) =>
    [theme.name, ...theme.terms].map((text) => ({ theme, stems: contentStems(words(text)) })),
  );
  const several = terms.filter(({ stems }) => stems.length >= FEWEST);
  prepared.set(themes, several);
  return several;
}

const contentStems = (list: string[]): string[] => [...new Set(particularWords(list).map(stem))];

/**
 * The themes whose name, or a term for which, has all its words in a question, with others between
 * them: "prepare teenagers for independence" is on preparing for independence. Of the names met
 * the longest count. Words at the places `taken` say something else.
 */
export function themesApart(
  tokens: { word: string; at: number }[],
  themes: Theme[],
  taken: ReadonlySet<number>,
): ThemeNamed[] {
  const free = tokens.filter(({ at }) => !taken.has(at));
  const said = new Set(contentStems(free.map(({ word }) => word)));
  const met = termsOf(themes).filter(({ stems }) => stems.every((each) => said.has(each)));
  const longest = Math.max(0, ...met.map(({ stems }) => stems.length));
  const [first] = met.filter(({ stems }) => stems.length === longest);
  if (!first) return [];
  const same = met.filter(({ stems }) => stems.every((each) => first.stems.includes(each)));
  const own = free.filter(({ word }) => first.stems.includes(stem(word)));
  return [
    {
      text: own.map(({ word }) => word).join(' … '),
      words: own.map(({ word }) => word),
      places: own.map(({ at }) => at),
      themes: [...new Set(same.map(({ theme }) => theme))],
    },
  ];
}
