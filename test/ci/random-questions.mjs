// Questions that nobody would ask, to find what the reading of questions cannot bear: any
// characters, great length, the signs of regular expressions, letters repeated, misspelt words of
// the field. The same number gives the same ones.

const FIELD =
  'tameside manchester ofsted children social workers caseloads supervision placements accommodation care leavers missing neglect exploitation fostering adoption plans assessments thresholds safeguarding partnership inspection 2019 agency staff kids running away what did inspectors say about'.split(
    ' ',
  );
const SIGNS = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '*',
  '+',
  '?',
  '\\',
  '|',
  '^',
  '$',
  '.',
  '(a+)+$',
  '\\b',
  '.*',
  '(?=',
  '[^]',
  '{1,9}',
  "'",
  '’',
  '&',
  '-',
  '#',
];
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x300, 0x36f],
  [0x370, 0x5ff],
  [0x900, 0x97f],
  [0x1e00, 0x1fff],
  [0x2000, 0x2bff],
  [0x3040, 0x9fff],
  [0xd800, 0xdfff],
  [0xfb00, 0xffff],
  [0x1f300, 0x1faff],
];

/** `count` questions, one after the other. */
export function* randomQuestions(count, seed = 1) {
  let state = seed;
  /** From 0 up to, not including, `limit` (mulberry32). */
  const below = (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
  };
  const pick = (list) => list[below(list.length)];
  const times = (n, make, joint = '') => Array.from({ length: n }, make).join(joint);
  const letter = () => String.fromCharCode(97 + below(26));
  const character = () => {
    const [from, to] = pick(RANGES);
    const code = from + below(to - from + 1);
    return code >= 0xd800 && code <= 0xdfff
      ? String.fromCharCode(code)
      : String.fromCodePoint(code);
  };
  const misspelt = () => {
    let word = pick(FIELD);
    for (let n = 1 + below(2); n > 0; n--) {
      const at = below(word.length);
      word =
        word.slice(0, at) + pick([letter(), '', word.charAt(at).repeat(2)]) + word.slice(at + 1);
    }
    return word;
  };
  const length = () => pick([1, 5, 20, 60, 90]);
  const kinds = [
    () => times(length() * 2, character),
    () => times(length(), () => times(1 + below(12), letter), ' '),
    () => times(length(), misspelt, ' '),
    () => times(length(), () => pick([pick(SIGNS), pick(FIELD), letter()])),
    () => times(length(), () => letter().repeat(1 + below(30)), pick([' ', ''])),
    () =>
      times(length(), () => pick([pick(FIELD), misspelt(), times(1 + below(4), character)]), ' '),
    () =>
      pick([letter(), `${misspelt()} `, `${times(7, letter)} `, character(), pick(SIGNS)])
        .repeat(10_000)
        .slice(0, 10_000),
  ];
  for (let n = 0; n < count; n++) yield pick(kinds)();
}
