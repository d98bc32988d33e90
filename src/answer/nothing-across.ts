import type { LocalAuthority } from '../domain/authority.js';
import type { Query } from '../question/legacy/query.js';
import { highestCoverage, type SearchResult } from '../search/index.js';
import type { Answer, Choice } from './answer.js';
import type { AnswerContext } from './context.js';
import { nearestLine, wordsLookedFor } from './replies.js';
import { emptyAnswer } from './said.js';
import { documentsHeld, oneCouncilChoices, outOf, type Scope, timeLine } from './scope.js';

/** Nothing answers at any council: says what was looked through, and which councils come nearest, if any. */
export function nothingAcross(
  query: Query,
  scope: Scope,
  found: SearchResult,
  context: AnswerContext,
): Answer {
  const answer = {
    ...emptyAnswer('across', query.text),
    status: 'nothing_found' as const,
  };
  if (found.outOfScope)
    return {
      ...answer,
      reason: 'not_a_subject',
      headline: `This record holds nothing on ${found.outOfScope.name}; reports on children’s services don’t deal with it.`,
      notes: [nearestLine(scope.authorities, query, context)],
    };
  const when = query.visits.period ? ` ${query.visits.period.label}` : '';
  const silent = found.verdict === 'report_silent';
  const looked = wordsLookedFor(query);
  const near = nearest(found, scope);
  return {
    ...answer,
    reason: silent ? 'report_silent' : 'no_match',
    headline: silent
      ? `${outOf(0, scope)} has findings on ${query.themes.map((theme) => theme.name.toLowerCase()).join(' and ')}${when}.`
      : `${outOf(0, scope)} has findings that answer this${when}.`,
    notes: [
      `Looked through ${documentsHeld(scope, context)}${looked ? ` for: ${looked}` : ''}.`,
      ...timeLine(query, scope, context),
      ...(near.length > 0
        ? [
            'Some passages share words with the question, too few to be told of many councils at once: ask of one council.',
          ]
        : []),
      ...(found.elsewhere > 0
        ? [
            `Visits at other times have ${found.elsewhere} ${found.elsewhere === 1 ? 'passage' : 'passages'} on it: ask again without the date.`,
          ]
        : []),
      nearestLine(scope.authorities, query, context),
    ],
    closing: ['Later visits may exist, see reports.ofsted.gov.uk.'],
    choices: [...themeChoice(query), ...oneCouncilChoices(near, knownPart(query))],
  };
}

/**
 * A word that is neither English nor in the record may be the name of a place that no register has: then nothing is told of other
 * councils as if it answered. It may be a person's name too, so it is not repeated.
 */
export function unknownWord(query: Query, scope: Scope): Answer {
  const known = knownPart(query);
  return {
    ...emptyAnswer('across', query.text),
    status: 'nothing_found',
    reason: 'no_match',
    headline:
      'A word of this question is no council of the register and no word of this record, so I can’t tell what is asked.',
    notes: ['If it is a council, try its full name; if it is a word, try another.'],
    choices: known
      ? [
          {
            label: 'Ask without that word',
            question: scope.region ? `${known} in ${scope.region}` : known,
          },
        ]
      : [],
  };
}

/** What a question asks in words that are known: a question that found nothing may name somebody, and is not repeated whole. */
const knownPart = (query: Query): string =>
  [wordsLookedFor(query).replaceAll(',', ''), query.visits.period?.label].filter(Boolean).join(' ');

/** The record covers no council of the region asked about. */
export const noneInRegion = (query: Query, region: string): Answer => ({
  ...emptyAnswer('across', query.text),
  status: 'not_covered',
  headline: `This record covers no council of the region ${region}, so I can’t say anything about it.`,
  closing: [
    'To add one: download its reports from reports.ofsted.gov.uk and run ofsted import FOLDER where the bot runs.',
  ],
});

/** On to the theme itself, where the question asks more than that. */
function themeChoice(query: Query): Choice[] {
  const onTheme = query.terms.filter((term) => term.themes.length > 0);
  if (onTheme.length === 0 || onTheme.length === query.terms.length) return [];
  const words = onTheme.map((term) => term.repaired ?? term.word).join(' ');
  return [{ label: `All councils: ${words}`, question: words }];
}

/** How much of the nearest passage's share of the question others must carry to be as near. */
const AS_NEAR = 0.7;

/** The councils whose passages came nearest, best first. */
function nearest({ hits }: SearchResult, { authorities }: Scope): LocalAuthority[] {
  const highest = highestCoverage(hits);
  const near = hits.filter((hit) => hit.coverage >= AS_NEAR * highest);
  const urns = new Set(near.map(({ passage }) => passage.urn));
  return [...urns].flatMap((urn) => authorities.filter((a) => a.urn === urn));
}
