import { z } from 'zod';
import { readVocabulary } from '../../domain/vocabulary.js';
import type { Annotator } from '../question.js';
import { createPhraseInPlaceAnnotator, inPlace } from './phrases-in-place.js';

const asked = inPlace(z.literal('asked'));

/**
 * Yield that a time is asked for: when something was, how long ago it was, and how long it is
 * between one and the next.
 */
export const timeAskedAnnotators: Annotator[] = [
  createPhraseInPlaceAnnotator(
    'when',
    readVocabulary('when', inPlace(z.enum(['asked', 'how_long']))),
    'when',
  ),
  createPhraseInPlaceAnnotator('time-since', readVocabulary('time-since', asked), 'time_since'),
  createPhraseInPlaceAnnotator(
    'intervals',
    readVocabulary('intervals', inPlace(z.enum(['asked', 'often']))),
    'interval',
  ),
];
