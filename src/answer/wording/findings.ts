import { themeInSentence } from '../../domain/theme.js';
import { visitTitle } from '../../domain/visit.js';
import { visitFilterOf } from '../../question/index.js';
import type { SearchTerm } from '../../search/index.js';
import { type CouncilFindings, type FindingsFacts, nearestCouncils } from '../across/findings.js';
import type { Answer, Choice, Section } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { asksForTrend } from '../one-council/about.js';
import { heldOf } from '../scope.js';
import { NO_VERDICT } from './notes.js';
import { emptyAnswer } from './phrases.js';
import { citationsOf, pointOf } from './points.js';
import {
  allOf,
  documentsHeld,
  documentsLine,
  namesWithMonths,
  oneCouncilChoices,
  outOf,
  themesLine,
  withoutTextLines,
} from './scope.js';
import { timeLine, whenOf } from './when-visited.js';

const COUNCILS_IN_HEADLINE = 5;
const COUNCILS_NAMED = 60;
/** Under this many councils with no finding, they are named. */
const SILENT_NAMED = 12;

/** The findings of all councils, council by council, with what is not shown named. */
export function wordFindings(facts: FindingsFacts, asked: AskedOfAll): Answer {
  const { councils, isCounted, phrase, quoted, figures } = facts;
  const { question, scope, context } = asked;
  if (councils.length === 0) return nothingFound(facts, asked);
  const when = whenOf(asked);
  const rest = councils.slice(quoted);
  const someUse = councils.some(({ usesWords }) => usesWords);
  // An everyday word for the theme means the theme; a word of its own that none uses does not.
  const isNearest = isCounted && phrase !== null && !phrase.isLayWord && !someUse;
  const sections = councils.slice(0, quoted).map((council) => {
    const section = sectionOf(council, facts.request.terms);
    return someUse && !council.usesWords
      ? { ...section, lines: [`On ${themesOf(facts)}, in other words.`, ...section.lines] }
      : section;
  });
  const names = namesWithMonths(councils, COUNCILS_IN_HEADLINE);
  const headline = isCounted
    ? phrase
      ? inOwnWords(facts, asked, when)
      : `${outOf(councils.length, scope)} ${have(councils)} findings on ${themesOf(facts)}${when}, praise and concern alike: ${names}.`
    : `Closest to the question, from ${councils.length} of ${allOf(scope)}${when}, praise and concern alike: ${names}.`;
  return {
    ...emptyAnswer('across', question.text),
    status: isNearest ? 'nothing_found' : 'found',
    reason: isNearest ? 'no_match' : null,
    headline,
    notes: [
      ...(asksForTrend(question) ? [NO_VERDICT] : []),
      ...(figures === 'shown' ? ['Only passages with a figure are shown.'] : []),
      ...(figures === 'none'
        ? ['The record quotes no figure for this; what it says of the subject is below.']
        : []),
      'Whether a finding is praise or concern is in its words: neither is picked out here.',
      ...timeLine(asked),
      ...withoutTextLines(heldOf(scope, context)),
      documentsLine(heldOf(scope, context)),
    ],
    sections,
    closing: [
      ...(rest.length > 0
        ? [`Not quoted here, with findings too: ${namesWithMonths(rest, COUNCILS_NAMED)}.`]
        : []),
      ...(isCounted ? silentLine(councils, asked) : []),
      isCounted
        ? 'No finding here is no verdict: a report does not treat every subject, and this record may lack reports.'
        : 'Other councils may have findings on it in other words: ask of one council.',
    ],
    choices: oneCouncilChoices(
      councils.map(({ authority }) => authority),
      scope.text,
    ),
    citations: isNearest ? [] : citationsOf(sections),
    nearest: isNearest ? citationsOf(sections) : [],
  };
}

const have = (councils: CouncilFindings[]): string => (councils.length === 1 ? 'has' : 'have');

const themesOf = ({ request }: FindingsFacts): string =>
  request.themes.map(themeInSentence).join(' and ');

function sectionOf({ authority, found, shown }: CouncilFindings, terms: SearchTerm[]): Section {
  const visits = [...new Set(shown.map(({ visit }) => visit))];
  const years = [...new Set(found.map(({ visit }) => visit.period.slice(0, 4)))].sort();
  const span = years.length === 1 ? years[0] : `${years[0]} to ${years.at(-1)}`;
  return {
    heading:
      visits.length === 1 && visits[0]
        ? `${authority.name}: ${visitTitle(visits[0])}`
        : authority.name,
    lines:
      found.length > shown.length ? [`${shown.length} of ${found.length} passages, ${span}`] : [],
    points: shown.map((recorded) => pointOf(recorded, terms)),
  };
}

/**
 * Those whose findings use the asker's own words are counted; the theme is wider, and only near.
 */
function inOwnWords(facts: FindingsFacts, { scope }: AskedOfAll, when: string): string {
  const { councils, phrase } = facts;
  const words = `${phrase?.text.includes(' ') ? 'words' : 'word'} “${phrase?.text}”`;
  const using = councils.filter(({ usesWords }) => usesWords);
  const ids = new Set(facts.request.themes.map(({ id }) => id));
  const onTheme = councils.filter(({ found }) =>
    found.some(({ passage }) => passage.themes.some((id) => ids.has(id))),
  );
  const lower = (text: string) => text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  const theme =
    onTheme.length > 0
      ? ` The nearest theme is ${themesOf(facts)}: ${lower(outOf(onTheme.length, scope))} ${have(onTheme)} findings on that${when}, praise and concern alike.`
      : '';
  if (using.length > 0)
    return `${outOf(using.length, scope)} ${have(using)} findings that use the ${words}${when}: ${namesWithMonths(using, COUNCILS_IN_HEADLINE)}.${theme}`;
  const none = phrase?.usedElsewhere
    ? `Of the findings asked for here${when} none`
    : 'No report in this record';
  return `${none} uses the ${words}.${theme}`;
}

function silentLine(named: CouncilFindings[], { scope: { authorities } }: AskedOfAll): string[] {
  const silent = authorities.filter((a) => !named.some(({ authority }) => authority === a));
  if (silent.length === 0 || silent.length > SILENT_NAMED) return [];
  return [`Nothing found for: ${silent.map(({ name }) => name).join('; ')}.`];
}

/** Nothing answers at any council: says what was looked through, and what comes nearest. */
function nothingFound(facts: FindingsFacts, asked: AskedOfAll): Answer {
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
  const when = whenOf(asked);
  const silent = result.verdict === 'report_silent';
  const looked = wordsLookedFor(request.terms);
  const near = nearestCouncils(facts, asked);
  const { elsewhere } = result;
  return {
    ...answer,
    reason: silent ? 'report_silent' : 'no_match',
    headline: silent
      ? `${outOf(0, scope)} has findings on ${themesOf(facts)}${when}.`
      : `${outOf(0, scope)} has findings that answer this${when}.`,
    notes: [
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
            `Visits at other times have ${elsewhere} ${elsewhere === 1 ? 'passage' : 'passages'} on it: ask again without the date.`,
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
function themeChoice(terms: SearchTerm[]): Choice[] {
  const onTheme = terms.filter((term) => term.themes.length > 0);
  if (onTheme.length === 0 || onTheme.length === terms.length) return [];
  const words = onTheme.map((term) => term.repaired ?? term.word).join(' ');
  return [{ label: `All councils: ${words}`, question: words }];
}
