import { sentenceSpans } from '../../language/index.js';

const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{N}])';
const NO_LETTER_AFTER = '(?![\\p{L}\\p{N}])';

/**
 * A pattern that meets these words or phrases as a text has them: in any case, with whatever
 * apostrophes, spaces or hyphens between their words, and the last of them in the plural too.
 */
export function patternOf(phrases: readonly string[]): RegExp {
  const each = phrases.map((phrase) =>
    (phrase.normalize('NFKC').match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? [])
      .map((word) => word.replace(/['’]/g, "['’]?"))
      .join('[\\s\\u00a0\\-‐‑–]+'),
  );
  return new RegExp(
    `${NO_LETTER_BEFORE}(?:${each.filter(Boolean).join('|')})(?:e?s|['’]s)?${NO_LETTER_AFTER}`,
    'iu',
  );
}

/** Where the sentences of a text stand that have what a pattern meets: UTF-16 offsets. */
export const sentencesWith = (pattern: RegExp, text: string): { from: number; to: number }[] =>
  pattern.test(text)
    ? sentenceSpans(text).filter(({ from, to }) => pattern.test(text.slice(from, to)))
    : [];
