import type { Citation } from '../domain/citation.js';

/** What became of a question. */
export type Status = 'found' | 'nothing_found' | 'not_covered' | 'ambiguous';

/**
 * Why nothing was found: no passage matches; the report asked about is silent on it; these reports
 * never treat it; a part of the question was not understood.
 */
export type NothingReason = 'no_match' | 'report_silent' | 'not_a_subject' | 'not_understood';

/**
 * A table with a header of `columns` and as many plain-text cells in every row. It is whole: who
 * shows less of it says so.
 */
export type Table = { caption: string; columns: string[]; rows: string[][] };

/** One quoted point. `lead` is what a reader sees before the quotation ("Concern"), or nothing. */
export type Point = { lead: string | null; citation: Citation };

/** A run of an answer under one heading (a visit, a council): plain lines, then quoted points. */
export type Section = { heading: string; lines: string[]; points: Point[] };

/** Something to press: a label and the question it asks in the asker's name. */
export type Choice = { label: string; question: string };

/** What an answer is about. */
export type AnswerKind =
  | 'latest'
  | 'timeline'
  | 'visits'
  | 'theme'
  | 'passages'
  | 'across'
  | 'grades'
  | 'sources'
  | 'citation'
  | 'advice'
  | 'help';

/**
 * Everything a reply says, as values and plain text that know nothing of Slack. `question` asks
 * this answer again. `headline` stands alone: the answer, its date and its source in a sentence or
 * two. `notes` follow it, `closing` ends the reply (what the record lacks, where to look further).
 * `citations` are ranked, best first (through time: newest first), and hold every quotation shown
 * in the sections. Where only passages near the question exist, `status` is "nothing_found",
 * `citations` is empty and they stand in `nearest`. `notUnderstood` are words of the question, as
 * typed, that no part of the answer uses.
 */
export type Answer = {
  question: string;
  kind: AnswerKind;
  status: Status;
  reason: NothingReason | null;
  authority: { urn: string; name: string } | null;
  headline: string;
  notes: string[];
  table: Table | null;
  sections: Section[];
  closing: string[];
  choices: Choice[];
  citations: Citation[];
  nearest: Citation[];
  notUnderstood: string[];
};
