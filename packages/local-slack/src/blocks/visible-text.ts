import { jsonObject } from '../json.js';

/** Fields that are read by programs, not people. */
const MACHINE_FIELDS = new Set([
  'type',
  'block_id',
  'action_id',
  'value',
  'url',
  'image_url',
  'style',
  'icon',
  'task_id',
  'status',
]);

/**
 * How many characters of blocks, or of a part of them, are there to be read: every string but ids,
 * links and values.
 */
export function visibleLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value))
    return value.reduce((sum: number, each) => sum + visibleLength(each), 0);
  const read = jsonObject.safeParse(value);
  if (!read.success) return 0;
  return Object.entries(read.data)
    .filter(([key]) => !MACHINE_FIELDS.has(key))
    .reduce((sum, [, each]) => sum + visibleLength(each), 0);
}
