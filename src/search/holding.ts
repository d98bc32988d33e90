import { createPartsFit } from './alignment.js';
import { partsOf } from './alignment-parts.js';
import { isRanking } from './lay-concepts.js';
import { spokenShare } from './ranking/spoken-words.js';
import type { SearchTerm } from './request.js';
import { saysNothing } from './ring-concepts.js';

/** What fits a part of a question so well has it: by its words, inspectors' best, or its theme. */
const HELD = 0.65;

/** Tells whether a text holds all of a question; `themes` are those of its passage. */
export type Holding = (text: string, themes: readonly string[]) => boolean;

/**
 * Prepares to tell whether a text holds the narrowest thing that is asked for: each part of the
 * question that tells anything. Whom it is of (a broad theme) may be told by where it stands.
 */
export function createHolding(terms: SearchTerm[]): Holding {
  const fit = createPartsFit(terms);
  const parts = partsOf(terms);
  const groups = new Set(
    terms.flatMap(({ themes }) => themes.flatMap(({ id, broad }) => (broad ? [id] : []))),
  );
  const words = new Map(terms.map((term) => [term.word, term]));
  const isTelling = ({ own, themes }: (typeof parts)[number]): boolean =>
    themes.length > 0 || own.some(({ word }) => tells(words.get(word)));
  const told = parts.map(isTelling);
  const counts = told.some(Boolean) ? told : parts.map(() => true);
  return (text, themes) => {
    const placed = themes.filter((id) => groups.has(id));
    return fit(text).every((share, at) => {
      if (!counts[at] || share >= HELD) return true;
      return parts[at]?.themes.some(({ id }) => placed.includes(id)) ?? false;
    });
  };
}

function tells(term: SearchTerm | undefined): boolean {
  if (!term) return false;
  const word = term.repaired ?? term.word;
  return !saysNothing(word) && !isRanking(word) && spokenShare(term) === 1;
}
