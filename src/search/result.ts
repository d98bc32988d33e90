import type { Urn } from '../domain/authority.js';
import type { RecordedPassage } from '../domain/record.js';
import type { OutOfScopeTopic } from './request.js';

/**
 * A passage found, and what is shown of it, which may be the `whole` or a part. `score` ranks it
 * within one search; `coverage` is the share (0–1) of the question's meaning that its words or
 * themes cover.
 */
export type Hit = {
  passage: RecordedPassage;
  whole: RecordedPassage;
  score: number;
  coverage: number;
};

/**
 * Whether the record answers: `report_silent` where the question is on a theme that no passage
 * treats, `not_a_subject` where it is on a topic that no such report treats.
 */
export type Verdict = 'found' | 'no_match' | 'report_silent' | 'not_a_subject';

/**
 * What a search came to. `hits` are those worth showing, best first, and none unless found.
 * `elsewhere` counts what the same question finds at visits that it did not ask about.
 * `outOfScope` is the first topic of the question that inspections do not treat.
 */
export type SearchResult = {
  verdict: Verdict;
  hits: Hit[];
  elsewhere: number;
  outOfScope: OutOfScopeTopic | null;
};

/** The hits of one council, in the order to show them. */
export type CouncilHits = { urn: Urn; hits: Hit[] };
