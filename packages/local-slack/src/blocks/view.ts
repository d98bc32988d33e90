import { z } from 'zod';
import type { BlockJson } from '../contract.js';
import { refusal, SlackError } from '../slack-error.js';
import { checkBlocks } from './check.js';
import { plainText } from './composition.js';
import { problems } from './problems.js';

const LARGEST_VIEW = 250_000;

const common = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3_000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const view = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    ...common,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('home'), ...common }),
]);

type Text = { text: string };

/** A view that follows Slack's rules, its blocks with ids. */
export type ViewJson = {
  type: 'modal' | 'home';
  blocks: BlockJson[];
  private_metadata?: string;
  callback_id?: string;
  external_id?: string;
  title?: Text;
  submit?: Text;
  close?: Text;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
};

/**
 * Holds a view against Slack's rules. Throws `invalid_arguments` with what is wrong, or
 * `view_too_large`.
 */
export function checkView(given: unknown): ViewJson {
  const read = z.object({ view }).safeParse({ view: given }, { reportInput: true });
  if (!read.success) throw refusal('invalid_arguments', problems(read.error.issues));
  const found = read.data.view;
  if (JSON.stringify(found).length > LARGEST_VIEW) throw new SlackError('view_too_large');
  const { blocks, wrong } = checkBlocks(found.blocks, found.type);
  const hasInput = blocks.some(({ type }) => type === 'input');
  if (found.type === 'modal' && hasInput && found.submit === undefined) {
    wrong.push('missing required field: submit [json-pointer:/view]');
  }
  if (wrong.length > 0) {
    throw refusal(
      'invalid_arguments',
      wrong.map((each) => each.replaceAll('[json-pointer:/blocks', '[json-pointer:/view/blocks')),
    );
  }
  return { ...found, blocks };
}
