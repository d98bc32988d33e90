import type { PlainTextOption } from '@slack/types';
import type { AnswerContext } from '../answer/index.js';
import { suggestCouncils } from '../digest/index.js';
import { councilOption, MOST_OPTIONS } from './views/digest-form.js';

/** What a list of councils offers for what is typed so far. */
export const councilOptions = (typed: string, context: AnswerContext): PlainTextOption[] =>
  suggestCouncils(typed, context, MOST_OPTIONS).map((council) => councilOption(council, context));
