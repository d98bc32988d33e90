import type { Query } from '../question/legacy/query.js';
import { findingsAcross } from './across.js';
import type { Answer } from './answer.js';
import { COMMANDS } from './commands.js';
import { compoundGrades } from './compound-grades.js';
import type { AnswerContext } from './context.js';
import { councilsVisited } from './councils-visited.js';
import { asksOfMovement, readCouncilsQuestion, readGradeQuestion } from './grade-question.js';
import { gradesAcross } from './grades-across.js';
import { noneInRegion, unknownWord } from './nothing-across.js';
import { kindAsked } from './points-of-kind.js';
import { choose } from './replies.js';
import { scopeOf } from './scope.js';
import { isTrend, withoutVerdict } from './trend.js';
import { asksOfWhole, asksWhoInspected } from './ways.js';

/**
 * Answers a question that names no council, over a record of several: from the judgements, or from the findings of all. What
 * only one council can be asked (latest, timeline, sources, strengths, a visit) is offered for each to choose.
 */
export function answerAcross(asked: Query, context: AnswerContext): Answer {
  const [scope, query] = scopeOf(asked, context);
  if (scope.authorities.length === 0 && scope.region) return noneInRegion(query, scope.region);
  const visited = councilsVisited(query, scope, context);
  if (visited) return visited;
  const isWhy = query.words[0] === 'why';
  const compound = isWhy || asksOfMovement(query) ? null : compoundGrades(query);
  if (compound) return compound;
  const aboutGrades = isWhy ? null : readCouncilsQuestion(query);
  if (aboutGrades) return gradesAcross(aboutGrades, query, scope, context);
  if (query.terms.some((term) => !term.isKnown)) return unknownWord(query, scope);
  if (asksOfMovement(query))
    return choose(
      scope.authorities,
      query.text,
      'timeline',
      'The record draws no line from one grade to another; each council’s timeline lists its grades.',
    );
  if (isOfOneCouncil(query))
    return choose(
      scope.authorities,
      query.text,
      query.text,
      'This record covers several councils and the question names none.',
    );
  const answer = findingsAcross(query, scope, context);
  return answer.status === 'found' && isTrend(query) ? withoutVerdict(answer) : answer;
}

/** A person in one office: every council has its own. */
const ASKS_WHO = /^who (is|are|was|were|runs|leads) (the|our|your|their|in charge)\b/;

function isOfOneCouncil(query: Query): boolean {
  const { words, themes, visits } = query;
  const narrowed = themes.length > 0 || visits.period !== null || visits.kinds !== null;
  const command = COMMANDS.find(({ pattern }) => pattern?.test(words.join(' ')));
  return (
    (command !== undefined && (command.always || !narrowed)) ||
    readGradeQuestion(query) !== null ||
    asksWhoInspected(query) ||
    ASKS_WHO.test(words.join(' ')) ||
    kindAsked(query) !== null ||
    asksOfWhole(query)
  );
}
