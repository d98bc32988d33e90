import { z } from 'zod';
import type { AnswerContext } from '../../../answer/index.js';
import {
  checkCouncils,
  checkThemes,
  type DigestField,
  DigestProblem,
  type DigestSettings,
  readZone,
} from '../../../digest/index.js';
import { TimeOfDay, Weekday } from '../../../domain/subscription.js';
import { CONDENSED, ONLY_NEW } from '../../views/digest-form.js';
import { readWhere } from '../where-chosen.js';

const Option = z.object({ value: z.string() });
const Options = z
  .array(Option)
  .nullish()
  .transform((options) => (options ?? []).map(({ value }) => value));

const Chosen = z.object({ selected_options: Options });

/** The answers as Slack sends them: by `block_id`, then `action_id`, which are the same here. */
const Values = z
  .object({
    councils: z.object({ councils: Chosen }),
    themes: z.object({ themes: Chosen }),
    time: z.object({ time: z.object({ selected_time: z.string().nullish() }) }),
    zone: z.object({ zone: z.object({ selected_option: Option.nullish() }) }),
    days: z.object({ days: Chosen }),
    mode: z.object({ mode: Chosen }),
  })
  .transform(({ councils, themes, time, zone, days, mode }) => ({
    councils: councils.councils.selected_options,
    themes: themes.themes.selected_options,
    time: time.time.selected_time,
    zone: zone.zone.selected_option?.value,
    days: days.days.selected_options,
    mode: mode.mode.selected_options,
  }));

/** The sentences to show at the form's questions. */
export type FormErrors = Partial<Record<DigestField, string>>;

export type FormRead =
  | { where: { channel: string; toMe: boolean }; settings: DigestSettings }
  | { errors: FormErrors };

/**
 * Reads a form that somebody sent: the channel and the settings, or at every question that needs it
 * a sentence that says what to do.
 */
export function readForm(state: unknown, context: AnswerContext): FormRead {
  const { values } = z.object({ values: Values }).parse(state);
  const errors: FormErrors = {};
  const check = <T>(field: DigestField, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DigestProblem)) throw error;
      errors[field] = error.message;
      return undefined;
    }
  };
  const require = <T>(value: T | null | undefined, sentence: string): T => {
    if (value === null || value === undefined) throw new DigestProblem(sentence);
    return value;
  };
  const chosen = readWhere(state);
  const where = check('channel', () => ({
    ...chosen,
    channel: require(chosen.channel, 'Choose the channel to post in.'),
  }));
  const authorities = check('councils', () => {
    const known = context.record.authorities.filter(({ urn }) => values.councils.includes(urn));
    checkCouncils(known, context);
    return known.map(({ urn }) => urn);
  });
  const at = check('time', () =>
    require(TimeOfDay.safeParse(values.time)
      .data, 'Choose the time of day to post at, such as 08:30.'),
  );
  const zone = check('zone', () =>
    readZone(require(values.zone, 'Choose a time zone, such as Europe/London.')),
  );
  const weekdays = check('days', () => {
    const days = Weekday.options.filter((day) => values.days.includes(day));
    return require(days.length > 0 ? days : null, 'Choose at least one day of the week.');
  });
  const themes = check('themes', () => {
    const named = context.record.themes.filter(({ id }) => values.themes.includes(id));
    checkThemes(named.length);
    return named.map(({ id }) => id);
  });
  if (where && authorities && themes && at && zone && weekdays) {
    const onlyNew = values.mode.includes(ONLY_NEW);
    const condensed = values.mode.includes(CONDENSED);
    const settings = { authorities, themes, at, zone, weekdays, onlyNew, condensed };
    return { where, settings };
  }
  return { errors };
}
