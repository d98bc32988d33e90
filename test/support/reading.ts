import { words } from '../../src/language/index.js';
import type { Annotator, Reading, Span } from '../../src/question/question.js';

const WORD = /[\p{L}\p{N}]+(?:[&'’][\p{L}\p{N}]+)*/gu;

/** A text as annotators get it, with every word as typed: no spelling is repaired. */
export function readingOf(text: string): Reading {
  const tokens = [...text.matchAll(WORD)].map((match, at) => {
    const [surface] = match;
    const word = words(surface)[0] ?? surface.toLowerCase();
    return {
      at,
      word,
      typed: word,
      surface,
      start: match.index,
      end: match.index + surface.length,
    };
  });
  return { tokens, text };
}

/** What an annotator sees in a text. */
export const spansIn = (text: string, annotator: Annotator): Span[] =>
  annotator.annotate(readingOf(text));

/** The words of a text that no span covers, in one string. */
export function leftOver(text: string, annotators: Annotator[]): string {
  const { tokens } = readingOf(text);
  const covered = new Set(
    annotators
      .flatMap((annotator) => spansIn(text, annotator))
      .flatMap(
        ({ from, to, words: said }) =>
          said ?? Array.from({ length: to - from }, (_, i) => from + i),
      ),
  );
  return tokens
    .filter(({ at }) => !covered.has(at))
    .map(({ word }) => word)
    .join(' ');
}
