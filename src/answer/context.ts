import type { LocalAuthority, Urn } from '../domain/authority.js';
import { inTableOrder } from '../domain/judgement.js';
import {
  coveredAuthorities,
  type InspectionRecord,
  type RecordedJudgement,
} from '../domain/record.js';
import { createThemeMatcher } from '../domain/theme-matcher.js';
import { createTopicAssociations, type TopicAssociations } from '../domain/topic-association.js';
import type { Visit } from '../domain/visit.js';
import {
  createQuestionReader,
  createVisitsMeant,
  type Question,
  type QuestionReader,
  STOP_WORDS,
} from '../question/index.js';
import { createSearch, type IndexCache, type Search, withOfficialWords } from '../search/index.js';

/** Everything an answer is made from. Made once for a record; holds no state of its own. */
export type AnswerContext = {
  record: InspectionRecord;
  reader: QuestionReader;
  search: Search;
  associations: TopicAssociations;
  covered: LocalAuthority[];
  /** The day on which questions are asked, as an ISO date. */
  today: () => string;
  /** The visits of a council, newest first. */
  visitsOf: (urn: Urn) => Visit[];
  /** The visits of a council that a question means (all, where it names none), newest first. */
  visitsMeant: (question: Question, urn: Urn) => Visit[];
  /** A visit's judgements, in the order of a report's table. */
  judgementsOf: (visit: Visit) => RecordedJudgement[];
  /** Whether the record has a visit's grades and dates, and not the text of its report. */
  isFactsOnly: (visit: Visit) => boolean;
};

const systemToday = () => new Date().toISOString().slice(0, 10);

/** Builds the index of a record, or takes it from the cache. */
export function createAnswerContext(
  loaded: InspectionRecord,
  cache: IndexCache | null = null,
  today: () => string = systemToday,
): AnswerContext {
  const record = withOfficialWords(loaded);
  const themes = createThemeMatcher(record.themes);
  const search = createSearch(record, { stopWords: STOP_WORDS, cache, themes });
  const associations = createTopicAssociations(record.themes, STOP_WORDS);
  const has = (word: string) => search.vocabulary.has(word) || associations.has(word);
  const reader = createQuestionReader(record, themes, {
    words: search.vocabulary.words,
    has,
  });
  const factsOnly = new Set(
    record.documents
      .filter(({ source }) => source.holds === 'facts')
      .flatMap((document) => document.visits.filter(({ known }) => known === null))
      .map(({ id }) => id),
  );
  const visits = grouped(record.visits, ({ urn }) => urn);
  const judgements = grouped(record.judgements, ({ visit }) => visit.id);
  for (const own of judgements.values()) own.sort((a, b) => inTableOrder(a.judgement, b.judgement));
  return {
    record,
    reader,
    search,
    associations,
    covered: coveredAuthorities(record),
    today,
    visitsOf: (urn) => visits.get(urn) ?? [],
    visitsMeant: createVisitsMeant(record),
    judgementsOf: ({ id }) => judgements.get(id) ?? [],
    isFactsOnly: ({ id }) => factsOnly.has(id),
  };
}

function grouped<T>(list: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
