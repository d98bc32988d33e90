import type { Point } from '../../answer/index.js';
import type { LocalAuthority } from '../../domain/authority.js';
import type { DepartedCouncil } from '../../domain/departed.js';
import type { Freshness, Reach } from '../../domain/freshness.js';
import type { Area, Judgement, JudgementGrade } from '../../domain/judgement.js';
import type { Source } from '../../domain/source.js';
import type { Theme } from '../../domain/theme.js';
import type { Visit } from '../../domain/visit.js';

/** The grades of a visit as one document prints them, in the order of a report's table. */
export type VisitGrades = { visit: Visit; source: Source; judgements: Judgement[] };

/**
 * What stays true of a council from day to day: the newest grades held, and its last full
 * inspection. `days` is how long that is past, null where the day of its end is not known.
 */
export type StandingFacts = {
  grades: VisitGrades | null;
  lastFull: { visit: Visit; days: number | null } | null;
};

/** A grade of an area beside the grade of that area before. */
export type GradeChange = { area: Area; now: JudgementGrade; before: JudgementGrade };

/**
 * The grades of a graded visit beside those of the one before. `frameworks` names the set of areas
 * each was graded in. `changes` is null where these differ: then the two cannot be compared.
 */
export type GradeComparison = {
  before: VisitGrades;
  frameworks: { now: string | null; before: string | null };
  changes: GradeChange[] | null;
};

/** What a correction changed in a document; a date is ISO, null where none is given. */
export type Difference =
  | { kind: 'grade'; area: Area; now: JudgementGrade | null; before: JudgementGrade | null }
  | { kind: 'visit_end' | 'document_date'; now: string | null; before: string | null }
  | { kind: 'passages'; now: number; before: number };

/** What a digest says of a changed document at length: its grades, what went before, its points. */
export type DocumentDetail = {
  grades: VisitGrades | null;
  comparison: GradeComparison | null;
  points: Point[];
};

/**
 * A document that is to be reported. `added`: new to the record; `text_added`: only its dates and
 * grades were held before; `revised`: another version of it came; `reread`: the same file, read
 * differently. `isNewerVisit`: its visit is newer than any of which the record held a document.
 * `judgements` are those it gives of its own visit. `detail` is null where it stands in a list.
 */
export type ChangedDocument = {
  change: 'added' | 'text_added' | 'revised' | 'reread';
  source: Source;
  visit: Visit | null;
  differences: Difference[];
  isNewerVisit: boolean;
  judgements: Judgement[];
  detail: DocumentDetail | null;
};

/**
 * What a council's record says of a theme through time: the visits that are quoted, newest first,
 * one point each, and those with a document that is quoted on other themes alone.
 */
export type ThemeThroughTime = { theme: Theme; visits: Visit[]; points: Point[]; silent: Visit[] };

/**
 * What a digest says of a council at length. `reach` is how far its record reaches. News: `isFirst`
 * where nothing of the council was reported before.
 */
export type CouncilDigest = {
  authority: LocalAuthority;
  standing: StandingFacts;
  reach: Reach;
} & (
  | { kind: 'news'; documents: ChangedDocument[]; isFirst: boolean }
  | ({ kind: 'theme' } & ThemeThroughTime)
  | { kind: 'standing' }
);

/**
 * Everything a digest says, as values that hold no sentence of their own. `date` is the reader's
 * ISO date. `councils` are reported at length, those with news first; `others` have nothing new;
 * `gone` left the register, and are never empty where `councils` are. `themes` are those it keeps
 * to; none where it is about all.
 */
export type Digest = {
  date: string;
  onlyNew: boolean;
  themes: Theme[];
  councils: CouncilDigest[];
  gone: DepartedCouncil[];
  freshness: Freshness;
  others: { authority: LocalAuthority; standing: StandingFacts }[];
};

/** Whether there is anything to say of a council beside news and themes. */
export const hasStandingFacts = ({ grades, lastFull }: StandingFacts): boolean =>
  grades !== null || lastFull !== null;

/** Whether a document corrects one that was reported before. */
export const isCorrection = ({ change }: Pick<ChangedDocument, 'change'>): boolean =>
  change === 'revised' || change === 'reread';
