import { z } from 'zod';
import { finderOf, readVocabulary } from '../../domain/vocabulary.js';
import { sayAll } from '../places-of.js';
import type { Annotator, Kind, Span } from '../question.js';
import { isHearsay } from './hearsay.js';
import { book, longestOnly, phrasesIn } from './phrases.js';

const NAME = 'everyday-grades';

/**
 * Yields the grades that everyday words mean: "failing on", "top marks for". What is "not good
 * enough" is below good, and its first word says so.
 */
export function createEverydayGradeAnnotator(): Annotator {
  const finder = finderOf(
    readVocabulary(NAME, z.enum(['failing', 'never failing', 'below good', 'top'])),
    book,
  );
  const at = (words: number[]) => ({
    from: words[0] ?? 0,
    to: (words.at(-1) ?? 0) + 1,
    words,
    surface: '',
    by: NAME,
  });
  return {
    name: NAME,
    get words() {
      return finder.words;
    },
    annotate: ({ tokens }) =>
      longestOnly(phrasesIn(tokens, finder)).flatMap(({ value, words }): Span[] => {
        if (value === null) return [];
        if (value === 'top') return [{ kind: 'grade', value: 'outstanding', ...at(words) }];
        if (value === 'never failing')
          return [
            { kind: 'negation', value: 'never', ...at(words.slice(0, 1)) },
            { kind: 'grade', value: 'inadequate', ...at(words.slice(1)) },
          ];
        if (value === 'failing') return [{ kind: 'grade', value: 'inadequate', ...at(words) }];
        return [
          { kind: 'negation', value: 'below', ...at(words.slice(0, 1)) },
          { kind: 'grade', value: 'good', ...at(words.slice(1)) },
        ];
      }),
  };
}

/** Kinds that say of whom else a question may be, unless it is about their neighbours. */
const OF_SOME: ReadonlySet<Kind> = new Set(['council', 'former_council']);

/** Kinds that say of many councils that they are asked about. */
const OF_MANY: ReadonlySet<Kind> = new Set(['place', 'council_type', 'neighbours', 'grouping']);

const isOfMany = ({ kind, value }: Span): boolean =>
  OF_MANY.has(kind) || (kind === 'councils' && value !== 'ours');

/** Whether it is asked how often something was so, or if ever: "how many times has Bury failed". */
const isOfHistory = (seen: Span[]): boolean =>
  seen.some(
    ({ kind, value }) =>
      kind === 'times' ||
      (kind === 'command' && value === 'timeline') ||
      (kind === 'movement' && value === 'ever'),
  );

/**
 * The spans seen without everyday grades, unless many councils are asked about, an area that Ofsted
 * grades or what was heard of one, and `isKnown` holds of all other words: who asks for less than
 * an area ("failing care leavers in custody") asks for findings.
 */
export function withoutEverydayGrades(
  seen: Span[],
  count: number,
  isKnown: (kind: Kind) => boolean,
): Span[] {
  const isEveryday = ({ by }: Span) => by === NAME;
  if (!seen.some(isEveryday)) return seen;
  const known = seen.filter((span) => isEveryday(span) || isKnown(span.kind));
  const isOfNeighbours = seen.some(({ kind }) => kind === 'neighbours');
  const isOfGrades =
    (isOfHistory(seen) && seen.some(({ kind }) => OF_SOME.has(kind)) && sayAll(known, count)) ||
    (seen.some((span) => span.kind === 'area' || isOfMany(span) || isHearsay(span)) &&
      (isOfNeighbours || seen.some(isHearsay) || !seen.some(({ kind }) => OF_SOME.has(kind))) &&
      sayAll(known, count));
  if (!isOfGrades) return seen.filter((span) => !isEveryday(span));
  // What is a grade here asks for no criticism.
  return seen.filter(({ kind, from, to }) => {
    const isTone = kind === 'tone' || kind === 'claim';
    return !isTone || !seen.some((one) => isEveryday(one) && one.from < to && from < one.to);
  });
}
