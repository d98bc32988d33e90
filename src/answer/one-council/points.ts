import { isBoardReview } from '../../domain/frameworks.js';
import type { Grade } from '../../domain/judgement.js';
import { isOfSummary, isPlainlyOfKind, type PointKind } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import type { Theme } from '../../domain/theme.js';
import type { Visit } from '../../domain/visit.js';
import { pointKindOf, spansOf } from '../../question/index.js';
import {
  byClarity,
  diversify,
  inTone,
  isFragment,
  nearestThemes,
  speaksOfGrade,
  tellsOfGrade,
} from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { requestOf } from '../search-request.js';
import { type About, aboutOf, isHeld, visitsMeant } from './about.js';
import { byPlainness } from './plainness.js';

const POINTS = 6;
/** How many findings are shown before the inspectors' own list. */
const BESIDE_LIST = 2;
const VISITS = 2;
const NEAREST_THEMES = 5;

/** The points of one visit to show, and how many more it has. */
export type PointsOfVisit = { visit: Visit; shown: RecordedPassage[]; more: number };

/**
 * The points of one kind, of the newest visits that have any. `isSorted` tells that findings of the
 * visits asked about are marked as praise or criticism; `newestWithout` is the newest visit where
 * it has none of these points.
 */
export type PointsOfKind = {
  kind: PointKind;
  visits: PointsOfVisit[];
  isSorted: boolean;
  newestWithout: { visit: Visit; isSorted: boolean } | null;
};

/** What was asked for, kind by kind; `grade` is the one whose reasons are asked for. */
export type PointsFacts = {
  about: About;
  kinds: PointsOfKind[];
  grade: Grade | null;
  nearest: Theme[];
};

/**
 * Strengths, concerns, what needs to improve, what the council or the press said: of the visits
 * named, or else the newest that have any. Strengths and concerns asked for together are two lists.
 * `null` where the record knows no visit that is meant.
 */
export function points(asked: AskedOfOne): PointsFacts | null {
  const meant = visitsMeant(asked);
  if (meant.length === 0) return null;
  const kind = pointKindOf(asked.question);
  const tones = [...new Set(spansOf(asked.question, 'tone').map(({ value }) => value))];
  const kinds = tones.length > 1 ? tones.map((tone) => ({ ...kind, tone })) : [kind];
  return factsOf(asked, kinds, meant, null);
}

/**
 * Why a grade was given: what inspectors criticised at the visits graded so, or praised where the
 * grade is a good one. `null` where no visit meant was graded so.
 */
export function reasons(asked: AskedOfOne): PointsFacts | null {
  const { grades, areas } = gradesAsked(asked.question);
  const judged = visitsMeant(asked)
    .flatMap((visit) => asked.context.judgementsOf(visit))
    .filter(({ judgement }) =>
      areas ? areas.includes(judgement.area) : grades.length > 0 || judgement.area === 'overall',
    );
  const given = judged.find(({ judgement }) =>
    grades.length > 0 ? grades.some((each) => each === judgement.grade) : true,
  );
  const grade = given && GRADES_WITH_TONE.find(([each]) => each === given.judgement.grade);
  if (!grade) return null;
  const [name, tone] = grade;
  const visits = [
    ...new Set(
      judged.filter(({ judgement }) => judgement.grade === name).map(({ visit }) => visit),
    ),
  ];
  return factsOf(asked, [{ speaker: 'ofsted', tone, recommendations: false }], visits, name);
}

/** What a grade is given for. */
const GRADES_WITH_TONE: [Grade, NonNullable<PointKind['tone']>][] = [
  ['outstanding', 'praise'],
  ['good', 'praise'],
  ['adequate', 'criticism'],
  ['requires improvement to be good', 'criticism'],
  ['inadequate', 'criticism'],
];

function factsOf(
  asked: AskedOfOne,
  kinds: PointKind[],
  meant: Visit[],
  grade: Grade | null,
): PointsFacts {
  const { authority, question, context } = asked;
  const { terms } = requestOf(question, [authority.urn], context);
  return {
    about: aboutOf(asked),
    kinds: kinds.map((kind) => ofKind(asked, kind, meant, grade)),
    grade,
    nearest: nearestThemes(context.record, [authority.urn], terms, NEAREST_THEMES),
  };
}

function ofKind(
  asked: AskedOfOne,
  kind: PointKind,
  meant: Visit[],
  grade: Grade | null,
): PointsOfKind {
  const { authority, context } = asked;
  const passages = context.record.passages.filter(
    (p) => p.urn === authority.urn && p.passage.kind !== 'context' && !isAboutBoard(p),
  );
  const ofVisits = meant.flatMap((visit) => {
    const own = passages.filter((p) => p.visit.id === visit.id);
    return grade ? reasonsAmong(own, kind, grade) : plainlyOfKind(own, kind);
  });
  const wanted = onThemes(ofVisits, asked);
  const visits = meant
    .map((visit) => ({ visit, own: wanted.filter((p) => p.visit.id === visit.id) }))
    .filter(({ own }) => own.length > 0)
    .slice(0, VISITS)
    .map(({ visit, own }): PointsOfVisit => {
      const shown = diversify(withTheirList(own), POINTS);
      return { visit, shown, more: own.length - shown.length };
    });
  const newest = meant.find((visit) => isHeld(visit) && !isBoardReview(visit.kind));
  const isWithout = newest && visits.every(({ visit }) => visit.id !== newest.id);
  return {
    kind,
    visits,
    isSorted: isSorted(asked, meant),
    newestWithout: isWithout ? { visit: newest, isSorted: isSorted(asked, [newest]) } : null,
  };
}

/**
 * The plainest findings, then the inspectors' own list of what to improve, where a visit has both.
 */
function withTheirList(own: RecordedPassage[]): RecordedPassage[] {
  const isOfList = (p: RecordedPassage) => p.passage.kind === 'recommendation' && !isAboutBoard(p);
  const findings = own.filter((p) => p.passage.kind === 'finding');
  const list = own.filter(isOfList);
  return [...new Set([...findings.slice(0, BESIDE_LIST), ...list, ...own])];
}

const plainlyOfKind = (passages: RecordedPassage[], kind: PointKind): RecordedPassage[] =>
  passages
    .filter((p) => isPlainlyOfKind(p, kind) && !isOwnPraise(p, kind))
    .map((p) => inTone(p, kind.tone))
    .sort(kind.tone ? byPlainness : byClarity);

/**
 * The passages of a visit that tell why it was graded so: those marked as praise or criticism, but
 * for a few words that only tell the grade again. Where nobody has marked any, the report's own
 * summary, then findings with the grade's word, then its list of what to improve.
 */
function reasonsAmong(
  passages: RecordedPassage[],
  kind: PointKind,
  grade: Grade,
): RecordedPassage[] {
  const ofKind = plainlyOfKind(passages, kind).filter(
    (p) => !(isFragment(p) && tellsOfGrade(p.passage.quote, [])),
  );
  if (ofKind.some(({ passage: { kind: of, tone } }) => of === 'finding' && tone !== 'unmarked'))
    return ofKind;
  const council = passages.filter((p) => !isAboutBoard(p));
  const unmarked = council.filter(({ passage }) => passage.tone === 'unmarked');
  return [
    ...new Set([
      ...unmarked.filter(isOfSummary),
      ...unmarked.filter((p) => speaksOfReason(p, grade)),
      ...ofKind,
    ]),
  ];
}

/**
 * What a council's leader says of its own work is no strength that inspectors or the press found,
 * unless the council's words are asked for.
 */
const isOwnPraise = ({ passage }: RecordedPassage, { tone, speaker }: PointKind): boolean =>
  tone === 'praise' && speaker !== 'council' && passage.kind === 'statement';

/** The passages on the themes that the question names, where any is. */
function onThemes(passages: RecordedPassage[], { question }: AskedOfOne): RecordedPassage[] {
  const ids = new Set(spansOf(question, 'theme').flatMap(({ value }) => value.map(({ id }) => id)));
  const own = passages.filter(({ passage }) => passage.themes.some((id) => ids.has(id)));
  return own.length > 0 ? own : passages;
}

/** Whether findings of the visits are marked as praise or criticism, or none are held to mark. */
const isSorted = ({ context }: AskedOfOne, visits: Visit[]): boolean => {
  const ids = new Set(visits.map(({ id }) => id));
  const findings = context.record.passages.filter(
    ({ visit, passage }) => ids.has(visit.id) && passage.kind === 'finding',
  );
  return findings.length === 0 || findings.some(({ passage }) => passage.tone !== 'unmarked');
};

/**
 * Whether a finding has the grade's word. The two grades whose words are everyday words prove
 * nothing.
 */
const speaksOfReason = ({ passage: { kind, quote } }: RecordedPassage, grade: Grade): boolean =>
  kind === 'finding' && grade !== 'good' && grade !== 'adequate' && speaksOfGrade(quote, grade);
