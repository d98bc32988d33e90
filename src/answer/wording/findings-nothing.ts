import { asksForTrend, visitFilterOf } from '../../question/index.js';
import type { SearchTerm } from '../../search/index.js';
import { nearestCouncils } from '../across/findings/closest.js';
import type { FindingsFacts } from '../across/findings/findings.js';
import type { Answer, Choice } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { heldOf } from '../scope.js';
import { howCounted, noneSaid } from './findings-counted.js';
import { NO_VERDICT } from './notes.js';
import { emptyAnswer } from './phrases.js';
import {
  documentsHeld,
  documentsLine,
  oneCouncilChoices,
  outOf,
  themesLine,
  withoutTextLines,
} from './scope.js';
import { timeLine, whenOf } from './when-visited.js';

/** Nothing answers at any council: says what was looked through, and what comes nearest. */
export function wordNoFindings(facts: FindingsFacts, asked: AskedOfAll): Answer {
  const { request, result } = facts;
  const { question, scope, context } = asked;
  const answer = { ...emptyAnswer('across', question.text), status: 'nothing_found' as const };
  const urns = scope.authorities.map(({ urn }) => urn);
  if (result.outOfScope)
    return {
      ...answer,
      reason: 'not_a_subject',
      headline: `This record holds nothing on ${result.outOfScope.name}; reports on children’s services don’t deal with it.`,
      notes: [themesLine(context, urns, request.terms)],
    };
  const silent = result.verdict === 'report_silent';
  const looked = wordsLookedFor(request.terms);
  const near = nearestCouncils(facts, asked);
  const { elsewhere } = result;
  const isTheme = silent || facts.concepts.some(({ named }) => named !== 'word');
  return {
    ...answer,
    reason: isTheme ? 'report_silent' : 'no_match',
    headline: isTheme
      ? noneSaid(facts, asked)
      : `${outOf(0, scope)} has findings that answer this${whenOf(asked)}.`,
    notes: [
      ...(asksForTrend(question) ? [NO_VERDICT] : []),
      ...(isTheme ? [howCounted(facts)] : []),
      `Looked through ${documentsHeld(heldOf(scope, context))}${looked ? ` for: ${looked}` : ''}.`,
      ...withoutTextLines(heldOf(scope, context)),
      ...timeLine(asked),
      ...(near.length > 0
        ? [
            'Some passages share words with the question, too few to be told of many councils at once: ask of one council.',
          ]
        : []),
      ...(elsewhere > 0
        ? [
            `Visits at other times have ${elsewhere} ${elsewhere === 1 ? 'passage' : 'passages'} on it: ${facts.read.which === 'meant' ? 'ask again without the date' : 'ask for “ever”'}.`,
          ]
        : []),
      themesLine(context, urns, request.terms),
    ],
    closing: [documentsLine(heldOf(scope, context))],
    choices: [...themeChoice(request.terms), ...oneCouncilChoices(near, knownPart(asked, looked))],
  };
}

/** The words of a question that the record could have. */
export const wordsLookedFor = (terms: SearchTerm[]): string =>
  terms
    .filter((term) => term.isKnown)
    .map((term) => term.repaired ?? term.word)
    .join(', ');

/** A question that found nothing may name somebody: only its known words are repeated. */
const knownPart = (asked: AskedOfAll, looked: string): string =>
  [looked.replaceAll(',', ''), visitFilterOf(asked.question).period?.label]
    .filter(Boolean)
    .join(' ');

/** On to the theme itself, where the question asks more than that. */
export function themeChoice(terms: SearchTerm[]): Choice[] {
  const onTheme = terms.filter((term) => term.themes.length > 0);
  if (onTheme.length === 0 || onTheme.length === terms.length) return [];
  const words = onTheme.map((term) => term.repaired ?? term.word).join(' ');
  return [{ label: `All councils: ${words}`, question: words }];
}
