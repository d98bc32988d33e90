import { z } from 'zod';
import { readVocabulary } from '../../domain/vocabulary.js';
import { createPhraseInPlaceAnnotator, inPlace } from './phrases-in-place.js';

const order = z.enum([
  'newest',
  'previous',
  'consecutive',
  'oldest',
  'first',
  'last',
  'longest_ago',
  'longest',
  'shortest',
  'best',
  'worst',
  'most',
  'fewest',
]);

/** Yields which of several is meant: the newest, the best, the one longest ago. */
export const orderAnnotator = createPhraseInPlaceAnnotator(
  'order',
  readVocabulary('order', inPlace(order)),
  'order',
);
