import { isBoardReview, isFullInspection } from '../../domain/frameworks.js';
import { isPlainlyOfKind, type PointKind } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedJudgement, type RecordedPassage } from '../../domain/record.js';
import type { Theme } from '../../domain/theme.js';
import type { Visit } from '../../domain/visit.js';
import {
  isAnyVisit,
  pointKindOf,
  type Question,
  says,
  spansOf,
  visitFilterOf,
} from '../../question/index.js';
import { byClarity, diversify, inTone, nearestThemes } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { isOfHistory } from '../newest-visits.js';
import { requestOf } from '../search-request.js';
import { type About, aboutOf, isHeld, visitsMeant } from './about.js';
import { byPlainness } from './plainness.js';

const POINTS = 6;
/** How many findings are shown before the inspectors' own list. */
const BESIDE_LIST = 2;
const VISITS = 2;
const VISITS_OF_HISTORY = 6;
const NEAREST_THEMES = 5;

/** The points of one visit to show, and how many more it has. */
export type PointsOfVisit = { visit: Visit; shown: RecordedPassage[]; more: number };

/**
 * The points of one kind, of the newest visits that have any. `isSorted` tells that findings of the
 * visits asked about are marked as praise or criticism; `newestWithout` is the newest visit where
 * it has none of these points; `newer` is a visit with such points that is newer than the full
 * inspection shown.
 */
export type PointsOfKind = {
  kind: PointKind;
  visits: PointsOfVisit[];
  isSorted: boolean;
  newestWithout: { visit: Visit; isSorted: boolean } | null;
  newer: Visit | null;
};

/**
 * What was asked for, kind by kind; `graded` is the grade about whose reasons is asked and, where
 * no time is, the newest one if that is another (`now`).
 */
export type PointsFacts = {
  about: About;
  kinds: PointsOfKind[];
  graded: { recorded: RecordedJudgement; now: RecordedJudgement | null } | null;
  nearest: Theme[];
};

/**
 * Strengths, concerns, what needs to improve, what the council or the press said: of the visits
 * named, or else of the newest full inspection, or the newest visits that have any where it has
 * none. Strengths and concerns asked for together are two lists. `null` where the record knows no
 * visit that is meant.
 */
export function points(asked: AskedOfOne): PointsFacts | null {
  const meant = visitsMeant(asked);
  if (meant.length === 0) return null;
  const kind = pointKindOf(asked.question);
  const tones = tonesOf(asked.question);
  const kinds = tones.length > 0 ? tones.map((tone) => ({ ...kind, tone })) : [kind];
  return pointsAt(asked, kinds, meant, plainlyOfKind);
}

/** Praise and criticism as asked for; the worst of a council is criticised, its best praised. */
function tonesOf(question: Question): NonNullable<PointKind['tone']>[] {
  const tones = [...new Set(spansOf(question, 'tone').map(({ value }) => value))];
  const { speaker } = pointKindOf(question);
  const isOfOthers = speaker !== null && speaker !== 'ofsted';
  if (tones.length > 0 || isOfOthers || says(question, 'recommendations')) return tones;
  const orders = new Set(spansOf(question, 'order').map(({ value }) => value));
  return [
    ...(orders.has('best') ? (['praise'] as const) : []),
    ...(orders.has('worst') ? (['criticism'] as const) : []),
  ];
}

/** The passages of one visit that are points of a kind, the plainest first. */
type PointsAmong = (passages: RecordedPassage[], kind: PointKind) => RecordedPassage[];

/** The points of each kind at the visits meant, as `among` tells them. */
export function pointsAt(
  asked: AskedOfOne,
  kinds: PointKind[],
  meant: Visit[],
  among: PointsAmong,
): PointsFacts {
  const { authority, question, context } = asked;
  const { terms } = requestOf(question, [authority.urn], context);
  return {
    about: aboutOf(asked),
    kinds: kinds.map((kind) => ofKind(asked, kind, meant, among)),
    graded: null,
    nearest: nearestThemes(context.record, [authority.urn], terms, NEAREST_THEMES),
  };
}

function ofKind(
  asked: AskedOfOne,
  kind: PointKind,
  meant: Visit[],
  among: PointsAmong,
): PointsOfKind {
  const { authority, context } = asked;
  const passages = context
    .passagesOf(authority.urn)
    .filter((p) => p.passage.kind !== 'context' && !isAboutBoard(p));
  const ofVisits = meant.flatMap((visit) =>
    among(
      passages.filter((p) => p.visit.id === visit.id),
      kind,
    ),
  );
  const wanted = onThemes(ofVisits, asked);
  const withAny = meant
    .map((visit) => ({ visit, own: wanted.filter((p) => p.visit.id === visit.id) }))
    .filter(({ own }) => own.length > 0);
  const visits = (namesVisits(asked) ? withAny : fullInspectionOf(withAny, kind))
    .slice(0, isOfHistory(asked.question) ? VISITS_OF_HISTORY : VISITS)
    .map(({ visit, own }): PointsOfVisit => {
      const shown = diversify(withTheirList(own), POINTS);
      return { visit, shown, more: own.length - shown.length };
    });
  const newest = meant.find((visit) => isHeld(visit) && !isBoardReview(visit.kind));
  const isWithout = newest && withAny.every(({ visit }) => visit.id !== newest.id);
  const [newestWithAny] = withAny;
  const isShown = visits.some(({ visit }) => visit === newestWithAny?.visit);
  return {
    kind,
    visits,
    isSorted: isSorted(asked, meant),
    newer: isShown ? null : (newestWithAny?.visit ?? null),
    newestWithout: isWithout ? { visit: newest, isSorted: isSorted(asked, [newest]) } : null,
  };
}

/** Whether the question says of which visits, or asks how it went over time. */
const namesVisits = ({ question }: AskedOfOne): boolean =>
  !isAnyVisit(visitFilterOf(question)) || isOfHistory(question);

/** Of a council's visits the newest full inspection, which treats the whole; all where none is. */
function fullInspectionOf<V extends { visit: Visit }>(visits: V[], { speaker }: PointKind): V[] {
  const full = visits.find(({ visit }) => isFullInspection(visit.kind));
  const isOfInspectors = speaker === null || speaker === 'ofsted';
  return full && isOfInspectors ? [full] : visits;
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

/** The passages that show by themselves that they are of a kind, the plainest first. */
export const plainlyOfKind: PointsAmong = (passages, kind) =>
  passages
    .filter((p) => isPlainlyOfKind(p, kind) && !isOwnPraise(p, kind))
    .map((p) => inTone(p, kind.tone))
    .sort(kind.tone ? byPlainness : byClarity);

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
const isSorted = ({ authority, context }: AskedOfOne, visits: Visit[]): boolean => {
  const ids = new Set(visits.map(({ id }) => id));
  const findings = context
    .passagesOf(authority.urn)
    .filter(({ visit, passage }) => ids.has(visit.id) && passage.kind === 'finding');
  return findings.length === 0 || findings.some(({ passage }) => passage.tone !== 'unmarked');
};
