import { z } from 'zod';
import { readVocabulary } from '../../domain/vocabulary.js';
import type { Annotator } from '../question.js';
import { createPhraseAnnotator } from './phrases.js';

/**
 * Yields that a question asks if something was said, and what was claimed. Without the first, words
 * of praise and criticism claim nothing.
 */
export function createClaimAnnotator(): Annotator {
  const value = z.enum(['asked', 'praise', 'criticism', 'denied']);
  const inner = createPhraseAnnotator('claims', readVocabulary('claims', value), 'claim');
  return {
    name: inner.name,
    get words() {
      return inner.words ?? [];
    },
    annotate(reading) {
      const spans = inner.annotate(reading);
      return spans.some((span) => span.value === 'asked') ? spans : [];
    },
  };
}
