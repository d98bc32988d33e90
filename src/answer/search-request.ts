import type { Urn } from '../domain/authority.js';
import type { PointKind } from '../domain/point-kind.js';
import type { Theme } from '../domain/theme.js';
import {
  isAnyVisit,
  literalPhraseOf,
  pointKindOf,
  type Question,
  searchedTokens,
  spansOf,
  visitFilterOf,
} from '../question/index.js';
import { isOneTheme, type SearchRequest, type SearchTerm } from '../search/index.js';
import type { AnswerContext } from './context.js';
import { newestVisits } from './newest-visits.js';

/** What to search for, for a question that was read, among the councils named by URN or all. */
export function requestOf(
  question: Question,
  urns: Urn[],
  context: AnswerContext,
  kind: PointKind = pointKindOf(question),
): SearchRequest {
  const spans = spansOf(question, 'theme');
  const themes = [...new Set(spans.flatMap(({ value }) => value))];
  const themePhrases = new Set(spans.map(({ from }) => from)).size;
  const terms = termsOf(question, context);
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
    outOfScope: spansOf(question, 'out_of_scope').map(
      ({ value: { id, name, always }, from, to }) => ({
        id,
        name,
        from,
        to,
        isNeverTreated: always,
      }),
    ),
    // Councils are counted by it only where they are asked about one theme.
    literalPhrase: isOneTheme({ themePhrases, terms }) ? literalPhraseOf(question) : null,
    urns,
    visitIds: isAnyVisit(filter)
      ? null
      : new Set(searched.flatMap((urn) => context.visitsMeant(question, urn)).map(({ id }) => id)),
    preferredVisitIds: onlyUrn === undefined ? null : newestVisits(question, onlyUrn, context),
    kind,
  };
}

/** The words of a question that passages are searched for. */
function termsOf(
  question: Question,
  { associations, search, reader }: AnswerContext,
): SearchTerm[] {
  const spans = spansOf(question, 'theme');
  return searchedTokens(question).map(({ at, word, typed, isRepaired, stem }) => {
    const around = spans.filter(({ from, to }) => from <= at && at < to);
    const inDomain = around.length > 0 || associations.has(word);
    return {
      word: typed,
      repaired: isRepaired ? word : null,
      stem,
      themes: around.flatMap(({ value }): Theme[] => value),
      phraseLength: Math.max(1, ...around.map(({ from, to }) => to - from)),
      isKnown: reader.isKnown(word),
      inDomain,
      inVocabulary: search.vocabulary.has(word) || associations.has(word),
      position: at,
    };
  });
}
