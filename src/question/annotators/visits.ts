import { z } from 'zod';
import { FRAMEWORK_NAMES, NAMED_KINDS } from '../../domain/named-kinds.js';
import { readVocabulary } from '../../domain/vocabulary.js';
import { fourFigureYear } from '../period/time-words.js';
import type { Annotator, Span, VisitSaid } from '../question.js';
import { createPhraseAnnotator } from './phrases.js';

const visitValue = z.strictObject({
  kind: z.enum(NAMED_KINDS).nullable(),
  ordinal: z.int().positive().nullable(),
});

const { sets, entries } = readVocabulary('visits', visitValue);
const phrases = createPhraseAnnotator(
  'visits',
  {
    sets,
    entries: entries.map(({ value, phrases: own }) => ({
      value: value && { ...value, said: 'document' as const },
      phrases: own,
    })),
  },
  'visit',
);
const frameworks = createPhraseAnnotator(
  'frameworks',
  readVocabulary('frameworks', z.enum(FRAMEWORK_NAMES)),
  'framework',
);

const FRAMEWORK = new Set([...FRAMEWORK_NAMES.map((name) => name.toLowerCase()), 'framework']);

/**
 * Yields the visits that a question names: kind and number where it says them, `null` where any
 * visit may be meant. "The 2019 inspection" and "the SIF inspection" are full ones.
 */
const visits: Annotator = {
  name: 'visits',
  get words() {
    return phrases.words ?? [];
  },
  annotate(reading) {
    const word = (at: number) => reading.tokens[at]?.word ?? '';
    return phrases.annotate(reading).map((span): Span => {
      const before = word(span.from - 1) === 'ofsted' ? span.from - 2 : span.from - 1;
      const isNamed = FRAMEWORK.has(word(before)) || fourFigureYear(word(before)) !== null;
      const isPlain = /^inspections?$/.test(word(span.from)) && span.to === span.from + 1;
      if (span.kind !== 'visit') return span;
      const said = saidIn(reading.tokens.slice(span.from, span.to).map((token) => token.word));
      const kind = isPlain && isNamed ? 'inspection' : span.value.kind;
      return { ...span, value: { ...span.value, kind, said } };
    });
  },
};

const saidIn = (words: string[]): VisitSaid => {
  if (words.some((word) => /^(?:re)?inspect/.test(word))) return 'inspection';
  return words.some((word) => word.startsWith('visit')) ? 'visit' : 'document';
};

export const visitAnnotators: Annotator[] = [visits, frameworks];
