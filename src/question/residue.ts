import { placesOf } from './places-of.js';
import type { Kind, Question, SpanOfKind, Token, Values } from './question.js';

/**
 * The tokens that no annotator understood: the one answer to whether anything is left. A subject
 * says what a word is looked for by, and a claim how the whole is meant: neither what is asked.
 */
export function residue({ tokens, spans }: Question): Token[] {
  const understood = new Set(
    spans.filter(({ kind }) => kind !== 'subject' && kind !== 'claim').flatMap(placesOf),
  );
  return tokens.filter(({ at }) => !understood.has(at));
}

/**
 * Whether a question is of nothing but names and words that the record or a vocabulary has: nothing
 * in it is left over, quoted, or a number of the asker's own.
 */
export const isOfVocabulary = (question: Question): boolean =>
  residue(question).length === 0 && !says(question, 'quoted', 'figure');

/** The spans of a kind, in order of their place. */
export const spansOf = <K extends Kind>({ spans }: Question, kind: K): SpanOfKind<K>[] =>
  spans.filter((span) => span.kind === kind) as SpanOfKind<K>[];

/** What the first span of a kind says, or `null` where there is none. */
export function firstOf<K extends Kind>(question: Question, kind: K): Values[K] | null {
  const [first] = spansOf(question, kind);
  return first ? (first.value as Values[K]) : null;
}

/** Whether a question says anything of a kind. */
export const says = ({ spans }: Question, ...kinds: Kind[]): boolean =>
  spans.some(({ kind }) => kinds.includes(kind));

/** Words that stand before what a question is asked of ("in the", "of", "across"). */
const BEFORE = new Set(['in', 'of', 'across', 'from', 'for', 'the', 'within', 'at', 'all']);

/** The cleaned text without the spans of some kinds, nor the little words right before them. */
export function textWithout(question: Question, kinds: Kind[]): string {
  const { tokens, spans } = question;
  const gone = new Set<number>();
  for (const span of spans.filter(({ kind }) => kinds.includes(kind))) {
    for (const at of placesOf(span)) gone.add(at);
    for (let at = span.from - 1; BEFORE.has(tokens[at]?.word ?? ''); at--) gone.add(at);
  }
  return textWithoutTokens(question, gone);
}

/** The cleaned text without some tokens, by their places. */
export const textWithoutTokens = ({ tokens, text }: Question, gone: ReadonlySet<number>): string =>
  tokens
    .filter(({ at }) => !gone.has(at))
    .map(({ start, at }) => text.slice(start, tokens[at + 1]?.start).trim())
    .join(' ');
