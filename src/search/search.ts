import type { Urn } from '../domain/authority.js';
import type { InspectionRecord } from '../domain/record.js';
import type { Theme } from '../domain/theme.js';
import { createThemeMatcher, type ThemeMention } from '../domain/theme-matcher.js';
import type { Visit } from '../domain/visit.js';
import { stem, words } from '../domain/words.js';
import { type AuthorityResolver, createAuthorityResolver } from './authorities.js';
import { isEnglish } from './english.js';
import { decide, mostCarried, type Verdict } from './gate.js';
import type { Wanted } from './index/sorts.js';
import { NEVER_TREATED, OTHER_SUBJECTS } from './other-subjects.js';
import { createPassageIndex, type Hit, type IndexKeeper } from './passage-index.js';
import { isAnyVisit, isMeant, WORDS_OF_VISITS } from './period.js';
import { isAnyKind, isWanted } from './point-filter.js';
import { parseQuery, type Query } from './query.js';
import { createSpeller } from './spelling.js';
import { createLeaningReader } from './theme-leaning.js';

/** What a search came to. `elsewhere` counts what the same question finds in visits it did not ask about. */
export type Found = { verdict: Verdict; hits: Hit[]; elsewhere: number; subject: Theme | null };

/** The door to the record's passages. */
export type Search = {
  authorities: AuthorityResolver;
  /** Reads a question. */
  read(text: string): Query;
  /** The visits of an authority that a query means (all, where it says nothing of visits), newest first. */
  visitsMeant(query: Query, urn: Urn): Visit[];
  /** The ranked passages for a query among the councils named by URN (the best of all where none is), and whether they answer it. */
  find(query: Query, urns: Urn[]): Found;
};

/** Words that questions are made of and passages need not have; misspellings of them are repaired too. */
const WORDS_OF_QUESTIONS = [
  ...'help latest newest timeline history sources documents cite citation rating rated grade grades judgement judgements overall strengths concerns recommendations inspection inspections inspectors monitoring focused council'.split(
    ' ',
  ),
  ...WORDS_OF_VISITS,
];

/** Builds everything that answers need from a record; takes time proportional to its text, but for an index that was kept. */
export function createSearch(record: InspectionRecord, keeper?: IndexKeeper): Search {
  const themes = createThemeMatcher(record.themes);
  const index = createPassageIndex(record.passages, themes, keeper);
  const frequency = new Map(index.vocabulary);
  for (const theme of record.themes)
    for (const phrase of [...theme.terms, ...theme.layWords, ...theme.hints])
      for (const word of words(phrase)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const inspectors = record.visits.flatMap((visit) => words(visit.leadInspector ?? ''));
  for (const word of [...WORDS_OF_QUESTIONS, ...inspectors])
    frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const subjects = createThemeMatcher(OTHER_SUBJECTS);
  const leanings = createLeaningReader(record.themes);
  const isMet = (word: string) => index.has(stem(word)) || leanings.knows(stem(word));
  const authorities = createAuthorityResolver(record.authorities, isMet);
  const tools = {
    authorities,
    themes,
    leanings,
    speller: createSpeller(frequency),
    isMet,
    isKnown: (word: string) => frequency.has(word) || isEnglish(word) || /^\d+$/.test(word),
  };
  const released = releaseMonths(record);
  const covered = [...new Set(record.documents.map((document) => document.urn))];
  const visitsOf = new Map<Urn, Visit[]>(covered.map((urn) => [urn, []]));
  for (const visit of record.visits) visitsOf.get(visit.urn)?.push(visit);

  function visitsMeant({ visits }: Query, urn: Urn): Visit[] {
    const own = visitsOf.get(urn) ?? [];
    const during = own.filter((visit) => isMeant(visit, visits));
    const { period } = visits;
    if (during.length > 0 || !period) return during;
    return own.filter(
      (visit) =>
        isMeant(visit, { ...visits, period: null }) &&
        released.get(visit.id)?.some((month) => period.from <= month && month <= period.to),
    );
  }

  return {
    authorities,
    visitsMeant,
    read: (text) => parseQuery(text, tools),
    find(query, urns) {
      const asked = urns.length > 0 ? urns : covered;
      const visits = isAnyVisit(query.visits)
        ? null
        : new Set(asked.flatMap((urn) => visitsMeant(query, urn)).map((visit) => visit.id));
      const isInTime: Wanted = ({ visit }) => visits === null || visits.has(visit.id);
      const isOfKind: Wanted = (sort) => isInTime(sort) && isWanted(sort, query.points);
      const found = index.search(query, urns, [
        ...(visits ? [isInTime] : []),
        ...(isAnyKind(query.points) ? [] : [isOfKind]),
      ]);
      const [every = []] = found;
      const inTime = found[visits ? 1 : 0] ?? [];
      const ofKind = found.at(-1) ?? [];
      const hits = mostCarried(ofKind) >= ENOUGH_OF_KIND * mostCarried(inTime) ? ofKind : inTime;
      const foreign = foreignTo(query, subjects.read(query.words));
      const { verdict, kept } = decide(query, hits, foreign);
      return {
        verdict,
        hits: kept,
        elsewhere: verdict === 'found' ? 0 : decide(query, every, foreign).kept.length,
        subject: foreign[0]?.theme ?? null,
      };
    },
  };
}

/** The mentions of other subjects that are no part of a longer phrase of the field ("elective home education"). */
const foreignTo = ({ terms }: Query, mentions: ThemeMention[]): ThemeMention[] =>
  mentions.filter(
    ({ theme, from, to }) =>
      NEVER_TREATED.has(theme.id) ||
      !terms.some(({ at, phrase }) => from <= at && at < to && phrase > to - from),
  );

/** Passages of the kind asked for are preferred while they answer nearly as well as the others. */
const ENOUGH_OF_KIND = 0.75;

/** The months in which a visit's own documents are dated or came out: people say "the 2024 report" of a visit in December 2023. */
function releaseMonths(record: InspectionRecord): Map<string, string[]> {
  const months = new Map<string, string[]>();
  for (const { source, visits } of record.documents)
    for (const visit of visits.filter((v) => v.known === null)) {
      const dates = [source.published, source.dated].flatMap((date) =>
        date ? [date.date.slice(0, 7)] : [],
      );
      months.set(visit.id, [...(months.get(visit.id) ?? []), ...dates]);
    }
  return months;
}
