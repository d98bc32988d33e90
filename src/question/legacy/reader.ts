import type { Urn } from '../../domain/authority.js';
import type { InspectionRecord } from '../../domain/record.js';
import { createThemeMatcher } from '../../domain/theme-matcher.js';
import { createTopicAssociations } from '../../domain/topic-association.js';
import type { Visit } from '../../domain/visit.js';
import { createSpeller, isEnglish, stem, words } from '../../language/index.js';
import { type AuthorityResolver, createAuthorityResolver } from './authorities.js';
import { STOP_WORDS } from './field-words.js';
import { NEVER_TREATED, OTHER_SUBJECTS } from './other-subjects.js';
import { WORDS_OF_VISITS } from './period.js';
import { parseQuery, type Query } from './query.js';
import { createVisitsMeant } from './visits-meant.js';

/** The words of the record's passages: how often each occurs, and the stems that any has. */
type Vocabulary = {
  words: ReadonlyMap<string, number>;
  stems: { has(stem: string): boolean };
};

/** A topic met in a question that inspections do not treat. */
type OutOfScopeTopic = {
  id: string;
  name: string;
  from: number;
  to: number;
  isNeverTreated: boolean;
};

/** Reads questions about a record. */
export type QuestionReader = {
  authorities: AuthorityResolver;
  read(text: string): Query;
  /** The visits of an authority that a question means, newest first. */
  visitsMeant(query: Query, urn: Urn): Visit[];
  /** The topics of a question that inspections do not treat, in the order met. */
  outOfScope(query: Query): OutOfScopeTopic[];
};

/**
 * Words that questions are made of and passages need not have; misspellings of them are repaired
 * too.
 */
const WORDS_OF_QUESTIONS = [
  ...'help latest newest timeline history sources documents cite citation rating rated grade grades judgement judgements overall strengths concerns recommendations inspection inspections inspectors monitoring focused council'.split(
    ' ',
  ),
  ...WORDS_OF_VISITS,
];

/** Prepares the reading of questions from a record and the vocabulary of its passages. */
export function createQuestionReader(
  record: InspectionRecord,
  vocabulary: Vocabulary,
): QuestionReader {
  const themes = createThemeMatcher(record.themes);
  const frequency = new Map(vocabulary.words);
  for (const theme of record.themes)
    for (const phrase of [...theme.terms, ...theme.layWords, ...theme.hints])
      for (const word of words(phrase)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const inspectors = record.visits.flatMap((visit) => words(visit.leadInspector ?? ''));
  for (const word of [...WORDS_OF_QUESTIONS, ...inspectors])
    frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const topics = createThemeMatcher(OTHER_SUBJECTS);
  const associations = createTopicAssociations(record.themes, STOP_WORDS);
  const inVocabulary = (word: string) =>
    vocabulary.stems.has(stem(word)) || associations.has(stem(word));
  const authorities = createAuthorityResolver(record.authorities, inVocabulary);
  const tools = {
    authorities,
    themes,
    associations,
    speller: createSpeller(frequency),
    inVocabulary,
    isKnown: (word: string) => frequency.has(word) || isEnglish(word) || /^\d+$/.test(word),
  };
  return {
    authorities,
    read: (text) => parseQuery(text, tools),
    visitsMeant: createVisitsMeant(record),
    outOfScope: ({ words: asked, terms }) =>
      topics
        .read(asked)
        .map(({ theme: { id, name }, from, to }) => ({
          id,
          name,
          from,
          to,
          isNeverTreated: NEVER_TREATED.has(id),
        }))
        .filter(
          // A longer phrase of the field is no such topic ("elective home education").
          ({ isNeverTreated, from, to }) =>
            isNeverTreated ||
            !terms.some(
              ({ position, phraseLength }) =>
                from <= position && position < to && phraseLength > to - from,
            ),
        ),
  };
}
