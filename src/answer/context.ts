import type { LocalAuthority, Urn } from '../domain/authority.js';
import { inTableOrder } from '../domain/judgement.js';
import {
  coveredAuthorities,
  type InspectionRecord,
  type RecordedJudgement,
} from '../domain/record.js';
import type { Visit } from '../domain/visit.js';
import { STOP_WORDS } from '../question/legacy/field-words.js';
import type { Query } from '../question/legacy/query.js';
import { createQuestionReader, type QuestionReader } from '../question/legacy/reader.js';
import { createSearch, type IndexCache, type Search } from '../search/index.js';
import { withOfficialWords } from './official-words.js';

/** Everything an answer is made from. Made once for a record; holds no state of its own. */
export type AnswerContext = {
  record: InspectionRecord;
  questions: QuestionReader;
  search: Search;
  covered: LocalAuthority[];
};

/** A question about one council: which (and whether it was named), what was asked, and what to answer from. */
export type Asked = {
  authority: LocalAuthority;
  named: boolean;
  query: Query;
  context: AnswerContext;
};

/** Builds the index of a record, or takes it from the cache. */
export function createAnswerContext(
  loaded: InspectionRecord,
  cache: IndexCache | null = null,
): AnswerContext {
  const record = withOfficialWords(loaded);
  const search = createSearch(record, { stopWords: STOP_WORDS, cache });
  const questions = createQuestionReader(record, search.vocabulary);
  return { record, questions, search, covered: coveredAuthorities(record) };
}

/** An authority's visits, newest first. */
export const visitsOf = ({ record }: AnswerContext, urn: Urn): Visit[] =>
  record.visits.filter((visit) => visit.urn === urn);

/** A visit's judgements, in the order of a report's table. */
export const judgementsOf = ({ record }: AnswerContext, visit: Visit): RecordedJudgement[] =>
  record.judgements
    .filter((j) => j.visit.id === visit.id)
    .sort((a, b) => inTableOrder(a.judgement, b.judgement));
