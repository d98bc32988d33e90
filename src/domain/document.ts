import { z } from 'zod';
import { Urn } from './authority.js';
import { Judgement } from './judgement.js';
import { Passage } from './passage.js';
import { Source } from './source.js';
import { Visit } from './visit.js';

/**
 * Why an imported file was not taken, or what of it could not be read for certain.
 * `recommendations_absent`, `lead_inspector_unread` and `numbering_gap` are notes: nothing wrong
 * can follow from them.
 */
export const ReasonCode = z.enum([
  'not_a_pdf',
  'encrypted',
  'no_text_layer',
  'truncated',
  'too_large',
  'timed_out',
  'unknown_kind',
  'judgement_table_missing',
  'grade_conflict',
  'date_unparsed',
  'recommendations_absent',
  'authority_unknown',
  'duplicate',
  'lead_inspector_unread',
  'numbering_gap',
  'text_layer_damaged',
  'hidden_text',
]);
export type ReasonCode = z.infer<typeof ReasonCode>;

/**
 * `field` is the field that stays empty ("judgements.overall", "visit"); `detail` tells a person
 * what was met.
 */
export const Reason = z.strictObject({
  code: ReasonCode,
  field: z.string().nullable(),
  detail: z.string(),
});
export type Reason = z.infer<typeof Reason>;

/**
 * One file of the record: a source and what it tells: the visits it is the document of (or mentions
 * as having happened), the judgements it prints and the passages quoted from it. A passage or
 * judgement may name a visit that another file of the same authority declares. `checked` is the day
 * on which the documents held were looked through for later visits; an imported document has none.
 * An imported document gives the `reasons` for every field that is empty because it could not be
 * read for certain. Its `readBy` says which reader read it; where there is none, an older version
 * of the bot did.
 */
export const RecordedDocument = z.strictObject({
  format: z.literal(1),
  urn: Urn,
  checked: z.iso.date().nullable(),
  source: Source,
  visits: z.array(Visit),
  judgements: z.array(Judgement),
  passages: z.array(Passage),
  reasons: z.array(Reason).optional(),
  readBy: z.string().optional(),
});
export type RecordedDocument = z.infer<typeof RecordedDocument>;
