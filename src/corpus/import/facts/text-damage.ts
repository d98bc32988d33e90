/**
 * Pairs of letters that no English word has and no report of Ofsted's prints: where fonts are
 * mapped to the wrong letters, every other word has one.
 */
const UNLIKELY_PAIRS =
  'b[qxz]|c[bfjpvwx]|dx|f[jkmqvxz]|g[jkqvx]|h[jqvxz]|j[bcdfghklmnpqrstvwxyz]|k[qxz]|l[jx]|' +
  'm[gqxz]|p[qvxz]|q[bcdefghjklmnopqrstvwxyz]|rx|s[xz]|t[qx]|uw|v[bcdfghjklmpqtwxz]|' +
  'w[jqvx]|x[dgjkmnqrvxz]|y[qy]|z[bcdfghjnpqrstx]';

const UNLIKELY = new RegExp(UNLIKELY_PAIRS);
const EACH_UNLIKELY = new RegExp(UNLIKELY_PAIRS, 'g');

/** A figure where a letter belongs: "ch1ldren", "pr0t3ct10n", "5ervices". */
const WITH_FIGURE = /\p{L}\d+\p{Ll}|^\d\p{Ll}{4,}/u;
/** Names of projects have a 2 or a 4 between words ("Caring2Learn"), and sections of acts an s. */
const NAME = /^\p{L}+\p{Ll}[24]\p{L}{2,}$|^s\d{1,3}\p{L}{0,2}$/iu;
/** A letter that the font does not name, or names by a number of its own. */
const UNMAPPED = /\p{L}\ufffd|\ufffd\p{L}|\p{L}[\ue000-\uf8ff]\p{L}/u;
const WORDS = /[\p{L}\d\ufffd\ue000-\uf8ff]+/gu;
/** What every word with a fault has; most texts have it nowhere. */
const MAY_HAVE_FAULT = /\d(?=\p{L})|(?<=\p{L})\d|[\ufffd\ue000-\uf8ff]/u;
/** A first look at what that takes, for its letters are slow to look up. */
const FIGURE_OR_UNMAPPED = /[\d\ufffd\ue000-\uf8ff]/;

/** So many words with a figure for a letter may be a slip of whoever wrote the report. */
const SLIPS = 1;
/** A text with this share of words that have an unlikely pair, and so many of them, is none. */
const UNLIKELY_SHARE = 0.1;
const LEAST_UNLIKELY = 2;
/** Where this share of a document's texts is damaged, that is why it cannot be read. */
const UNREADABLE_SHARE = 0.1;

/**
 * Which of a document's texts have a damaged text layer, by their place in `texts`: figures for
 * letters, letters that could not be mapped, or letters mapped to wrong ones.
 */
export function damagedTexts(texts: string[]): Set<number> {
  const found = texts.map((text) =>
    FIGURE_OR_UNMAPPED.test(text) && MAY_HAVE_FAULT.test(text)
      ? wordsOf(text).filter(hasFigure)
      : [],
  );
  const isSlip = new Set(found.flat()).size <= SLIPS;
  return new Set(
    texts.flatMap((text, i) =>
      (!isSlip && (found[i] ?? []).length > 0) || isGarbled(text) ? [i] : [],
    ),
  );
}

/** Whether so much of a document is damaged that nobody can tell what it is. */
export const isUnreadable = (texts: string[]): boolean =>
  damagedTexts(texts).size > UNREADABLE_SHARE * texts.length;

const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

const hasFigure = (word: string): boolean =>
  (WITH_FIGURE.test(word) && /\p{Ll}.*\p{Ll}/u.test(word) && !NAME.test(word)) ||
  UNMAPPED.test(word);

/** Most texts have no such pair, so that their words need not be looked at. */
function isGarbled(text: string): boolean {
  if ((text.match(EACH_UNLIKELY)?.length ?? 0) < LEAST_UNLIKELY) return false;
  const words = wordsOf(text).filter((word) => /^\p{Ll}{2,}$/u.test(word));
  const unlikely = words.filter((word) => UNLIKELY.test(word)).length;
  return unlikely >= LEAST_UNLIKELY && unlikely >= UNLIKELY_SHARE * words.length;
}
