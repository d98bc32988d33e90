import type { LocalAuthority } from '../domain/authority.js';
import { themeInSentence } from '../domain/theme.js';
import { type Visit, visitTitle } from '../domain/visit.js';
import { isMeant } from '../question/legacy/period.js';
import type { Query } from '../question/legacy/query.js';
import {
  type CouncilHits,
  groupByCouncil,
  type Hit,
  isOneTheme,
  type LiteralPhrase,
  usesPhrase,
} from '../search/index.js';
import type { Answer, Section } from './answer.js';
import type { AnswerContext } from './context.js';
import { asksForFigure, withFigure } from './figures.js';
import { nothingAcross } from './nothing-across.js';
import { pointOf, varied } from './points.js';
import { emptyAnswer } from './said.js';
import {
  allOf,
  documentsLine,
  namesWithMonths,
  oneCouncilChoices,
  outOf,
  type Scope,
  timeLine,
} from './scope.js';
import { requestOf } from './search-request.js';

/** How many councils are quoted; the others are named. */
const COUNCILS_QUOTED = 8;
const COUNCILS_IN_HEADLINE = 5;
const COUNCILS_NAMED = 60;
/** Few are quoted of a council, from the first that were found. */
const CONSIDERED = 15;
/** Under this many councils with no finding, they are named. */
const SILENT_NAMED = 12;

/** A council with findings: what was found, and the visit that comes first. */
type Council = { authority: LocalAuthority; visit: Visit; hits: Hit[] };

/** The findings of all councils of the scope that answer a question which names none, council by council, with what is not shown named. */
export function findingsAcross(query: Query, scope: Scope, context: AnswerContext): Answer {
  const all = scope.region === null && !isOneTheme(query);
  const urns = all ? [] : scope.authorities.map((a) => a.urn);
  const request = requestOf(query, urns, context);
  const found = context.search.find(request);
  const { isOneTheme: onTheme, literalPhrase: words, councils } = groupByCouncil(request, found);
  const [groups, notes] = withFigures(query, councils);
  const counted = onTheme && groups === councils;
  if (groups.length === 0) return nothingAcross(query, scope, found, context);
  const named = groups.flatMap(({ urn, hits }): Council[] => {
    const authority = scope.authorities.find((a) => a.urn === urn);
    const visit = hits[0]?.passage.visit;
    return authority && visit ? [{ authority, visit, hits }] : [];
  });
  const using = words
    ? named.filter(({ hits }) => hits.some((hit) => usesPhrase(words, hit.passage)))
    : [];
  const when = whenOf(named, query);
  const rest = named.slice(COUNCILS_QUOTED);
  const sections = named.slice(0, COUNCILS_QUOTED).map((council) => {
    const section = sectionOf(council, query, pointsEach(named.length));
    return using.length > 0 && !using.includes(council)
      ? { ...section, lines: [`On ${themesOf(query)}, in other words.`, ...section.lines] }
      : section;
  });
  return {
    ...emptyAnswer('across', query.text),
    headline: counted
      ? words
        ? inOwnWords(words, using, named, when, query, scope, context)
        : `${countOf(named.length, when, query, scope)}: ${namesWithMonths(named, COUNCILS_IN_HEADLINE)}.`
      : `${closestOf(named.length, scope)}${when}, praise and concern alike: ${namesWithMonths(named, COUNCILS_IN_HEADLINE)}.`,
    notes: [
      ...notes,
      'Whether a finding is praise or concern is in its words: neither is picked out here.',
      ...timeLine(query, scope, context),
      documentsLine(scope, context),
    ],
    sections,
    closing: [
      ...(rest.length > 0
        ? [`Not quoted here, with findings too: ${namesWithMonths(rest, COUNCILS_NAMED)}.`]
        : []),
      ...(counted ? silentLine(named, scope) : []),
      ...(counted
        ? [
            'No finding here is no verdict: a report does not treat every subject, and this record may lack reports.',
          ]
        : ['Other councils may have findings on it in other words: ask of one council.']),
    ],
    choices: oneCouncilChoices(
      named.map(({ authority }) => authority),
      scope.text,
    ),
    citations: sections.flatMap(({ points }) => points.map((point) => point.citation)),
  };
}

/** Few councils are quoted at more length than many. */
const pointsEach = (councils: number): number => (councils <= 3 ? 3 : councils <= 6 ? 2 : 1);

function sectionOf({ authority, hits }: Council, query: Query, most: number): Section {
  const own = hits.map((hit) => hit.passage);
  const shown = varied(own.slice(0, CONSIDERED), most);
  const visits = [...new Set(shown.map(({ visit }) => visit))];
  const years = [...new Set(own.map(({ visit }) => visit.period.slice(0, 4)))].sort();
  return {
    heading:
      visits.length === 1 && visits[0]
        ? `${authority.name}: ${visitTitle(visits[0])}`
        : authority.name,
    lines:
      own.length > shown.length
        ? [
            `${shown.length} of ${own.length} passages, ${years.length === 1 ? years[0] : `${years[0]} to ${years.at(-1)}`}`,
          ]
        : [],
    points: shown.map((recorded) => pointOf(recorded, query.terms)),
  };
}

/** Who asks for a figure gets the passages that have one, and is told where none has. */
function withFigures(query: Query, groups: CouncilHits[]): [CouncilHits[], string[]] {
  if (!asksForFigure(query) || groups.length === 0) return [groups, []];
  const figures = groups
    .map(({ urn, hits }) => ({ urn, hits: withFigure(hits, query) }))
    .filter(({ hits }) => hits.length > 0);
  return figures.length > 0
    ? [figures, ['Only passages with a figure are shown.']]
    : [groups, ['The record quotes no figure for this; what it says of the subject is below.']];
}

const themesOf = ({ themes }: Query): string => themes.map(themeInSentence).join(' and ');

/** " in 2019"; a visit of another time whose report came out then is there too, which is said. */
function whenOf(named: Council[], { visits }: Query): string {
  if (!visits.period) return '';
  const byReport = named.some(({ hits }) =>
    hits.some(({ passage }) => !isMeant(passage.visit, visits)),
  );
  return `${byReport ? ' at visits made or reported' : ''} ${visits.period.label}`;
}

/** "3 of 15 councils in this record have findings on care leavers, praise and concern alike" */
const countOf = (count: number, when: string, query: Query, scope: Scope): string =>
  `${outOf(count, scope)} ${count === 1 ? 'has' : 'have'} findings on ${themesOf(query)}${when}, praise and concern alike`;

/** Those whose findings use the question's own words are counted, and the theme said to be only near: it is wider. */
function inOwnWords(
  words: LiteralPhrase,
  using: Council[],
  named: Council[],
  when: string,
  query: Query,
  scope: Scope,
  { record }: AnswerContext,
): string {
  const said = `${words.text.includes(' ') ? 'words' : 'word'} “${words.text}”`;
  const ids = new Set(query.themes.map(({ id }) => id));
  const onTheme = named.filter(({ hits }) =>
    hits.some(({ passage: { passage } }) => passage.themes.some((id) => ids.has(id))),
  );
  const theme =
    onTheme.length > 0
      ? ` The nearest theme is ${themesOf(query)}: ${outOf(onTheme.length, scope).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())} ${onTheme.length === 1 ? 'has' : 'have'} findings on that${when}, praise and concern alike.`
      : '';
  if (using.length > 0)
    return `${outOf(using.length, scope)} ${using.length === 1 ? 'has' : 'have'} findings that use the ${said}${when}: ${namesWithMonths(using, COUNCILS_IN_HEADLINE)}.${theme}`;
  const urns = new Set(scope.authorities.map(({ urn }) => urn));
  const elsewhere = record.passages.some(
    (recorded) => urns.has(recorded.urn) && usesPhrase(words, recorded),
  );
  return `${elsewhere ? `Of the findings asked for here${when} none` : 'No report in this record'} uses the ${said}.${theme}`;
}

/** "Closest to the question, from 3 of the 15 councils in this record": whether they answer it is for the reader to see. */
const closestOf = (count: number, scope: Scope): string =>
  `Closest to the question, from ${count} of ${allOf(scope)}`;

function silentLine(named: { authority: LocalAuthority }[], { authorities }: Scope): string[] {
  const silent = authorities.filter((a) => !named.some(({ authority }) => authority === a));
  if (silent.length === 0 || silent.length > SILENT_NAMED) return [];
  return [`Nothing found for: ${silent.map(({ name }) => name).join('; ')}.`];
}
