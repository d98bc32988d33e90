import type { Urn } from '../domain/authority.js';
import { ownWords } from '../question/legacy/own-words.js';
import { isAnyVisit } from '../question/legacy/period.js';
import type { Query } from '../question/legacy/query.js';
import type { SearchRequest } from '../search/index.js';
import type { AnswerContext } from './context.js';

/** What to search for, for a question that was read, among the councils named by URN or all. */
export function requestOf(query: Query, urns: Urn[], context: AnswerContext): SearchRequest {
  const { terms, themes, themePhrases, associations, points } = query;
  const { questions, record } = context;
  const searched = urns.length > 0 ? urns : [...new Set(record.documents.map(({ urn }) => urn))];
  return {
    terms,
    themes,
    themePhrases,
    associations,
    outOfScope: questions.outOfScope(query),
    literalPhrase: ownWords(query),
    urns,
    visitIds: isAnyVisit(query.visits)
      ? null
      : new Set(searched.flatMap((urn) => questions.visitsMeant(query, urn)).map(({ id }) => id)),
    kind: { speaker: points.speaker, tone: points.tone, recommendations: points.recommendations },
  };
}
