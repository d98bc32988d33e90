import type { RecordedPassage } from '../domain/record.js';
import { sentences } from '../language/index.js';
import { narrowed } from './snippet.js';

/**
 * The passages that have these very words, in their order, each narrowed to the sentence that has
 * them. White space, capitals and the style of quotation marks and dashes do not count. Words that
 * run over from one passage into the next of its paragraph are found in both.
 */
export function withExactPhrase(passages: RecordedPassage[], phrase: string): RecordedPassage[] {
  const wanted = plain(phrase);
  if (wanted === '') return [];
  const near = nearWord(passages, wanted);
  const texts = passages.map(({ passage }, i) => (near.has(i) ? plain(passage.quote) : ''));
  return passages.flatMap((recorded, i) => {
    const own = texts[i] ?? '';
    if (own === '') return [];
    if (has(own, wanted)) return [narrowed(recorded, sentenceWith(recorded, wanted))];
    const before = passages[i - 1];
    const after = passages[i + 1];
    const runsOver =
      (after?.paragraph === recorded.paragraph && crosses(own, texts[i + 1] ?? '', wanted)) ||
      (before?.paragraph === recorded.paragraph && crosses(texts[i - 1] ?? '', own, wanted));
    return runsOver ? [recorded] : [];
  });
}

/**
 * The places of passages that have the longest word of a phrase, and of those beside them. Looking
 * for one word costs little; making every text plain does not.
 */
function nearWord(passages: RecordedPassage[], wanted: string): Set<number> {
  const [longest = ''] = (wanted.match(/[a-z]+/g) ?? []).sort((a, b) => b.length - a.length);
  const word = new RegExp(longest, 'i');
  const near = new Set<number>();
  passages.forEach(({ passage }, i) => {
    if (word.test(passage.quote))
      near
        .add(i - 1)
        .add(i)
        .add(i + 1);
  });
  return near;
}

/** Whether words begin in one text and end in the next. */
const crosses = (first: string, second: string, wanted: string): boolean =>
  !has(second, wanted) && !has(first, wanted) && has(`${first} ${second}`, wanted);

function sentenceWith({ passage: { quote } }: RecordedPassage, wanted: string): string {
  const sentence = sentences(quote).find((each) => has(plain(each), wanted));
  return sentence && quote.includes(sentence) ? sentence : quote;
}

/** Whether a text has the words whole: "care" is not in "careful". */
function has(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (
      !isWordPart(text, at - 1, wanted[0]) &&
      !isWordPart(text, at + wanted.length, wanted.at(-1))
    )
      return true;
  return false;
}

const isWordPart = (text: string, at: number, edge: string | undefined): boolean =>
  isLetter(text[at]) && isLetter(edge);

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛′ʼ`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
