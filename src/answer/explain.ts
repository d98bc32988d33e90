import { byCouncil } from '../search/by-council.js';
import type { Query } from '../search/query.js';
import type { AnswerContext } from './context.js';
import { scopeOf } from './scope.js';

/** How a question was read and why each passage stands where it does, as plain lines for a terminal. */
export function explainQuestion(text: string, context: AnswerContext): string {
  const query = context.search.read(text);
  const { period, kinds, ordinal } = query.visits;
  const found = context.search.find(
    query,
    query.authorities.map((a) => a.urn),
  );
  const terms = query.terms.map(
    ({ word, repaired, stem, themes }) =>
      `  ${word}${repaired ? ` → ${repaired}` : ''} (stem ${stem})${themes.length > 0 ? `, theme ${themes.map((t) => t.id).join(', ')}` : ''}`,
  );
  return [
    `council: ${query.authorities.map((a) => `${a.name} (${a.urn})`).join(', ') || 'none named'}`,
    `visits: ${[period?.label, ordinal === null ? null : `number ${ordinal}`, kinds].filter(Boolean).join(', ') || 'all'}`,
    `words matched:${terms.length === 0 ? ' none' : ''}`,
    ...terms,
    ...acrossLines(query, context),
    `verdict: ${found.verdict}${found.subject ? ` (${found.subject.name})` : ''}`,
    ...found.hits.map(
      ({ passage, score, support }, i) =>
        `${String(i + 1).padStart(3)}. score ${score.toFixed(2)}, carries ${Math.round(support * 100)} % of the question: ${passage.key}\n     “${passage.passage.quote.slice(0, 100)}”`,
    ),
  ].join('\n');
}

/** Which councils a question without a council is asked of, and at how many of them enough was found. */
function acrossLines(asked: Query, context: AnswerContext): string[] {
  if (asked.authorities.length > 0 || context.covered.length < 2) return [];
  const [{ authorities, region }, query] = scopeOf(asked, context);
  const found = context.search.find(
    query,
    authorities.map(({ urn }) => urn),
  );
  const enough = authorities.length > 0 ? byCouncil(query, found).councils.length : 0;
  return [
    `asked of: ${authorities.length} councils${region ? ` (${region})` : ''}; ${enough} with enough to be told of several at once`,
  ];
}
