/**
 * Pairs of letters that no English word has and no report of Ofsted's prints: where fonts are
 * mapped to the wrong letters, every other word has one.
 */
const UNLIKELY_PAIRS = new Set(
  (
    'bq bx bz cb cf cj cp cv cw cx dx fj fk fm fq fv fx fz gj gk gq gv gx hj hq hv hx hz jb jc jd ' +
    'jf jg jh jk jl jm jn jp jq jr js jt jv jw jx jy jz kq kx kz lj lx mg mq mx mz pq pv px pz qb ' +
    'qc qd qe qf qg qh qj qk ql qm qn qo qp qq qr qs qt qv qw qx qy qz rx sx sz tq tx uw vb vc vd ' +
    'vf vg vh vj vk vl vm vp vq vt vw vx vz wj wq wv wx xd xg xj xk xm xn xq xr xv xx xz yq yy zb ' +
    'zc zd zf zg zh zj zn zp zq zr zs zt zx'
  ).split(' '),
);

/** A figure where a letter belongs: "ch1ldren", "pr0t3ct10n", "5ervices". */
const WITH_FIGURE = /\p{L}\d+\p{Ll}|^\d\p{Ll}{4,}/u;
/** Names of projects have a 2 or a 4 between words ("Caring2Learn"), and sections of acts an s. */
const NAME = /^\p{L}+\p{Ll}[24]\p{L}{2,}$|^s\d{1,3}\p{L}{0,2}$/iu;
const WORDS = /[\p{L}\d\ufffd]+/gu;

/** So many words with a figure for a letter may be a slip of whoever wrote the report. */
const SLIPS = 1;
/** A text with this share of words that have an unlikely pair, and two of them, is none. */
const UNLIKELY_SHARE = 0.1;
/** Where this share of a document's texts is damaged, that is why it cannot be read. */
const UNREADABLE_SHARE = 0.1;

/**
 * Which of a document's texts have a damaged text layer, by their place in `texts`: figures for
 * letters, letters that could not be mapped, or letters mapped to wrong ones.
 */
export function damagedTexts(texts: string[]): Set<number> {
  const found = texts.map((text) => wordsOf(text).filter(hasFigure));
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
  /\p{L}\ufffd|\ufffd\p{L}/u.test(word);

function isGarbled(text: string): boolean {
  const words = wordsOf(text).filter((word) => /^\p{Ll}{2,}$/u.test(word));
  const unlikely = words.filter(hasUnlikelyPair).length;
  return unlikely >= 2 && unlikely >= UNLIKELY_SHARE * words.length;
}

function hasUnlikelyPair(word: string): boolean {
  for (let i = 1; i < word.length; i++)
    if (UNLIKELY_PAIRS.has(word.slice(i - 1, i + 1))) return true;
  return false;
}
