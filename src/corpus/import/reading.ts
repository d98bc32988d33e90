import type { z } from 'zod';
import type { Reason } from '../../domain/document.js';
import { isBoardReview } from '../../domain/frameworks.js';
import type { Area, JudgementGrade } from '../../domain/judgement.js';
import type { PageStart, PassageKind } from '../../domain/passage.js';
import { isBoardSection } from '../../domain/record.js';
import type { VisitKind, Window } from '../../domain/visit.js';
import type { Block } from './facts/blocks.js';
import type { Line } from './pdf/lines.js';

export type Span = z.infer<typeof Window>;

/** A grade with where it was read. */
export type ReadJudgement = {
  area: Area;
  grade: JudgementGrade;
  printed: string | null;
  page: number | null;
};

/** A passage before it is given to a visit. */
export type ReadPassage = {
  kind: Extract<PassageKind, 'finding' | 'recommendation' | 'context'>;
  section: string | null;
  page: number;
  lastPage: number;
  pageStarts: PageStart[];
  paragraph: number | null;
  bullet: number | null;
  isBullet: boolean;
  /** The paragraph's number as printed. */
  printedNumber: number | null;
  quote: string;
};

/**
 * The parts of a document that its layouts read from. `paged` is false for plain text, which has no
 * pages.
 */
export type DocumentText = {
  lines: Line[];
  blocks: Block[];
  /** The lines before the first section: title, labels, table. */
  front: Line[];
  /** The blocks that are the report's text: without the front page's title, labels and table. */
  body: Block[];
  /** Title and names: the lines before the first label or salutation, joined. */
  title: string;
  pages: number;
  paged: boolean;
};

/** What one document says about its visit. Empty fields have their reason in `reasons`. */
export type Reading = {
  kind: VisitKind;
  form: 'report' | 'letter';
  title: string;
  urn: string | null;
  windows: Span[];
  ordinal: number | null;
  leadInspector: string | null;
  published: string | null;
  dated: string | null;
  judgements: ReadJudgement[];
  passages: ReadPassage[];
  pages: number | null;
  reasons: Reason[];
};

/** What is told of a passage without its text. */
export type PassageFacts = { kind: PassageKind; section: string | null };

/** What is told of a reading: of its passages no more than what they are and where they stand. */
export type ReadFacts = Omit<Reading, 'passages'> & { passages: PassageFacts[] };

/**
 * What a report asks of whom it inspects: of the council, and only in a review of the safeguarding
 * board of the board.
 */
export const recommendationsOf = <P extends PassageFacts>({
  kind,
  passages,
}: {
  kind: VisitKind;
  passages: P[];
}): P[] =>
  passages.filter(
    (p) => p.kind === 'recommendation' && (isBoardReview(kind) || !isBoardSection(p.section)),
  );

/** How one kind of document is laid out: one file each in `layouts/`. */
export type Layout = {
  /** Where the visit's days are printed. */
  visitDates(document: DocumentText): string | null;
  leadInspector(document: DocumentText): string | null;
  judgements(document: DocumentText): { judgements: ReadJudgement[]; reasons: Reason[] };
  /** Whether the sentences of the front page are the verdict in words, and no summary. */
  frontIsVerdict?: true;
  /** The text that names the authority. */
  authority(document: DocumentText): string;
  /**
   * Set for letters, which have a heading, a date and, among monitoring visits, a number of their
   * own.
   */
  letter?: {
    /** The words that say which kind of visit it is about. */
    announces(document: DocumentText): string;
    title(document: DocumentText): string;
    dated(document: DocumentText): string | null;
    ordinal(document: DocumentText): number | null;
  };
};
