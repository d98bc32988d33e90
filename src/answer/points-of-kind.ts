import { capitalised } from '../domain/citation.js';
import type { RecordedPassage } from '../domain/record.js';
import { type Visit, visitTitle } from '../domain/visit.js';
import { asksForKind, isWanted, type PointFilter } from '../search/point-filter.js';
import type { Query } from '../search/query.js';
import type { Answer, Section } from './answer.js';
import { type Asked, judgementsOf } from './context.js';
import { byClarity, pointOf, varied } from './points.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices, spokenLine } from './said.js';

const POINTS = 6;
const VISITS = 2;

/** Words that only say "which ones" beside a kind of point. */
const WHICH =
  /^(main|top|key|biggest|list|good|well|best|works?|working|strong|done|issues?|bad|weak|poor|inadequate|rated?|graded?|judged|team|people|met|addressed|acted|followed|carried|implemented)$/;

/**
 * The kind of point a question asks for, where it asks for nothing else: strengths, concerns, what needs to improve, what the
 * council said. "Why was it inadequate" asks for concerns.
 */
export function kindAsked({ terms, words, points }: Query): PointFilter | null {
  if (!terms.every((term) => WHICH.test(term.word))) return null;
  if (asksForKind(points)) return points;
  return words[0] === 'why' && terms.length > 0
    ? { ...points, speaker: 'ofsted', tone: 'criticism' }
    : null;
}

/** The points of one kind from the newest visits that have any (of the visits named, where the question names some). */
export function pointsOfKind(asked: Asked, kind: PointFilter): Answer | null {
  const { authority, query, context } = asked;
  const ofKind = context.record.passages.filter(
    (p) => p.urn === authority.urn && p.passage.kind !== 'context' && isWanted(p, kind),
  );
  const meant = context.search
    .visitsMeant(query, authority.urn)
    .filter((visit) => ofKind.some((p) => p.visit.id === visit.id) && isAsked(visit, asked))
    .slice(0, VISITS);
  if (meant.length === 0) return null;
  const sections = meant.map((visit) =>
    sectionOf(
      visit,
      ofKind.filter((p) => p.visit.id === visit.id),
    ),
  );
  const citations = sections.flatMap(({ points }) => points.map((point) => point.citation));
  return {
    ...emptyAnswer('visits', query.text),
    authority,
    headline: `${councilLabel(asked)}, ${nameOf(kind)}. ${citations[0] ? spokenLine(citations[0]) : ''}`,
    sections,
    closing: [checkedLine(context, authority)],
    choices: furtherChoices(authority, 'visits'),
    citations,
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

function nameOf({ speaker, tone, recommendations }: PointFilter): string {
  if (recommendations) return 'what inspectors said needs to improve';
  if (speaker === 'council') return 'what the council and its councillors said';
  if (tone === 'praise') return 'strengths';
  return tone === 'criticism' ? 'concerns' : 'what the press said in its own words';
}

/** "Why inadequate" is about the visits that were graded so. */
function isAsked(visit: Visit, { query, context }: Asked): boolean {
  if (query.words[0] !== 'why' || !query.words.includes('inadequate')) return true;
  return judgementsOf(context, visit).some(({ judgement }) => judgement.grade === 'inadequate');
}
