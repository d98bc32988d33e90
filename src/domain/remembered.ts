import { z } from 'zod';

/**
 * What a part of a question says: of which councils by name, of which places, that it is of many,
 * on what subject, of what kind, and of which time.
 */
export const Slot = z.enum(['councils', 'places', 'many', 'subject', 'kind', 'time']);
export type Slot = z.infer<typeof Slot>;

/**
 * What a conversation keeps of a question: its parts by the names that the record and the
 * vocabularies have for them, never the asker's words. `hasOtherWords`: it had words that no
 * vocabulary has, which are not kept. `isInPart`: it asked for more than the parts say, so that
 * they alone would ask something else. `quoted` are the keys of the passages that the answer
 * quoted, `told` those that were quoted before where somebody asked for more, and `newest` the
 * month ("YYYY-MM") of the newest visit among them.
 */
export const Remembered = z.strictObject({
  parts: z.array(z.strictObject({ slot: Slot, said: z.string().min(1).max(200) })).max(20),
  hasOtherWords: z.boolean(),
  isInPart: z.boolean(),
  quoted: z.array(z.string().max(200)).max(20),
  told: z.array(z.string().max(200)).max(200).optional(),
  newest: z.string().nullable(),
});
export type Remembered = z.infer<typeof Remembered>;
export type RememberedPart = Remembered['parts'][number];
