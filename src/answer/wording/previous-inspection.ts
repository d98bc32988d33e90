import type { LocalAuthority } from '../../domain/authority.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { emptyAnswer, furtherChoices } from './phrases.js';

/** The record knows of no inspection before the one that is meant. */
export const noPreviousAnswer = (authority: LocalAuthority, { question }: Asked): Answer => ({
  ...emptyAnswer('visits', question.text),
  status: 'nothing_found',
  reason: 'report_silent',
  authority,
  headline: `${authority.name}: this record knows of no earlier inspection than that.`,
  choices: furtherChoices(authority, 'visits'),
});
