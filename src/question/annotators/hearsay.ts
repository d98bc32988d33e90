import { z } from 'zod';
import { finderOf, readVocabulary } from '../../domain/vocabulary.js';
import type { Annotator, Kind, Span } from '../question.js';
import { book, longestOnly, phrasesIn } from './phrases.js';

const TOLD = 'hearsay';
const PAPER = 'hearsay of papers';

/** What may stand before the words that open a message. */
const BEFORE = new Set('so and but hi hello hey ok well just also yes no oh'.split(' '));

/**
 * Yields the words by which somebody passes on what others said ("I heard that", "according to the
 * BBC"). They carry nothing of what is claimed: whoever made the claim, it is held to the record.
 */
export function createHearsayAnnotator(): Annotator {
  const finder = finderOf(readVocabulary(TOLD, z.enum(['told', 'opening', 'paper'])), book);
  return {
    name: TOLD,
    get words() {
      return finder.words;
    },
    annotate({ tokens }) {
      return longestOnly(phrasesIn(tokens, finder)).flatMap(({ value, from, to }): Span[] => {
        if (value === null) return [];
        const isFirst = tokens.slice(0, from).every(({ word }) => BEFORE.has(word));
        if (value === 'opening' && !isFirst) return [];
        const by = value === 'paper' ? PAPER : TOLD;
        return [{ kind: 'filler', value: 'little', from, to, surface: '', by }];
      });
    },
  };
}

/** Whether a span is words of hearsay, which name no theme though one has them. */
export const isHearsay = ({ by }: Span): boolean => by === TOLD || by === PAPER;

/** Kinds that the name of a paper may look like: "the Yorkshire Post", "the Guardian". */
const LIKE_PAPERS: ReadonlySet<Kind> = new Set([
  ...(['speaker', 'place', 'council', 'former_council', 'filler', 'claim', 'theme'] as const),
  ...(['subject', 'out_of_scope', 'council_type'] as const),
]);

/**
 * The spans seen with a paper as mere hearsay where a grade is claimed, and nothing else in its
 * words; without one, what is asked is what the paper said.
 */
export function withHearsay(seen: Span[]): Span[] {
  const papers = seen.filter(({ by }) => by === PAPER);
  if (papers.length === 0) return seen;
  if (!seen.some(({ kind }) => kind === 'grade')) return seen.filter(({ by }) => by !== PAPER);
  return seen.filter(
    (span) =>
      span.by === PAPER ||
      !LIKE_PAPERS.has(span.kind) ||
      !papers.some(({ from, to }) => from < span.to && span.from < to),
  );
}
