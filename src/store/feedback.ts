import { z } from 'zod';
import { Remembered } from '../domain/remembered.js';
import type { DatabaseHandle, Statement } from './database-handle.js';

/** What can be wrong with an answer, as somebody chooses it. */
export const FeedbackChoice = z.enum([
  'wrong council',
  'wrong inspection',
  'not what was asked',
  'wording or quotation',
  'other',
]);
export type FeedbackChoice = z.infer<typeof FeedbackChoice>;

/**
 * What somebody thinks of an answer. `id` is the same for one person and one answer, and tells of
 * neither. `parts` are how the question was read, by the names of the record and the vocabularies;
 * `record` is the version of the record that answered; `day` is an ISO date (UTC). Neither the
 * question nor the person is stored.
 */
export const Feedback = z.strictObject({
  team: z.string(),
  id: z.string(),
  rating: z.enum(['up', 'down']),
  choice: FeedbackChoice.nullable(),
  comment: z.string().nullable(),
  intent: z.string(),
  parts: Remembered.shape.parts,
  record: z.string(),
  day: z.iso.date(),
});
export type Feedback = z.infer<typeof Feedback>;

/** What people think of answers. Every method throws a `StoreError` where the database fails. */
export type FeedbackStore = {
  /**
   * Keeps a rating, in the place of an earlier one by the same person of the same answer. A thumb
   * down that is pressed again keeps what was said to be wrong.
   */
  rate(feedback: Feedback): Promise<void>;
  /** Of every workspace, oldest first. */
  list(): Promise<Feedback[]>;
  /** Deletes what is of days before this one (an ISO date), or all; gives how many there were. */
  deleteBefore(day: string | 'all'): Promise<number>;
};

const COLUMNS = 'team, id, rating, choice, comment, intent, parts, record, day';
const Row = z
  .object({ ...Feedback.shape, parts: z.string() })
  .transform(({ parts, ...row }) => Feedback.parse({ ...row, parts: JSON.parse(parts) }));

/** See `FeedbackStore`. */
export const createFeedback = (database: DatabaseHandle): FeedbackStore => ({
  async rate({ team, id, rating, choice, comment, intent, parts, record, day }) {
    const keep = (column: string) =>
      `${column} = CASE WHEN excluded.rating = 'down' AND feedback.rating = 'down'
         THEN COALESCE(excluded.${column}, feedback.${column}) ELSE excluded.${column} END`;
    await database.run(
      `INSERT INTO feedback (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (team, id) DO UPDATE SET ${keep('choice')}, ${keep('comment')},
         rating = excluded.rating, intent = excluded.intent, parts = excluded.parts,
         record = excluded.record, day = excluded.day`,
      [team, id, rating, choice, comment, intent, JSON.stringify(parts), record, day],
    );
  },
  async list() {
    const rows = await database.run(`SELECT ${COLUMNS} FROM feedback ORDER BY day, id`);
    return rows.map((row) => Row.parse(row));
  },
  async deleteBefore(day) {
    const rows =
      day === 'all'
        ? await database.run('DELETE FROM feedback RETURNING id')
        : await database.run('DELETE FROM feedback WHERE day < ? RETURNING id', [day]);
    return rows.length;
  },
});

/** Deletes what was said in a workspace. */
export const removeFeedbackOf = (team: string): Statement => ({
  sql: 'DELETE FROM feedback WHERE team = ?',
  values: [team],
});
