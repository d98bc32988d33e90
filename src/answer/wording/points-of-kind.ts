import { areaPhrase } from '../../domain/areas.js';
import { capitalised } from '../../domain/citation.js';
import { freshnessLine } from '../../domain/freshness.js';
import type { PointKind } from '../../domain/point-kind.js';
import { newestFirst, type Visit, visitTitle } from '../../domain/visit.js';
import type { Answer, Section } from '../answer.js';
import type { PointsFacts, PointsOfKind, PointsOfVisit } from '../one-council/points.js';
import {
  councilLabel,
  emptyAnswer,
  factsOnlyLines,
  furtherChoices,
  HEADLINE,
  nearestLine,
} from './phrases.js';
import { pointOf } from './points.js';
import { visitOf } from './visit-of.js';

/** The points of each kind asked for, newest visit first; says where no visit meant has any. */
export function wordPoints(facts: PointsFacts): Answer {
  const { about, kinds } = facts;
  const { authority, reach, question } = about;
  const held = kinds.filter(({ visits }) => visits.length > 0);
  if (held.length === 0) return wordNone(facts);
  const names = held.map((of) => nameOf(of, facts.graded !== null));
  const sections = held.flatMap(({ visits }, i) =>
    visits.map((of) => sectionOf(of, held.length > 1 ? (names[i] ?? null) : null)),
  );
  const lacking = kinds.flatMap((of) => lackingOf(of, facts));
  const visits = [...new Set(held.flatMap((of) => of.visits.map(({ visit }) => visit)))];
  return {
    ...emptyAnswer('visits', question),
    authority,
    headline: headlineOf(facts, names, visits),
    notes: [...lacking.map((line) => `${capitalised(line)}.`), ...newerLines(kinds)],
    sections,
    closing: [freshnessLine(reach)],
    choices: furtherChoices(authority, 'visits'),
    citations: inTurn(
      held.map(({ visits: of }) =>
        of.flatMap(({ shown }) => shown.map((recorded) => pointOf(recorded).citation)),
      ),
    ),
  };
}

/** "Kent: strengths and concerns named at the inspection of 9–20 May 2022." */
function headlineOf(
  { about, graded, kinds }: PointsFacts,
  names: string[],
  visits: Visit[],
): string {
  const [newest, ...others] = visits.toSorted(newestFirst);
  const where = newest
    ? others.length === 0
      ? `at the ${visitOf(newest)}`
      : `at ${visits.length} visits, the newest the ${visitOf(newest)}`
    : '';
  const council = councilLabel(about);
  if (graded)
    return gradedSaid(council, graded, `${names.join(' and ')} in that report are quoted`);
  return `${council}: ${names.join(' and ')}, ${where}${without(kinds)}.`;
}

/**
 * "Kent was graded good at the inspection of 6–17 March 2017 (overall; now outstanding); strengths
 * in that report are quoted." No report says what a grade was given for, and so this does not.
 */
function gradedSaid(
  council: string,
  { recorded: { judgement, visit }, now }: NonNullable<PointsFacts['graded']>,
  then: string,
): string {
  const since = now ? `; now ${now.judgement.grade}` : '';
  const said = `${council} was graded ${judgement.grade} at the ${visitOf(visit)} (${areaPhrase([judgement.area])}${since})`;
  const whole = `${said}; ${then}.`;
  return whole.length <= HEADLINE ? whole : `${said}.`;
}

/** That the newest visit has nothing of a kind asked for, or nothing at all has. */
function without(kinds: PointsOfKind[]): string {
  const lacking = kinds.find(({ visits, newestWithout }) => visits.length === 0 || newestWithout);
  if (!lacking) return '';
  if (lacking.visits.length === 0) return `; no ${NOUNS[wanted(lacking.kind)]} quoted`;
  const newest = lacking.newestWithout?.visit;
  return newest ? `; none from the ${visitOf(newest)}` : '';
}

const NOUNS = {
  findings: 'findings are',
  recommendations: 'list is',
  council: 'words of the council are',
  press: 'words of the press are',
  praise: 'strengths are',
  criticism: 'concerns are',
} as const;

/** The first of each list, then the second of each: who asks for both is shown both at once. */
function inTurn<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) =>
    lists.flatMap((list) => list.slice(i, i + 1)),
  ).flat();
}

/** A visit newer than the full inspection shown, which has such points too. */
const newerLines = (kinds: PointsOfKind[]): string[] =>
  [...new Set(kinds.flatMap(({ newer }) => newer ?? []))].map(
    (visit) => `A newer visit has such points too: ${visitTitle(visit)}; ask for it by name.`,
  );

/** What of a kind the newest visit, or every visit meant, does not have. */
function lackingOf({ kind, visits, isSorted, newestWithout }: PointsOfKind, facts: PointsFacts) {
  if (visits.length === 0) return [noneIn(kind, visitsSaid(facts), isSorted)];
  if (!newestWithout) return [];
  const newest = `the newest visit (${visitTitle(newestWithout.visit)})`;
  return [noneIn(kind, newest, newestWithout.isSorted)];
}

const visitsSaid = ({ about: { period } }: PointsFacts): string =>
  period ? `its visits ${period.label}` : 'its visits';

type Wanted = 'recommendations' | 'council' | 'praise' | 'criticism' | 'press' | 'findings';

const wanted = ({ recommendations, speaker, tone }: PointKind): Wanted => {
  if (recommendations) return 'recommendations';
  if (speaker === 'council') return 'council';
  return tone ?? (speaker === 'press' ? 'press' : 'findings');
};

/** What the record does not quote from some visits; of points nobody has sorted, that. */
function noneIn(kind: PointKind, visits: string, isSorted: boolean): string {
  switch (wanted(kind)) {
    case 'recommendations':
      return `this record quotes no list of what needs to improve from ${visits}`;
    case 'council':
      return `this record quotes no words of the council or its councillors on ${visits}`;
    case 'press':
      return `this record quotes nothing in the words of the press on ${visits}`;
    case 'findings':
      return `this record quotes no findings from ${visits}`;
    case 'praise':
      return isSorted
        ? `this record quotes no strengths from ${visits}`
        : `this record does not sort the points of ${visits} into strengths and concerns`;
    case 'criticism':
      return isSorted
        ? `this record quotes no concerns from ${visits}`
        : `this record does not sort the points of ${visits} into strengths and concerns`;
  }
}

/** No point shows by itself that it is of a kind asked for: says so, and what to ask instead. */
function wordNone(facts: PointsFacts): Answer {
  const { about, kinds, nearest, graded } = facts;
  const { authority, reach, question } = about;
  const lines = kinds.map(({ kind, isSorted }) => noneIn(kind, visitsSaid(facts), isSorted));
  const [first = '', ...others] = new Set(lines);
  return {
    ...emptyAnswer('visits', question),
    status: 'nothing_found',
    reason: 'no_match',
    authority,
    headline: graded
      ? gradedSaid(councilLabel(about), graded, first)
      : `${councilLabel(about)}: ${first}.`,
    notes: [
      ...others.map((line) => `${capitalised(line)}.`),
      ...factsOnlyLines(about),
      ...(nearest.length > 0 ? [nearestLine(nearest)] : []),
    ],
    closing: [freshnessLine(reach)],
    choices: [
      ...(kinds.some(({ kind }) => kind.recommendations)
        ? []
        : [
            {
              label: 'What needs to improve',
              question: `${authority.name} what needs to improve`,
            },
          ]),
      ...furtherChoices(authority, 'visits'),
    ],
  };
}

const sectionOf = ({ visit, shown, more }: PointsOfVisit, name: string | null): Section => ({
  heading: [
    ...(name ? [capitalised(name)] : []),
    name ? visitTitle(visit) : capitalised(visitTitle(visit)),
  ].join(': '),
  lines:
    more > 0 ? [`${more} more from this visit: name it, or a theme, to narrow the question.`] : [],
  points: shown.map((recorded) => pointOf(recorded)),
});

/** What the points are called; what nobody has marked is called what the report calls it. */
function nameOf({ kind, visits }: PointsOfKind, areReasons: boolean): string {
  const shown = visits.flatMap((of) => of.shown.map(({ passage }) => passage));
  switch (wanted(kind)) {
    case 'recommendations':
      return TO_IMPROVE;
    case 'council':
      return 'what the council and its councillors said';
    case 'press':
      return 'what the press said in its own words';
    case 'findings':
      return FINDINGS;
    case 'praise':
      return areReasons && shown.every(({ tone }) => tone === 'unmarked') ? FINDINGS : 'strengths';
    case 'criticism':
      if (shown.every(({ kind: of }) => of === 'recommendation')) return TO_IMPROVE;
      return shown.some(({ tone }) => tone === 'criticism' || tone === 'mixed')
        ? 'concerns'
        : FINDINGS;
  }
}

const TO_IMPROVE = 'what inspectors said needs to improve';
const FINDINGS = 'findings';
