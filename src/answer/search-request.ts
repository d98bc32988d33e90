import type { Urn } from '../domain/authority.js';
import { ownWords } from '../question/legacy/own-words.js';
import { isAnyVisit } from '../question/legacy/period.js';
import type { Query } from '../question/legacy/query.js';
import { isOneTheme, type SearchRequest } from '../search/index.js';
import type { AnswerContext } from './context.js';

/** What to search for, for a question that was read, among the councils named by URN or all. */
export function requestOf(query: Query, urns: Urn[], context: AnswerContext): SearchRequest {
  const { terms, themes, themePhrases, associations, points } = query;
  const { questions } = context;
  return {
    terms,
    themes,
    themePhrases,
    associations,
    outOfScope: questions.outOfScope(query),
    // Only councils with findings on one theme are counted, and finding the phrase takes a while.
    literalPhrase: isOneTheme(query) ? ownWords(query) : null,
    urns,
    visitIds: isAnyVisit(query.visits) ? null : visitIdsOf(query, urns, context),
    kind: { speaker: points.speaker, tone: points.tone, recommendations: points.recommendations },
  };
}

/** The visits that a question is about, of the councils named by URN or of all. */
function visitIdsOf(query: Query, urns: Urn[], { questions, record }: AnswerContext): Set<string> {
  const searched = urns.length > 0 ? urns : [...new Set(record.documents.map(({ urn }) => urn))];
  const visits = searched.flatMap((urn) => questions.visitsMeant(query, urn));
  return new Set(visits.map(({ id }) => id));
}
