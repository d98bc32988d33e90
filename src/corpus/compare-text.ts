import { collapseSpace } from '../language/index.js';

const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;

/**
 * Whether a quotation stands in a text (of one line, white space collapsed), with its white space
 * collapsed and nothing else changed, but that the signs of symbol fonts, bullets in reports, are
 * all alike. It begins and ends with whole words: "social worker" does not stand in "social
 * workers".
 */
export function quotes(printed: string, quotation: string): boolean {
  const text = withBullets(printed);
  const words = withBullets(collapseSpace(quotation));
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const cuts = splitsWord(text.charAt(at - 1), words.charAt(0));
    if (!cuts && !splitsWord(words.charAt(words.length - 1), text.charAt(end))) return true;
  }
  return false;
}

/** Signs of symbol fonts have no meaning as characters, and readers give them different ones. */
const withBullets = (text: string): string => text.replace(/[\ue000-\uf8ff▪■◼●]/gu, '•');

const splitsWord = (before: string, after: string): boolean =>
  [LETTER, DIGIT].some((kind) => kind.test(before) && kind.test(after));

/**
 * As `quotes`, where straight and curly quotation marks are alike and the quotation's last
 * punctuation mark is free.
 */
export const quotesLoosely = (text: string, quotation: string): boolean =>
  quotes(straight(text), straight(collapseSpace(quotation)).replace(/[.,;:!?…]$/u, ''));

const straight = (text: string): string => text.replace(/[‘’‚‛]/g, "'").replace(/[“”„‟]/g, '"');

/**
 * Whether a quotation stands in pages that follow each other: on one of them, or begun on one and
 * ended on the next (what stands between, a page number or a footnote, is not part of it).
 */
export function quotesAcross(pages: string[], quotation: string): boolean {
  if (pages.some((page) => quotes(page, quotation))) return true;
  const words = collapseSpace(quotation);
  const cuts = [...words.matchAll(/ |(?<=[\p{L}\p{N}][-‐–/])(?=[\p{L}\p{N}])/gu)];
  return pages.slice(1).some((next, i) =>
    cuts.some(({ index }) => {
      const [head, tail] = [words.slice(0, index), words.slice(index).trim()];
      return quotes(pages[i] ?? '', head) && quotes(next, tail);
    }),
  );
}
