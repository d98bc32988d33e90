import { z } from 'zod';
import { Urn } from './authority.js';
import { Judgement } from './judgement.js';
import { Passage } from './passage.js';
import { Source } from './source.js';
import { Visit } from './visit.js';

/**
 * One file of the record: a source and what it tells: the visits it is the document of (or mentions as having
 * happened), the judgements it prints and the passages quoted from it. A passage or judgement may name a visit that
 * another file of the same authority declares. `checked` is the day on which the documents
 * held were looked through for later visits; an imported document has none.
 */
export const RecordedDocument = z.strictObject({
  format: z.literal(1),
  urn: Urn,
  checked: z.iso.date().nullable(),
  source: Source,
  visits: z.array(Visit),
  judgements: z.array(Judgement),
  passages: z.array(Passage),
});
export type RecordedDocument = z.infer<typeof RecordedDocument>;
