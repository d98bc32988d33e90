import type { Theme } from '../domain/theme.js';
import { stem, words } from '../language/index.js';
import { createPartsFit } from './alignment.js';
import { type Part, partsOf } from './alignment-parts.js';
import { isRanking } from './lay-concepts.js';
import { spokenShare } from './ranking/spoken-words.js';
import type { SearchTerm } from './request.js';
import { saysNothing } from './ring-concepts.js';

/** Tells whether a text holds all of a question; `themes` are those of its passage. */
type Holding = (text: string, themes: readonly string[]) => boolean;

/** What fits so well has a part by its own words, or by the name of the narrow thing that it is. */
const [WHOLLY, BY_THEME] = [1, 0.65];
/** So many words may stand between those that inspectors write for a lay word. */
const BETWEEN = 3;
/** Of what inspectors write in one word the best alone say it surely. */
const BEST = 2;

/**
 * Prepares to tell whether a text holds the narrowest thing that is asked for: each part of the
 * question that tells anything, in its own words, in inspectors' for them, or by a theme that is no
 * wider. Whom it is of (a broad theme) may be told by where it stands.
 */
export function createHolding(terms: SearchTerm[]): Holding {
  const fit = createPartsFit(terms);
  const parts = partsOf(terms);
  const content = new Set(terms.filter(isContentTerm).map(({ word }) => word));
  const told = parts.map(
    ({ own, themes, means }) =>
      themes.length > 0 ||
      own.some(({ word }) => content.has(word)) ||
      means.some(({ said }) => said.includes(' ')),
  );
  const byId = new Map(terms.flatMap(({ themes }) => themes.map((each) => [each.id, each])));
  const named = parts.map((part) => themesNamed(part, byId));
  // Of "social workers" alone every report tells something, whatever is asked of them.
  if (!told.some(Boolean)) return () => false;
  return (text, themes) => {
    const line = words(text).map(stem);
    const fits = fit(text);
    return parts.every((part, at) => {
      if (!told[at]) return true;
      const share = fits[at] ?? 0;
      if (share >= WHOLLY || isMeant(part, line)) return true;
      const own = named[at] ?? [];
      return (
        (own.length > 0 && share >= BY_THEME) ||
        own.some(({ id, broad }) => broad && themes.includes(id))
      );
    });
  };
}

/** The themes of a part that its words name, as they are called or in everyday words for them. */
function themesNamed({ own, said, themes }: Part, byId: ReadonlyMap<string, Theme>): Theme[] {
  return themes
    .flatMap(({ id }) => byId.get(id) ?? [])
    .filter(({ name, layWords, broad }) => {
      const called = words(name).map(stem);
      return broad || layWords.includes(said) || own.some((each) => called.includes(each.stem));
    });
}

/** Whether a text has what inspectors write for a lay word, its words near each other. */
const isMeant = ({ means }: Part, line: readonly string[]): boolean =>
  means.some(({ stems, rank }) =>
    stems.length === 1 ? rank < BEST && line.includes(stems[0] ?? '') : areNear(stems, line),
  );

function areNear(stems: readonly string[], line: readonly string[]): boolean {
  const length = stems.length + BETWEEN;
  return line.some((each, at) => {
    if (!stems.includes(each)) return false;
    const around = line.slice(at, at + length);
    return stems.every((own) => around.includes(own));
  });
}

/** Whether a word of a question says of what, and not only that something is done, or how. */
export function isContentTerm(term: SearchTerm): boolean {
  const word = term.repaired ?? term.word;
  return !saysNothing(word) && !isRanking(word) && spokenShare(term) === 1;
}
