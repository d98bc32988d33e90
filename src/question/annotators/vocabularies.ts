import { z } from 'zod';
import { Area, Grade } from '../../domain/judgement.js';
import { NAMED_KINDS } from '../../domain/named-kinds.js';
import { readVocabulary } from '../../domain/vocabulary.js';
import { stem } from '../../language/index.js';
import type { Annotator, Kind, Values } from '../question.js';
import { createClaimAnnotator } from './claims.js';
import { createEverydayGradeAnnotator } from './everyday-grades.js';
import { createHearsayAnnotator } from './hearsay.js';
import { createPhraseAnnotator } from './phrases.js';
import { createPhraseInPlaceAnnotator, inPlace } from './phrases-in-place.js';
import { createToneAnnotator } from './tones.js';

const asked = z.literal('asked');
/** What words carry that mean nothing beside what is asked. */
export const fillerValue = z.enum(['little', 'common', 'field', 'loose', 'elsewhere']);
const topic = z.strictObject({
  id: z.string(),
  name: z.string(),
  reason: z.string().optional(),
  where: z.string().optional(),
  always: z.boolean(),
  everyday: z.boolean().optional(),
  forYoung: z.boolean().optional(),
});

const visitCount = z.strictObject({
  least: z.number().int().nonnegative(),
  most: z.number().int().nonnegative().nullable(),
});

const of = <K extends Kind>(file: string, kind: K, value: z.ZodType<Values[K]>): Annotator =>
  createPhraseAnnotator(file, readVocabulary(file, value), kind);

/**
 * The annotators that need nothing but their vocabulary: one for each file of `data/language/` that
 * lists the phrases of a kind. A new way to say one of these is a line in its file.
 */
export function vocabularyAnnotators(): Annotator[] {
  annotators ??= made();
  return annotators;
}

let annotators: Annotator[] | null = null;

const made = (): Annotator[] => [
  of('grades', 'grade', Grade),
  createPhraseInPlaceAnnotator(
    'since-grades',
    readVocabulary('since-grades', inPlace(z.union([Grade, z.literal('any')]))),
    'since_grade',
  ),
  of('lay-grades', 'lay_grade', z.enum(['strong', 'weak', 'top', 'failing'])),
  createEverydayGradeAnnotator(),
  createHearsayAnnotator(),
  of('areas', 'area', z.array(Area).min(1)),
  of('ratings', 'rating', asked),
  createPhraseInPlaceAnnotator(
    'councils',
    readVocabulary('councils', inPlace(z.enum(['many', 'ours', 'by_region', 'rest']))),
    'councils',
  ),
  of('speakers', 'speaker', z.enum(['ofsted', 'council', 'press', 'anyone', 'other'])),
  createToneAnnotator(),
  of('recommendations', 'recommendations', asked),
  of(
    'quantities',
    'quantity',
    z.enum(['count', 'each', 'share', 'split', 'average', 'figure', 'age']),
  ),
  createPhraseInPlaceAnnotator(
    'comparisons',
    readVocabulary(
      'comparisons',
      inPlace(z.enum(['compare', 'better', 'worse', 'better_on', 'worse_on', 'same', 'then'])),
    ),
    'comparison',
  ),
  createPhraseInPlaceAnnotator(
    'movements',
    readVocabulary(
      'movements',
      inPlace(
        z.enum([
          'changed',
          'improved',
          'declined',
          'fallen',
          'unchanged',
          'not_improved',
          'not_declined',
          'again',
          'left',
          'once',
          'lost',
          'reached',
          'returned',
          'always',
          'not_always',
          'otherwise',
          'held',
          'ever',
        ]),
      ),
    ),
    'movement',
  ),
  of(
    'negations',
    'negation',
    z.enum(['not', 'without', 'outside', 'never', 'above', 'below', 'at_least', 'at_most']),
  ),
  createPhraseInPlaceAnnotator(
    'visit-conditions',
    readVocabulary('visit-conditions', inPlace(z.enum(['had', 'not_had']))),
    'visit_condition',
  ),
  createPhraseInPlaceAnnotator(
    'visit-counts',
    readVocabulary('visit-counts', inPlace(visitCount)),
    'visit_count',
  ),
  of('kinds-set-aside', 'kinds_aside', z.array(z.enum(NAMED_KINDS)).min(1)),
  of('contrasts', 'contrast', asked),
  createPhraseInPlaceAnnotator(
    'standings',
    readVocabulary('standings', inPlace(asked)),
    'standing',
  ),
  of('times', 'times', z.number().int().positive()),
  of('tallies', 'tally', z.enum(['most', 'fewest'])),
  createPhraseInPlaceAnnotator(
    'ranks',
    readVocabulary('ranks', inPlace(z.number().int().min(2))),
    'rank',
  ),
  createPhraseInPlaceAnnotator(
    'first-few',
    readVocabulary('first-few', inPlace(z.number().int().min(2))),
    'first_few',
  ),
  of('grades-apart', 'grades_apart', z.number().int().positive()),
  createPhraseInPlaceAnnotator(
    'every-area',
    readVocabulary('every-area', inPlace(z.enum(['every', 'some']))),
    'every_area',
  ),
  of('trends', 'trend', z.enum(['better', 'worse', 'so_far', 'any'])),
  of('reasons', 'why', asked),
  createClaimAnnotator(),
  createPhraseInPlaceAnnotator(
    'releases',
    readVocabulary('releases', inPlace(z.enum(['date', 'published']))),
    'release',
  ),
  createPhraseInPlaceAnnotator(
    'groupings',
    readVocabulary('groupings', inPlace(z.enum(['council_type', 'area', 'year', 'month']))),
    'grouping',
  ),
  createPhraseInPlaceAnnotator(
    'areas-of-one',
    readVocabulary('areas-of-one', inPlace(z.enum(['area']))),
    'grouping',
  ),
  of('mentions', 'mention', z.enum(['asked', 'by_year'])),
  of('whole-council', 'whole', asked),
  of(
    'commands',
    'command',
    z.enum(['timeline', 'sources', 'coverage', 'cite', 'link', 'help', 'greeting', 'digest']),
  ),
  createPhraseAnnotator(
    'out-of-scope',
    readVocabulary('out-of-scope', topic),
    'out_of_scope',
    stem,
  ),
  of('definitions', 'definition', z.string().min(1)),
  of('filler', 'filler', fillerValue),
  of('carriers', 'filler', fillerValue),
];
