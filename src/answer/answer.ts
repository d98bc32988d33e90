import type { Citation } from '../domain/citation.js';
import type { Grade } from '../domain/judgement.js';
import type { SourceLink } from '../domain/links.js';
import type { RememberedPart } from '../domain/remembered.js';

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

/**
 * Counts as bars: of each series a value for every category. `title` has at most 50 characters. The
 * table says the same.
 */
export type Chart = {
  title: string;
  categories: string[];
  series: { name: string; values: number[] }[];
};

/** What a grid shows of an area at a visit: nothing, where the visit did not grade the area. */
export type GridCell = { text: string; grade: Grade | null };

/**
 * A column of a grid. `framework` is null where a visit of this kind gives no grade; `without` then
 * says so, or that no document of the visit is held, in the place of its cells. `said` is the whole
 * column as a sentence.
 */
export type GridVisit = {
  dates: string;
  kind: string;
  framework: string | null;
  without: string | null;
  said: string;
};

/**
 * A council's judgements at a glance: a column a visit, oldest first, and a row an area, with as
 * many cells as there are visits. `summary` says in a sentence what the picture is of, `note`, of
 * an excerpt, how many visits it leaves out.
 */
export type GradeGrid = {
  title: string;
  summary: string;
  visits: GridVisit[];
  rows: { area: string; cells: GridCell[] }[];
  legend: string[];
  note?: string;
};

/** One quoted point. `lead` is what a reader sees before the quotation ("Concern"), or nothing. */
export type Point = { lead: string | null; citation: Citation };

/** A run of an answer under one heading (a visit, a council): plain lines, then quoted points. */
export type Section = { heading: string; lines: string[]; points: Point[] };

/**
 * The very words (`verbatim`), nearly those (`close`), or those where the words around them turn or
 * limit them (`qualified`); words of the same subject with the other tone (`opposed`) or the same
 * (`alike`); or only the nearest.
 */
export type ClaimVerdict = 'verbatim' | 'close' | 'qualified' | 'opposed' | 'alike' | 'nearest';

/** A page that an explanation rests on; no quotation is taken from it. */
export type SourcePage = { name: string; url: string };

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
  | 'claims'
  | 'advice'
  | 'help';

/**
 * How a question was read, without a word of its asker's: the intent that took it, its parts by the
 * names of the record and the vocabularies, and the version of the record that answered.
 */
export type ReadAs = { intent: string; parts: RememberedPart[]; record: string };

/**
 * Everything a reply says, as values and plain text that know nothing of Slack. `question` asks
 * this answer again. `headline` stands alone: the answer and its date in one sentence of at most
 * 160 characters. `notes` are what must be known to read it rightly, `closing` ends the reply (how
 * it was counted, what the record lacks), and `until` says how far the record reaches. Of all this
 * a reader sees first what `firstScreen` chooses.
 * `grid`, `chart`: what pictures of it show.
 * `askOf`: what is asked of a council that is still to be chosen, from more than the `choices`.
 * `sideBySide`: a few councils are compared, and of each one quotation is seen first.
 * `close`: of its citations so many, from the first on, are seen first; the rest only stand beside.
 * `asked`: the asker's own words, where the headline has them.
 * `bothTones`: the headline says praise and criticism, and both are seen first.
 * `claim`: how what is quoted stands to what was asked to be true, where it was that.
 * `restsOn`: where it explains a term, the pages that the explanation rests on.
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
  grid?: GradeGrid;
  chart?: Chart;
  sections: Section[];
  closing: string[];
  until: string | null;
  choices: Choice[];
  askOf?: string;
  sideBySide?: true;
  claim?: ClaimVerdict;
  restsOn?: SourcePage[];
  bothTones?: true;
  close?: number;
  asked?: string;
  readAs?: ReadAs;
  citations: Citation[];
  nearest: Citation[];
  notUnderstood: string[];
};

/**
 * A quotation with one line of whose it is and where it stands, and the link to check it.
 * `clarification`: whom its "They" means, in brackets, as ours. `reference`: by which the quotation
 * is found again.
 */
export type FirstPoint = {
  reference: string;
  lead: string | null;
  explanation: string | null;
  clarification: string | null;
  quote: string;
  line: string;
  link: SourceLink | null;
};

/** How much of an answer its first screen leaves out: quotations, rows, lines of text, choices. */
export type Left = { quotations: number; rows: number; lines: number; choices: number };

/**
 * What a reader sees first of an answer, top to bottom. Nothing in it is said twice. `lines` are
 * what the answer says beside quotations; of a long table the first rows are shown. `more` is what
 * is left of quotations, best first, each with the section that it is of, and of lines: to be
 * folded away, where there is room.
 */
export type FirstScreen = {
  headline: string;
  notes: string[];
  table: Table | null;
  points: FirstPoint[];
  lines: string[];
  restsOn: SourcePage[];
  smallPrint: string;
  choices: Choice[];
  more: { points: FirstPoint[]; lines: string[] };
  left: Left;
};
