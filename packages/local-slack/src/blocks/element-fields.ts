import { z } from 'zod';
import { confirm, identifier, plainText, string } from './composition.js';

/** The fields that several kinds of element share. */
export const actionable = { action_id: identifier.optional() };
export const confirmable = { ...actionable, confirm: confirm.optional() };
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholder = { placeholder: plainText(150).optional() };
export const menu = { ...confirmable, ...focusable, ...placeholder };
export const label = { accessibility_label: string(75).optional() };
