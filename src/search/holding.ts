import { isOfEverybody } from '../domain/everybody.js';
import type { Theme } from '../domain/theme.js';
import { FUNCTION_WORDS, stem, stemmed, words } from '../language/index.js';
import { createPartsFit } from './alignment.js';
import { type Part, partsOf } from './alignment-parts.js';
import { isRanking } from './lay-concepts.js';
import { spokenShare } from './ranking/spoken-words.js';
import type { SearchTerm } from './request.js';
import { saysNothing } from './ring-concepts.js';

/** Tells whether a text holds all of a question; `themes` are those of its passage. */
type Holding = (text: string, themes: readonly string[]) => boolean;

/**
 * What of a question a text lacks: the places of the words of each part, and the share (0–1) of the
 * question that it holds, by how rare the parts are.
 */
export type Lacking = { places: number[][]; held: number };

/** What fits so well has a part by its own words, or by the name of the narrow thing that it is. */
const [WHOLLY, BY_THEME] = [1, 0.65];
/** So many words may stand between those that inspectors write for a lay word. */
const BETWEEN = 3;
/** What a broad theme ("care leavers") counts beside what is asked of it. */
const OF_WHOM = 0.5;
/** Of what inspectors write in one word the best alone say it surely. */
const BEST = 2;

/**
 * Prepares to tell whether a text holds the narrowest thing that is asked for: each part of the
 * question that tells anything, in its own words, in inspectors' for them, or by a theme that is no
 * wider. Whom it is of (a broad theme) may be told by where it stands.
 */
export function createHolding(terms: SearchTerm[]): Holding {
  const lacking = createLacking(terms);
  return (text, themes) => lacking?.(text, themes).places.length === 0;
}

/** Prepares to tell what of a question a text lacks; `null` where no part of it tells anything. */
export function createLacking(
  terms: SearchTerm[],
): ((text: string, themes: readonly string[]) => Lacking) | null {
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
  if (!told.some(Boolean)) return null;
  // How rare a part is; what common words name is asked for nearly as much, and whom it is of less.
  const weights = parts.map(({ rarity, themes }) => {
    const isOfWhom = themes.length > 0 && themes.every(({ id }) => byId.get(id)?.broad);
    return Math.sqrt(rarity) * (isOfWhom ? OF_WHOM : 1);
  });
  const sumOf = (some: Part[]) =>
    some.reduce((sum, part) => sum + (weights[parts.indexOf(part)] ?? 0), 0);
  const whole = sumOf(parts.filter((_, at) => told[at]));
  return (text, themes) => {
    const line = words(text).map(stem);
    const fits = fit(text);
    const lacking = parts.filter((part, at) => {
      const share = fits[at] ?? 0;
      if (!told[at] || share >= WHOLLY || isMeant(part, line)) return false;
      const own = named[at] ?? [];
      return !(
        (own.length > 0 && share >= BY_THEME) ||
        own.some(({ id, broad }) => broad && themes.includes(id))
      );
    });
    return { places: lacking.map(({ places }) => places), held: 1 - sumOf(lacking) / whole };
  };
}

/** Whether a question asks for a narrower thing than the themes that its words name. */
export function namesNarrower(terms: SearchTerm[]): boolean {
  const themes = terms.flatMap((term) => term.themes);
  return partsOf(terms).some((part) => themes.every((theme) => isNarrower(part, theme)));
}

/** Whether the words of a part, and the narrow things that these name, say more than a theme. */
function isNarrower({ ringStems, rings }: Part, { name }: Theme): boolean {
  const called = stemmed(name);
  const isMore = (stems: string[]) => stems.some((each) => !called.includes(each));
  return (
    rings.length > 0 &&
    isMore(ringStems) &&
    rings.every((ring) =>
      isMore(words(ring.name).flatMap((word) => (FUNCTION_WORDS.has(word) ? [] : [stem(word)]))),
    )
  );
}

/**
 * The themes of a part that its words name, as they are called or in everyday words for them, but
 * those than which they name something narrower.
 */
function themesNamed(part: Part, byId: ReadonlyMap<string, Theme>): Theme[] {
  const { own, said, themes } = part;
  return themes
    .flatMap(({ id }) => byId.get(id) ?? [])
    .filter((theme) => {
      const { name, layWords, broad } = theme;
      if (isNarrower(part, theme)) return false;
      const called = words(name).map(stem);
      return broad || layWords.includes(said) || own.some((each) => called.includes(each.stem));
    });
}

/** Whether a text has a word; that it has one for whom every report is about tells nothing. */
const holdsWord = (own: string, line: readonly string[]): boolean =>
  !isOfEverybody(own) && line.includes(own);

/**
 * Whether a text has what inspectors write for a lay word, its words near each other. Of what has a
 * name one word says too little ("sufficiency" for "enough foster carers").
 */
const isMeant = ({ means, rings }: Part, line: readonly string[]): boolean =>
  means.some(({ stems, phrase, rank }) =>
    phrase !== null
      ? rank < BEST && ` ${line.join(' ')} `.includes(phrase)
      : stems.length === 1
        ? rank < BEST && rings.length === 0 && holdsWord(stems[0] ?? '', line)
        : areNear(stems, line),
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
