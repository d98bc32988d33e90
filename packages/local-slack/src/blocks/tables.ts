import { z } from 'zod';
import { identifier } from './composition.js';
import { richText } from './rich-text.js';
import { visibleLength } from './visible-text.js';

const MOST_COLUMNS = 20;
const MOST_CHARACTERS = 10_000;

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  richText,
]);

const row = z.array(cell).min(1).max(MOST_COLUMNS);

const LENGTH = `must be less than ${MOST_CHARACTERS + 1} characters in all cells`;

function isShort(rows: unknown): boolean {
  return visibleLength(rows) <= MOST_CHARACTERS;
}

/** A `table` block: at most 100 rows of 20 cells. */
export const table = z.strictObject({
  type: z.literal('table'),
  block_id: identifier.optional(),
  rows: z.array(row).min(1).max(100).refine(isShort, LENGTH),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(['left', 'center', 'right']).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .max(MOST_COLUMNS)
    .optional(),
});

/**
 * A `data_table` block: a header and 1 to 100 rows, all of one length, at most 20 columns and
 * 10,000 characters.
 */
export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: identifier.optional(),
    caption: z.string().min(1),
    rows: z
      .array(row)
      .min(2)
      .max(101)
      .refine(isShort, LENGTH)
      .refine(
        (rows) => rows.every(({ length }) => length === rows[0]?.length),
        'every row must have the same number of cells',
      )
      .refine(
        ([header = []]) => header.every(({ type }) => type !== 'rich_text'),
        'unsupported type: rich_text in the header row',
      ),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .refine(({ rows, row_header_column_index: index = 0 }) => index < (rows[0]?.length ?? 0), {
    path: ['row_header_column_index'],
    message: 'must name a column of the table',
  });
