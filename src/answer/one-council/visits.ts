import { isFullInspection } from '../../domain/frameworks.js';
import type { RecordedJudgement, RecordedPassage } from '../../domain/record.js';
import { newestFirst, type Visit } from '../../domain/visit.js';
import { spansOf, type VisitFilter, visitFilterOf } from '../../question/index.js';
import { visitMentions, withoutRepeats } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { type About, aboutOf, allVisits, isHeld, visitsMeant } from './about.js';
import { notableOfVisit } from './notable.js';

const MOST_MENTIONS = 3;

/** A visit with what it found: its judgements where it gave any, and what stands out. */
export type VisitFound = {
  visit: Visit;
  judgements: RecordedJudgement[];
  notable: RecordedPassage[];
};

/**
 * What the visits that a question names found, newest first; `isOldest`: it is the oldest held.
 */
export type VisitsFacts = { about: About; visits: VisitFound[]; isOldest?: true };

/**
 * The visits that the question names; of "the latest" only the newest with a document and newer
 * ones without, and of "the first" only the oldest.
 */
export function visitsNamed(asked: AskedOfOne): VisitsFacts {
  const meant = visitsMeant(asked);
  const newestHeld = meant.findIndex(isHeld) + 1;
  const orders = spansOf(asked.question, 'order').map(({ value }) => value);
  const isNewest = orders.includes('newest');
  if (orders.includes('oldest') && !isNewest)
    return { ...foundAt(asked, oldestOf(meant, asked)), isOldest: true };
  return foundAt(asked, isNewest && newestHeld > 0 ? meant.slice(0, newestHeld) : meant);
}

/** The oldest of some visits, newest first: a full one, where an inspection is asked for. */
function oldestOf(visits: Visit[], { question }: AskedOfOne): Visit[] {
  const isOfInspections = spansOf(question, 'visit').every(
    ({ value: { kind, said } }) => kind === null && said === 'inspection',
  );
  const full = visits.filter(({ kind }) => isFullInspection(kind));
  return (isOfInspections && full.length > 0 ? full : visits).slice(-1);
}

/** What these visits found. */
export const foundAt = (asked: AskedOfOne, visits: Visit[]): VisitsFacts => ({
  about: aboutOf(asked),
  visits: visits.map((visit) => ({
    visit,
    judgements: asked.context.judgementsOf(visit),
    notable: notableOfVisit(visit, asked.context),
  })),
});

/**
 * A visit asked for of which the record holds no document: the visits it knows of, and the
 * sentences of its documents that mention such a one; `isCounted`: how many there were is asked.
 */
export type NoSuchVisitFacts = {
  about: About;
  filter: VisitFilter;
  known: Visit[];
  mentions: RecordedPassage[];
  isCounted: boolean;
};

export const noSuchVisit = (asked: AskedOfOne): NoSuchVisitFacts => ({
  about: aboutOf(asked),
  filter: visitFilterOf(asked.question),
  known: allVisits(asked),
  mentions: mentionsOf(asked),
  isCounted: spansOf(asked.question, 'quantity').some(({ value }) => value === 'count'),
});

/**
 * What a council's documents mention of a visit that they are not about ("the focused visit in
 * February 2020"), the newest documents first. A visit by its number is not looked for.
 */
function mentionsOf({ authority, question, context }: AskedOfOne): RecordedPassage[] {
  const filter = visitFilterOf(question);
  if (filter.ordinal !== null) return [];
  const newest = context
    .passagesOf(authority.urn)
    .toSorted((a, b) => newestFirst(a.visit, b.visit));
  return withoutRepeats(visitMentions(newest, filter)).slice(0, MOST_MENTIONS);
}
