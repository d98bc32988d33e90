import type { Query, Term } from '../question/legacy/query.js';
import type { AnswerContext } from './context.js';
import { scopeOf } from './scope.js';
import { requestOf } from './search-request.js';

/** How a question was read and why each passage stands where it does, as plain lines for a terminal. */
export function explainQuestion(text: string, context: AnswerContext): string {
  const asked = context.questions.read(text);
  const { query, urns, of } = searched(asked, context);
  const { period, kinds, ordinal } = query.visits;
  const found = context.search.find(requestOf(query, urns, context));
  return [
    `council: ${of}`,
    `visits: ${[period?.label, ordinal === null ? null : `number ${ordinal}`, kinds].filter(Boolean).join(', ') || 'all'}`,
    `words read:${query.terms.length === 0 ? ' none' : ''}`,
    ...query.terms.map(termLine),
    `points to: ${query.associations.map(({ theme, strength }) => `${theme.id} (${strength.toFixed(2)})`).join(', ') || 'no theme beside those named'}`,
    `verdict: ${found.verdict}${found.outOfScope ? ` (${found.outOfScope.name})` : ''}`,
    ...found.hits.map(
      ({ passage, score, coverage }, i) =>
        `${String(i + 1).padStart(3)}. score ${score.toFixed(2)}, carries ${Math.round(coverage * 100)} % of the question: ${passage.key}\n     “${passage.passage.quote.slice(0, 100)}”`,
    ),
  ].join('\n');
}

/** What is searched for a question, and where: the councils named, else all that the record covers, or a region's. */
function searched(
  asked: Query,
  context: AnswerContext,
): { query: Query; urns: string[]; of: string } {
  const named = asked.authorities;
  if (named.length > 0 || context.covered.length < 2)
    return {
      query: asked,
      urns: (named.length > 0 ? named : context.covered).map(({ urn }) => urn),
      of: named.map(({ name, urn }) => `${name} (${urn})`).join(', ') || 'none named',
    };
  const [{ authorities, region }, query] = scopeOf(asked, context);
  return {
    query,
    urns: authorities.map(({ urn }) => urn),
    of: `none named, ${authorities.length} searched${region ? ` (${region})` : ''}`,
  };
}

function termLine({ word, repaired, stem, themes, inVocabulary, inDomain }: Term): string {
  const notes = [
    themes.length > 0 ? `theme ${themes.map((theme) => theme.id).join(', ')}` : null,
    inVocabulary ? null : 'in no passage and no theme',
    inVocabulary && !inDomain ? 'in passages, in no theme' : null,
  ].filter(Boolean);
  return `  ${word}${repaired ? ` → ${repaired}` : ''} (stem ${stem})${notes.length > 0 ? `: ${notes.join('; ')}` : ''}`;
}
