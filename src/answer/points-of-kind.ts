import { capitalised } from '../domain/citation.js';
import { isBoardReview } from '../domain/frameworks.js';
import { isPlainlyOfKind } from '../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../domain/record.js';
import { type Visit, visitTitle } from '../domain/visit.js';
import { asksForKind, type PointFilter } from '../question/legacy/point-filter.js';
import type { Query } from '../question/legacy/query.js';
import type { Answer, Section } from './answer.js';
import { type Asked, judgementsOf } from './context.js';
import { byClarity, pointOf, varied } from './points.js';
import { nearestLine } from './replies.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices, spokenLine } from './said.js';

const POINTS = 6;
const VISITS = 2;

/** Words that only say "which ones" beside a kind of point. */
const WHICH =
  /^(main|top|key|biggest|list|good|well|best|works?|working|strong|done|issues?|bad|weak|poor|inadequate|rated?|graded?|judged|team|people|met|addressed|acted|followed|carried|implemented)$/;

/**
 * The kind of point a question asks for, where it asks for nothing else: strengths, concerns, what needs to improve, what the
 * council said. "Why was it inadequate" asks for concerns, "why is it good" for strengths.
 */
export function kindAsked({ terms, words, points }: Query): PointFilter | null {
  if (!terms.every((term) => WHICH.test(term.word))) return null;
  if (asksForKind(points)) return points;
  if (words[0] !== 'why' || terms.length === 0) return null;
  const praised = terms.some((term) => /^(good|well|best|strong)$/.test(term.word));
  return { ...points, speaker: 'ofsted', tone: praised ? 'praise' : 'criticism' };
}

/**
 * The points of one kind from the newest visits that have any (of the visits named, where the question names some), and whether
 * a newer visit has none. Where no visit meant has any, it says so rather than call other points by that name.
 */
export function pointsOfKind(asked: Asked, kind: PointFilter): Answer | null {
  const { authority, query, context } = asked;
  const meant = context.questions
    .visitsMeant(query, authority.urn)
    .filter((visit) => isAsked(visit, asked));
  if (meant.length === 0) return null;
  const said = context.record.passages.filter(
    (p) =>
      p.urn === authority.urn &&
      p.passage.kind !== 'context' &&
      (isPlainlyOfKind(p, kind) || givesGrade(p, asked)),
  );
  const ofKind = meant
    .map((visit) => ({ visit, own: said.filter((p) => p.visit.id === visit.id) }))
    .filter(({ own }) => own.length > 0)
    .slice(0, VISITS);
  if (ofKind.length === 0) return noneOfKind(asked, kind, meant);
  const sections = ofKind.map(({ visit, own }) => sectionOf(visit, own));
  const citations = sections.flatMap(({ points }) => points.map((point) => point.citation));
  const newest = meant.find((visit) => visit.known === null && !isBoardReview(visit.kind));
  const older = newest && citations.every((citation) => citation.visit.id !== newest.id);
  const name = nameOf(
    kind,
    ofKind.flatMap(({ own }) => own),
  );
  return {
    ...emptyAnswer('visits', query.text),
    authority,
    headline: [
      `${councilLabel(asked)}, ${name}.`,
      ...(older
        ? [
            `${noneIn(kind, `the newest visit (${visitTitle(newest)})`, isSorted(asked, [newest]))}.`,
          ]
        : []),
      citations[0] ? spokenLine(citations[0]) : '',
    ].join(' '),
    sections,
    closing: [checkedLine(context, authority)],
    choices: furtherChoices(authority, 'visits'),
    citations,
  };
}

type Wanted = 'recommendations' | 'council' | 'praise' | 'criticism' | 'press';

const wanted = ({ recommendations, speaker, tone }: PointFilter): Wanted => {
  if (recommendations) return 'recommendations';
  return speaker === 'council' ? 'council' : (tone ?? 'press');
};

/** "This record quotes no list of what needs to improve from the newest visit"; of points nobody has sorted, that. */
function noneIn(kind: PointFilter, visits: string, sorted: boolean): string {
  switch (wanted(kind)) {
    case 'recommendations':
      return `This record quotes no list of what needs to improve from ${visits}`;
    case 'council':
      return `This record quotes no words of the council or its councillors on ${visits}`;
    case 'press':
      return `This record quotes nothing in the words of the press on ${visits}`;
    case 'praise':
      return sorted
        ? `This record quotes no strengths from ${visits}`
        : `This record does not sort the points of ${visits} into strengths and concerns`;
    case 'criticism':
      return sorted
        ? `This record quotes no concerns from ${visits}`
        : `This record does not sort the points of ${visits} into strengths and concerns, nor quote a list of what needs to improve there`;
  }
}

/** Whether nothing quoted of the visits was left unread for praise and criticism. */
const isSorted = ({ context }: Asked, visits: Visit[]): boolean =>
  !context.record.passages.some(
    ({ visit, passage }) =>
      visits.includes(visit) && passage.kind === 'finding' && passage.tone === 'unmarked',
  );

/** No point shows by itself that it is of the kind asked for: says so, and what to ask instead. */
function noneOfKind(asked: Asked, kind: PointFilter, meant: Visit[]): Answer {
  const { authority, query, context } = asked;
  const { name } = authority;
  const { period } = query.visits;
  return {
    ...emptyAnswer('visits', query.text),
    status: 'nothing_found',
    reason: 'no_match',
    authority,
    headline: `${councilLabel(asked)}. ${noneIn(kind, period ? `its visits ${period.label}` : 'its visits', isSorted(asked, meant))}.`,
    notes: [nearestLine([authority], query, context)],
    closing: [checkedLine(context, authority)],
    choices: [
      ...(kind.recommendations
        ? []
        : [{ label: 'What needs to improve', question: `${name} what needs to improve` }]),
      ...furtherChoices(authority, 'visits'),
    ],
  };
}

function sectionOf(visit: Visit, said: RecordedPassage[]): Section {
  const shown = varied(said.sort(byClarity), POINTS);
  const more = said.length - shown.length;
  return {
    heading: capitalised(visitTitle(visit)),
    lines:
      more > 0
        ? [`${more} more from this visit: name it, or a theme, to narrow the question.`]
        : [],
    points: shown.map((recorded) => pointOf(recorded)),
  };
}

/** What the points are called; what nobody has marked is called what the report calls it. */
function nameOf(kind: PointFilter, said: RecordedPassage[]): string {
  switch (wanted(kind)) {
    case 'recommendations':
      return TO_IMPROVE;
    case 'council':
      return 'what the council and its councillors said';
    case 'praise':
      return 'strengths';
    case 'criticism':
      return said.some(({ passage: { tone } }) => tone === 'criticism' || tone === 'mixed')
        ? 'concerns'
        : said.every(({ passage: { kind } }) => kind === 'recommendation')
          ? TO_IMPROVE
          : 'what the report that graded it so says';
    case 'press':
      return 'what the press said in its own words';
  }
}

const TO_IMPROVE = 'what inspectors said needs to improve';

const isWhyInadequate = ({ query: { words } }: Asked): boolean =>
  words[0] === 'why' && words.includes('inadequate');

/** Among points that nobody has marked, those that speak of what is inadequate answer why it was graded so. */
const givesGrade = (recorded: RecordedPassage, asked: Asked): boolean =>
  isWhyInadequate(asked) &&
  recorded.passage.tone === 'unmarked' &&
  /\binadequate\b/i.test(recorded.passage.quote) &&
  !isAboutBoard(recorded);

/** "Why inadequate" is about the visits that were graded so. */
function isAsked(visit: Visit, asked: Asked): boolean {
  const { context } = asked;
  if (!isWhyInadequate(asked)) return true;
  return judgementsOf(context, visit).some(({ judgement }) => judgement.grade === 'inadequate');
}
