import { InspectionError } from '../../domain/errors.js';

/**
 * Something asked for that cannot be done as asked: the message is one sentence that says what to
 * do. `field` is the question of the form that it is about.
 */
export class DigestProblem extends InspectionError {
  override name = 'DigestProblem';

  constructor(
    message: string,
    readonly field: DigestField | null = null,
  ) {
    super(message);
  }
}

/**
 * The questions of the form, in its order; also the `block_id`s and `action_id`s of their inputs.
 */
export const DIGEST_FIELDS = [
  'channel',
  'councils',
  'themes',
  'time',
  'zone',
  'days',
  'mode',
] as const;
export type DigestField = (typeof DIGEST_FIELDS)[number];
