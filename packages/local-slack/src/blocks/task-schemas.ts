import { z } from 'zod';
import { identifier, string } from './composition.js';
import { richText } from './rich-text.js';

/** What an agent works on: a task, and a plan of several. */
export const taskCard = z.strictObject({
  type: z.literal('task_card'),
  block_id: identifier.optional(),
  task_id: string(255),
  title: z.string().min(1),
  details: richText.optional(),
  output: richText.optional(),
  sources: z
    .array(z.strictObject({ type: z.literal('url'), url: string(3_000), text: z.string().min(1) }))
    .optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

export const plan = z.strictObject({
  type: z.literal('plan'),
  block_id: identifier.optional(),
  title: z.string().min(1),
  tasks: z.array(taskCard).optional(),
});
