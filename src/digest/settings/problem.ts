import { InspectionError } from '../../domain/errors.js';

/**
 * Something asked for that cannot be done as asked: the message is one sentence that says what to
 * do. `field` is the question of the form that it is about.
 */
export class DigestProblem extends InspectionError {
  override name = 'DigestProblem';

  constructor(
    message: string,
    readonly field: DigestField | AlertField | null = null,
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
/** The questions of the form for an alert. */
export const ALERT_FIELDS = ['channel', 'words', 'places'] as const;
export type DigestField = (typeof DIGEST_FIELDS)[number];
export type AlertField = (typeof ALERT_FIELDS)[number];
