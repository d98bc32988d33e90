import { z } from 'zod';
import { interactiveElements } from './elements.js';
import type { StoredView } from './stored-view.js';

const input = z.looseObject({ block_id: z.string(), optional: z.boolean().optional() });

const limits = z.looseObject({
  type: z.string(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  min_value: z.coerce.number().optional(),
  max_value: z.coerce.number().optional(),
  is_decimal_allowed: z.boolean().optional(),
});

/** What Slack's own form objects to before the app is asked, in a sentence by `block_id`. */
export function formErrors(view: StoredView): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { blockId, element, input: around } of interactiveElements(view.blocks)) {
    if (around === null) continue;
    const { optional = false } = input.parse(around);
    const { type: _type, ...held } = view.state[blockId]?.[element.action_id] ?? {};
    const [value] = Object.values(held);
    const isEmpty = value === null || value === undefined || value === '' || isEmptyArray(value);
    const error = isEmpty
      ? optional
        ? null
        : 'Please complete this required field.'
      : valueError(limits.parse(element), value);
    if (error !== null) errors[blockId] = error;
  }
  return errors;
}

function valueError(element: z.infer<typeof limits>, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const { type, min_length: least = 0, max_length: most = 3000 } = element;
  if (type === 'plain_text_input') {
    if (value.length < least) return `Must be at least ${least} characters.`;
    return value.length > most ? `Must be no more than ${most} characters.` : null;
  }
  if (type === 'number_input') return numberError(element, value);
  if (type === 'email_text_input') {
    return z.email().safeParse(value).success ? null : 'Please enter a valid email address.';
  }
  if (type === 'url_text_input') {
    return z.url().safeParse(value).success ? null : 'Please enter a valid URL.';
  }
  return null;
}

function numberError(element: z.infer<typeof limits>, value: string): string | null {
  const number = Number(value);
  if (Number.isNaN(number)) return 'Please enter a number.';
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) {
    return 'Please enter a whole number.';
  }
  const { min_value: least = -Infinity, max_value: most = Infinity } = element;
  if (number < least) return `Must be at least ${least}.`;
  return number > most ? `Must be no more than ${most}.` : null;
}

function isEmptyArray(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
