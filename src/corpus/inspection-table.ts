import { z } from 'zod';
import { Urn } from '../domain/authority.js';
import { Area, JudgementGrade } from '../domain/judgement.js';
import { VisitKind } from '../domain/visit.js';

const Day = z.iso.date();
const Page = z.number().int().positive();
const Checksum = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What Ofsted's official statistics say of an inspection or visit: its first day, the day its
 * report came out, its type, what a visit looked at (`theme`), and the grades as they print them.
 */
const StatisticsFacts = z.strictObject({
  began: Day,
  published: Day,
  type: z.string().min(1),
  theme: z.string().min(1).optional(),
  grades: z.partialRecord(Area, z.string().min(1)).optional(),
});

/**
 * The report that a row was read from. `id` and `file` are given where passages or people know it
 * by others than those made of its visit; `checked` as in a document of the record.
 */
const ReportFacts = z.strictObject({
  title: z.string().min(1),
  published: Day.optional(),
  pages: Page,
  sha256: Checksum,
  id: z.string().optional(),
  file: z.string().optional(),
  checked: Day.optional(),
});

/** Area, grade, printed phrase and page; a note where it was not this program that read them. */
const GradeFacts = z
  .tuple([Area, JudgementGrade, z.string().nullable(), Page.nullable()])
  .rest(z.string());

/**
 * One inspection or visit: what its report says (`days` to `grades`), what the statistics say, or
 * both. `mentions` are visits that the report names and of which no document is held.
 */
export const InspectionRow = z
  .strictObject({
    urn: Urn,
    kind: VisitKind,
    ordinal: Page.optional(),
    days: z
      .array(z.tuple([Day, Day]))
      .min(1)
      .optional(),
    lead: z.string().optional(),
    note: z.string().optional(),
    report: ReportFacts.optional(),
    grades: z.array(GradeFacts).optional(),
    mentions: z
      .array(z.strictObject({ kind: VisitKind, period: z.string(), page: Page, says: z.string() }))
      .optional(),
    statistics: StatisticsFacts.optional(),
  })
  .refine(({ report, days, statistics }) => (report && days) || statistics, {
    message: 'a report with its days, or what the statistics say',
  });
export type InspectionRow = z.infer<typeof InspectionRow>;

/** The official statistics as a document; `until` is the day to which they reach. */
const Statistics = z.strictObject({
  id: z.string(),
  title: z.string(),
  published: Day,
  until: Day,
  file: z.string(),
  sha256: Checksum,
});
export type Statistics = z.infer<typeof Statistics>;

/** `data/inspections.json`: the facts of all of England's inspections, one to a line. */
export const InspectionTable = z.strictObject({
  about: z.string(),
  licence: z.string(),
  statistics: Statistics,
  inspections: z.array(InspectionRow),
});
export type InspectionTable = z.infer<typeof InspectionTable>;
