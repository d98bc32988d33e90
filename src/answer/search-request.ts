import type { Urn } from '../domain/authority.js';
import type { PointKind } from '../domain/point-kind.js';
import type { Theme } from '../domain/theme.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import {
  asksOfProgress,
  isAnyVisit,
  type LayWord,
  layWordsOf,
  leaningOf,
  literalPhraseOf,
  placesOf,
  pointKindOf,
  type Question,
  type SpanOfKind,
  says,
  searchedTokens,
  spansOf,
  visitFilterOf,
} from '../question/index.js';
import {
  type InspectorsWord,
  isOneTheme,
  type SearchRequest,
  type SearchTerm,
} from '../search/index.js';
import type { AnswerContext } from './context.js';
import { newestVisits } from './newest-visits.js';

/** What to search for, for a question that was read, among the councils named by URN or all. */
export function requestOf(
  question: Question,
  urns: Urn[],
  context: AnswerContext,
  kind: PointKind = pointKindOf(question),
): SearchRequest {
  const layWords = layWordsOf(question);
  const spans = themeSpansOf(question, layWords, context.matcher);
  const themes = [...new Set(spans.flatMap(({ value }) => value))];
  const themePhrases = new Set(spans.map(({ from }) => from)).size;
  const terms = termsOf(question, { kind, spans, layWords }, context);
  const filter = visitFilterOf(question);
  const [onlyUrn] = urns.length === 1 ? urns : [];
  const searched = urns.length > 0 ? urns : context.covered.map(({ urn }) => urn);
  return {
    terms,
    themes,
    themePhrases,
    associations: context.associations.read(
      terms.flatMap(({ word, repaired }) => [repaired ?? word, word]),
      themes,
    ),
    outOfScope: topicsOutside(question).map(({ value, from, to }) => ({
      id: value.id,
      name: value.name,
      from,
      to,
      isNeverTreated: value.always,
      isForYoung: value.forYoung === true,
    })),
    // Councils are counted by it only where they are asked about one theme.
    literalPhrase: isOneTheme({ themePhrases, terms }) ? literalPhraseOf(question) : null,
    urns,
    visitIds:
      isAnyVisit(filter) && !says(question, 'set_aside', 'kinds_aside')
        ? null
        : new Set(
            searched.flatMap((urn) => context.visitsMeant(question, urn)).map(({ id }) => id),
          ),
    preferredVisitIds: onlyUrn === undefined ? null : newestVisits(question, onlyUrn, context),
    kind,
  };
}

/**
 * Where a question names themes. Inside a longer phrase that means something else by its own entry
 * in the lexicon a word names none: "gang of kids" is no gang, "no supervision" is supervision.
 */
function themeSpansOf(
  question: Question,
  phrases: LayWord[],
  matcher: ThemeMatcher,
): SpanOfKind<'theme'>[] {
  const meansIt = (means: { words: string[] }[], themes: Theme[]) =>
    means.some(({ words }) => themesOf(words, matcher).some((theme) => themes.includes(theme)));
  return spansOf(question, 'theme').filter(
    (span) =>
      !phrases.some(
        ({ from, to, means }) =>
          from <= span.from &&
          span.to <= to &&
          to - from > placesOf(span).length &&
          !meansIt(means, span.value),
      ),
  );
}

/** Of what inspectors write for a lay word, so many tell its themes. */
const BEST_MEANINGS = 2;

/** What was found in a question by which its words are searched for. */
type Found = { kind: PointKind; spans: SpanOfKind<'theme'>[]; layWords: LayWord[] };

/** The words of a question that passages are searched for. */
function termsOf(
  question: Question,
  { kind, spans, layWords: found }: Found,
  { associations, search, reader, matcher }: AnswerContext,
): SearchTerm[] {
  const leaning = kind.tone ?? leaningOf(question);
  const ofProgress = asksOfProgress(question);
  const asked = wordsAsked(question);
  const layWords = found.map(({ from, to, text, means }) => ({
    from,
    to,
    text,
    means: inspectorsWordsOf(means, matcher),
  }));
  return searchedTokens(question).map(({ at, word, typed, isRepaired, stem }) => {
    const around = spans.filter(({ from, to }) => from <= at && at < to);
    const inDomain = around.length > 0 || associations.has(word);
    return {
      word: typed,
      repaired: isRepaired ? word : null,
      stem,
      themes: around.flatMap(({ value }): Theme[] => value),
      phraseLength: Math.max(1, ...around.map(({ from, to }) => to - from)),
      layWord: layWords.find(({ from, to }) => from <= at && at < to) ?? null,
      leaning,
      ...(ofProgress && { asksOfProgress: true as const }),
      asked,
      rarity: search.vocabulary.rarity(stem),
      isKnown: reader.isKnown(word),
      inDomain,
      inVocabulary: search.vocabulary.has(word) || associations.has(word),
      position: at,
    };
  });
}

/** Kinds of span that say where and when, in whose words no narrow thing is named. */
const OF_WHERE: ReadonlySet<string> = new Set(['council', 'former_council', 'place', 'period']);

/** The words of a question by their places, those that say where and when empty. */
function wordsAsked({ tokens, spans }: Question): string[] {
  const aside = new Set(spans.filter(({ kind }) => OF_WHERE.has(kind)).flatMap(placesOf));
  return tokens.map(({ at, word }) => (aside.has(at) ? '' : word));
}

/** What was made of the lexicon's entries, which stay the same. */
const prepared = new WeakMap<ThemeMatcher, WeakMap<LayWord['means'], InspectorsWord[]>>();

/** What inspectors write for a lay word, with the themes that the best of it names. */
function inspectorsWordsOf(means: LayWord['means'], matcher: ThemeMatcher): InspectorsWord[] {
  const own = prepared.get(matcher) ?? new WeakMap<LayWord['means'], InspectorsWord[]>();
  prepared.set(matcher, own);
  const known =
    own.get(means) ??
    means.map(({ text, words, stems }, i) => ({
      text,
      stems,
      themes: i < BEST_MEANINGS ? themesOf(words, matcher) : [],
    }));
  own.set(means, known);
  return known;
}

/** What was found of the words of the lexicon's entries, which stay the same. */
const themesFound = new WeakMap<ThemeMatcher, WeakMap<string[], Theme[]>>();

function themesOf(words: string[], matcher: ThemeMatcher): Theme[] {
  const found = themesFound.get(matcher) ?? new WeakMap<string[], Theme[]>();
  themesFound.set(matcher, found);
  const known = found.get(words) ?? [...new Set(matcher.read(words).map(({ theme }) => theme))];
  found.set(words, known);
  return known;
}

/**
 * The topics that reports do not deal with. Of a claim on a theme of theirs ("foster carer numbers
 * are falling") only those count that they never do.
 */
function topicsOutside(question: Question): SpanOfKind<'out_of_scope'>[] {
  const isClaim = spansOf(question, 'claim').some(({ value }) => value === 'asked');
  const topics = spansOf(question, 'out_of_scope');
  return isClaim && says(question, 'theme') ? topics.filter(({ value }) => value.always) : topics;
}
