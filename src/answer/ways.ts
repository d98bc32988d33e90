import { visitTitle } from '../domain/visit.js';
import { words as readWords } from '../language/index.js';
import type { Query } from '../question/legacy/query.js';
import { type Hit, highestCoverage } from '../search/index.js';
import type { Answer } from './answer.js';
import { COMMANDS } from './commands.js';
import type { Asked } from './context.js';
import { asksForFigure, withFigure } from './figures.js';
import { readGradeQuestion } from './grade-question.js';
import { grades } from './grades.js';
import { latest } from './latest.js';
import { noSuchVisit } from './no-such-visit.js';
import { passages } from './passages.js';
import { kindAsked, pointsOfKind } from './points-of-kind.js';
import { progress } from './progress.js';
import { nothing } from './replies.js';
import { councilLabel } from './said.js';
import { requestOf } from './search-request.js';
import { isGradedTheme, themeThroughTime } from './theme.js';
import { isTrend, isTrendWord, withoutVerdict } from './trend.js';
import { visitsNamed } from './visits.js';

/** A way to answer a question about one council; `null` where the question does not mean it. */
type Way = (asked: Asked) => Answer | null;

/** The ways in the order they are tried: what a question says most plainly comes first, the free search last. */
const WAYS: Way[] = [aGrade, aCommand, allGrades, whoInspected, aKindOfPoint, aboutVisits];

/**
 * Answers a question about one council. Where none was named, a word that nobody knows may be the name of another place: then
 * only a passage that has it may answer, lest one council's grades be given for another's.
 */
export function answerAbout(asked: Asked): Answer {
  const { named, query } = asked;
  const mayBeElsewhere = !named && query.terms.some((term) => !term.isKnown);
  for (const way of mayBeElsewhere ? [] : WAYS) {
    const answer = way(asked);
    if (answer) return isTrend(query) ? withoutVerdict(answer) : answer;
  }
  const answer = withTone(search(asked), query);
  return answer.status === 'found' && isTrend(query) ? withoutVerdict(answer) : answer;
}

/** "Ever rated good?" names a grade; "why inadequate" asks for reasons and is no question about grades. */
function aGrade(asked: Asked): Answer | null {
  const question = isWhy(asked) ? null : readGradeQuestion(asked.query);
  return question?.grade ? grades(asked, question) : null;
}

/** A command by name, unless the question is really about a theme or a visit. */
function aCommand(asked: Asked): Answer | null {
  const { words, themes, visits } = asked.query;
  const command = COMMANDS.find(({ pattern }) => pattern?.test(words.join(' ')));
  if (!command?.answer) return null;
  const narrowed = themes.length > 0 || visits.period !== null || visits.kinds !== null;
  return command.always || !narrowed ? command.answer(asked) : null;
}

function allGrades(asked: Asked): Answer | null {
  const question = isWhy(asked) ? null : readGradeQuestion(asked.query);
  return question ? grades(asked, question) : null;
}

/** A question with no words of its own is about the visits it names, or else about the council as a whole. */
function aboutVisits(asked: Asked): Answer | null {
  const { query, authority, context } = asked;
  const words = query.words.join(' ');
  if (!asksOfWhole(query)) return null;
  const { period, kinds, ordinal } = query.visits;
  if (!period && !kinds && ordinal === null)
    return isTrend(query) ? progress(asked) : latest(asked);
  const meant = context.questions.visitsMeant(query, authority.urn);
  if (meant.length === 0) return noSuchVisit(asked);
  const newestTold = meant.findIndex((visit) => visit.known === null) + 1;
  const newestOnly = /\b(latest|newest|last|recent)\b/.test(words) && newestTold > 0;
  return visitsNamed(asked, newestOnly ? meant.slice(0, newestTold) : meant);
}

/** "Who was the lead inspector", "who wrote the 2021 letter", or a lead inspector by name. */
function whoInspected(asked: Asked): Answer | null {
  const { query, authority, context } = asked;
  const led = context.questions.visitsMeant(query, authority.urn).filter((v) => v.leadInspector);
  const byName = led.filter((visit) =>
    readWords(visit.leadInspector ?? '').every((word) => query.words.includes(word)),
  );
  const meant = byName.length > 0 ? byName : asksWhoInspected(query) ? led : [];
  if (meant.length === 0) return null;
  const named = meant.map((visit) => `${visit.leadInspector} (${visitTitle(visit)})`).join('; ');
  return {
    ...visitsNamed(asked, meant),
    headline: `${councilLabel(asked)}, lead inspector: ${named}.`,
  };
}

/** "Is it safe", "how is it doing", "can we trust it": asked of a whole council, which no single quotation may answer; a children's trust is no such thing. */
const WHOLE_COUNCIL =
  /^(safe|safely|ok|okay|fine|alright|doing|performing|performance|perform|run|trusted|any|department)$/;

/** Whether a question is about the visits it names, or a council as a whole, and nothing else. */
export const asksOfWhole = ({ terms, words }: Query): boolean =>
  terms.every(
    ({ word, position }) =>
      WHOLE_COUNCIL.test(word) ||
      isTrendWord(word) ||
      (word === 'trust' &&
        /^(i|we|you|they|people|parents|families|to)$/.test(words[position - 1] ?? '')),
  );

/** Whether a question asks for the lead inspector. */
export const asksWhoInspected = ({ words }: Query): boolean =>
  /\blead inspectors?\b|\bwho (inspected|led|wrote|signed)\b/.test(words.join(' '));

function aKindOfPoint(asked: Asked): Answer | null {
  const kind = kindAsked(asked.query);
  return kind && pointsOfKind(asked, kind);
}

/** The ranked passages: one theme and nothing else becomes that theme through time. */
function search(asked: Asked): Answer {
  const { query, authority, context } = asked;
  const found = context.search.find(requestOf(query, [authority.urn], context));
  const themeAlone =
    query.themePhrases === 1 &&
    query.terms.every((term) => term.themes.length > 0 || isTrendWord(term.word));
  if (found.verdict !== 'found') {
    const visits = context.questions.visitsMeant(query, authority.urn);
    const graded =
      found.verdict === 'report_silent' && isGradedTheme(visits, query.themes, context);
    return themeAlone && graded ? themeThroughTime(asked, []) : nothing(asked, found);
  }
  if (asksForFigure(query)) return figures(asked, found.hits, themeAlone);
  return themeAlone ? themeThroughTime(asked, closest(found.hits)) : passages(asked, found.hits);
}

/** Who asks for strengths or concerns of a subject is told where the points quoted were not read for that. */
function withTone(answer: Answer, { points }: Query): Answer {
  const quoted = answer.sections.flatMap((section) => section.points);
  const unsorted = quoted.some(({ citation }) => citation.tone === 'unmarked');
  if (answer.status !== 'found' || !points.tone || !unsorted) return answer;
  const note =
    'This record does not sort all of these points into strengths and concerns: their words say which.';
  return { ...answer, notes: [note, ...answer.notes] };
}

/** Nearly as much on the subject as the best: these shares of the meaning and of the score. */
const [AS_CARRIED, AS_SCORED] = [0.7, 0.3];

/** Through time, only what is nearly as much on the subject as the best is told. */
function closest(hits: Hit[]): Hit[] {
  const highest = highestCoverage(hits);
  const score = hits[0]?.score ?? 0;
  return hits.filter(
    (hit) => hit.coverage >= AS_CARRIED * highest && hit.score >= AS_SCORED * score,
  );
}

/** Who asks for a figure gets the passages that have it, and is told where none has. */
function figures(asked: Asked, hits: Hit[], themeAlone: boolean): Answer {
  const found = withFigure(hits, asked.query);
  if (found.length > 0) return passages(asked, found);
  const answer = themeAlone ? themeThroughTime(asked, closest(hits)) : passages(asked, hits);
  return {
    ...answer,
    notes: [
      'The record quotes no figure for this; what it says of the subject is below.',
      ...answer.notes,
    ],
  };
}

const isWhy = ({ query }: Asked): boolean => query.words[0] === 'why';
