import { setImmediate } from 'node:timers/promises';
import { atOnce, inSlices, type Steps } from '../background/steps.js';
import type { LocalAuthority, Urn } from '../domain/authority.js';
import { makingAll } from '../domain/by-council.js';
import { inTableOrder } from '../domain/judgement.js';
import {
  coveredAuthorities,
  type InspectionRecord,
  type RecordedJudgement,
  type RecordedPassage,
} from '../domain/record.js';
import { createThemeMatcher, type ThemeMatcher } from '../domain/theme-matcher.js';
import { createTopicAssociations, type TopicAssociations } from '../domain/topic-association.js';
import type { Visit } from '../domain/visit.js';
import {
  createQuestionReader,
  createVisitsMeant,
  type Question,
  type QuestionReader,
  type ReleaseMonths,
  releaseMonths,
  STOP_WORDS,
} from '../question/index.js';
import {
  createSearch,
  type IndexCache,
  openSearch,
  type Search,
  withOfficialWords,
} from '../search/index.js';

/** Everything an answer is made from. Made once for a record; holds no state of its own. */
export type AnswerContext = {
  record: InspectionRecord;
  /** Reads texts with the record's themes. */
  matcher: ThemeMatcher;
  reader: QuestionReader;
  search: Search;
  associations: TopicAssociations;
  covered: LocalAuthority[];
  /** The day on which questions are asked, as an ISO date. */
  today: () => string;
  /** The passages of a council's documents, in the order of the record. */
  passagesOf: (urn: Urn) => RecordedPassage[];
  /** The visits of a council whose text the record holds, newest first. */
  quotedVisitsOf: (urn: Urn) => Visit[];
  /** The visits of a council, newest first. */
  visitsOf: (urn: Urn) => Visit[];
  /** The visits of a council that a question means (all, where it names none), newest first. */
  visitsMeant: (question: Question, urn: Urn) => Visit[];
  /** The months in which the documents of each visit came out. */
  released: ReleaseMonths;
  /** A visit's judgements, in the order of a report's table. */
  judgementsOf: (visit: Visit) => RecordedJudgement[];
  /** Whether the record has a visit's grades and dates, and not the text of its report. */
  isFactsOnly: (visit: Visit) => boolean;
  /** Whether Ofsted's own report or letter on a visit is held, and not the press on it alone. */
  isReportHeld: (visit: Visit) => boolean;
};

const systemToday = () => new Date().toISOString().slice(0, 10);

/** Builds the index of a record, or takes it from the cache. */
export function createAnswerContext(
  loaded: InspectionRecord,
  cache: IndexCache | null = null,
  today: () => string = systemToday,
): AnswerContext {
  const record = withOfficialWords(loaded);
  const matcher = createThemeMatcher(record.themes);
  const associations = createTopicAssociations(record.themes, STOP_WORDS);
  const search = createSearch(record, { stopWords: STOP_WORDS, cache, themes: matcher });
  return atOnce(preparing({ record, matcher, associations, search, today }));
}

/**
 * The same as `createAnswerContext` gives, made in slices, and what is to be indexed in a thread,
 * so that whatever else the process has to do is done meanwhile.
 * @throws what indexing throws.
 */
export async function openAnswerContext(
  loaded: InspectionRecord,
  cache: IndexCache | null = null,
): Promise<AnswerContext> {
  const record = withOfficialWords(loaded);
  await setImmediate();
  const matcher = createThemeMatcher(record.themes);
  await setImmediate();
  const associations = createTopicAssociations(record.themes, STOP_WORDS);
  await setImmediate();
  const search = await openSearch(record, { stopWords: STOP_WORDS, cache, themes: matcher });
  return inSlices(preparing({ record, matcher, associations, search, today: systemToday }));
}

/**
 * Makes in slices what the first questions would stand still for: the English words, and the
 * passages of all councils.
 */
export async function prepareToAnswer({ reader, record }: AnswerContext): Promise<void> {
  await inSlices(reader.preparing());
  await inSlices(makingAll(record.passages));
}

/**
 * The context of a record that has become another, which answers as one made of it anew would.
 * What is indexed is indexed in a thread, the rest is done in slices, and the context that was
 * answers until this one is there.
 * @throws what indexing throws; the signal's reason.
 */
export async function updateAnswerContext(
  before: AnswerContext,
  loaded: InspectionRecord,
  cache: IndexCache | null = null,
  signal?: AbortSignal,
): Promise<AnswerContext> {
  const { themes } = loaded;
  const isSame = themes === before.record.themes;
  const matcher = isSame ? before.matcher : createThemeMatcher(themes);
  await setImmediate();
  const associations = isSame ? before.associations : createTopicAssociations(themes, STOP_WORDS);
  await setImmediate();
  const record = withOfficialWords(loaded);
  const search = await before.search.updated(record, { themes: matcher, cache, signal });
  return inSlices(preparing({ record, matcher, associations, search, today: before.today }));
}

type Prepared = Pick<AnswerContext, 'record' | 'matcher' | 'associations' | 'search' | 'today'>;

function* preparing({
  record,
  matcher,
  associations,
  search,
  today,
}: Prepared): Steps<AnswerContext> {
  const has = (word: string) => search.vocabulary.has(word) || associations.has(word);
  const { words } = search.vocabulary;
  const reader = createQuestionReader(record, matcher, { words, has });
  yield;
  const factsOnly = new Set(
    record.documents
      .filter(({ source }) => source.holds === 'facts')
      .flatMap((document) => document.visits.filter(({ known }) => known === null))
      .map(({ id }) => id),
  );
  const reported = new Set(
    record.documents
      .filter(({ source }) => source.holds === 'passages' && source.kind !== 'press')
      .flatMap((document) => document.visits.filter(({ known }) => known === null))
      .map(({ id }) => id),
  );
  yield;
  const visits = grouped(record.visits, ({ urn }) => urn);
  const judgements = grouped(record.judgements, ({ visit }) => visit.id);
  yield;
  for (const own of judgements.values()) own.sort((a, b) => inTableOrder(a.judgement, b.judgement));
  yield;
  const released = releaseMonths(record);
  yield;
  const quoted = new Map<Urn, Visit[]>();
  return {
    record,
    matcher,
    reader,
    search,
    associations,
    covered: coveredAuthorities(record),
    today,
    passagesOf: record.passages.of,
    quotedVisitsOf: (urn) => {
      const known = quoted.get(urn) ?? visitsQuoted(visits.get(urn), record.passages.of(urn));
      quoted.set(urn, known);
      return known;
    },
    visitsOf: (urn) => visits.get(urn) ?? [],
    visitsMeant: createVisitsMeant(record, released),
    released,
    judgementsOf: ({ id }) => judgements.get(id) ?? [],
    isFactsOnly: ({ id }) => factsOnly.has(id),
    isReportHeld: ({ id }) => reported.has(id),
  };
}

function visitsQuoted(visits: Visit[] = [], passages: RecordedPassage[]): Visit[] {
  const quoted = new Set(passages.map(({ visit }) => visit.id));
  return visits.filter(({ id }) => quoted.has(id));
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
