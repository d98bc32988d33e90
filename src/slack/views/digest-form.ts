import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { AnswerContext } from '../../answer/index.js';
import {
  type DigestField,
  type DigestSettings,
  MOST_THEMES,
  weekdayName,
} from '../../digest/index.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { MOST_AUTHORITIES, type Subscription, Weekday } from '../../domain/subscription.js';
import type { Theme } from '../../domain/theme.js';
import { isDirectMessage } from '../api/channels.js';
import { plain, section, shorten } from './elements.js';
import type { HomePlace } from './home.js';
import { whereInputs } from './where-input.js';

export const DIGEST_FORM = 'digest-form';
export const ONLY_NEW = 'only-new';
export const CONDENSED = 'condensed';

const OPTION_LIMIT = 75;
/** Slack takes a hundred options of a list at most. */
export const MOST_OPTIONS = 100;

const option = (label: string, value: string, description?: string): PlainTextOption => ({
  text: plain(shorten(label, OPTION_LIMIT)),
  value,
  ...(description && { description: plain(shorten(description, OPTION_LIMIT)) }),
});

/** A council as the form's list offers it. */
export const councilOption = (
  { name, urn }: LocalAuthority,
  { covered }: AnswerContext,
): PlainTextOption =>
  covered.some((authority) => authority.urn === urn)
    ? option(name, urn)
    : option(name, urn, 'nothing in this record yet');

export const themeOption = ({ name, id }: Theme): PlainTextOption => option(name, id);

export const zoneOption = (zone: string): PlainTextOption =>
  option(zone.replaceAll('_', ' '), zone);

const DAYS = Weekday.options.map((day) => option(weekdayName(day), day));
const ONLY_NEW_OPTION = option(
  'Only when something is new',
  ONLY_NEW,
  'Otherwise other days have a theme of the day from the record.',
);

const CONDENSED_OPTION = option(
  'Headlines only, the rest in the thread',
  CONDENSED,
  'For a channel where much else is written.',
);

/**
 * What the form is filled in with; `status` is that of the digest of the channel `asked`, null
 * where it has none; `home` is the Home tab that it was opened from, if any.
 */
export type DigestFormFor = {
  asked: string;
  home: HomePlace | null;
  status: Subscription['status'] | null;
  settings: DigestSettings;
};

const OPENING = {
  none: 'A digest posts what is new in the record about councils, quoted and cited. The channel is told who set it up.',
  active: 'This channel has a digest; what you save here takes its place. The channel is told.',
  paused:
    '*This digest is paused: saving resumes it.* What you save here takes its place. The channel is told.',
} as const;

const OPENING_OF_ONES_OWN = {
  none: 'A digest posts what is new in the record about councils, quoted and cited. This one comes to you alone, unless you choose a channel.',
  active: 'You have a digest of your own; what you save here takes its place.',
  paused: '*Your digest is paused: saving resumes it.* What you save here takes its place.',
} as const;

/**
 * The form for a channel's digest, filled in with `settings`. `asked` is the channel in which it
 * was asked for. Councils, themes and zones are too many for a list of Slack's, so the app finds
 * them as somebody types.
 */
export function digestForm(
  { asked, home, status, settings }: DigestFormFor,
  context: AnswerContext,
): ModalView {
  const { record } = context;
  const councils = record.authorities.filter(({ urn }) => settings.authorities.includes(urn));
  const themes = record.themes.filter(({ id }) => settings.themes.includes(id));
  const chosen = [
    ...(settings.onlyNew ? [ONLY_NEW_OPTION] : []),
    ...(settings.condensed ? [CONDENSED_OPTION] : []),
  ];
  const days = DAYS.filter((day) => settings.weekdays.some((each) => each === day.value));
  return {
    type: 'modal',
    callback_id: DIGEST_FORM,
    private_metadata: JSON.stringify({ asked, home }),
    title: plain('Digest'),
    submit: plain(status ? 'Save' : 'Set up'),
    close: plain('Cancel'),
    blocks: [
      section((isDirectMessage(asked) ? OPENING_OF_ONES_OWN : OPENING)[status ?? 'none']),
      ...whereInputs(asked, 'Channel'),
      input('councils', 'Councils', {
        type: 'multi_external_select',
        placeholder: plain('Type a council’s name'),
        min_query_length: 0,
        max_selected_items: MOST_AUTHORITIES,
        ...(councils.length > 0 && {
          initial_options: councils.map((council) => councilOption(council, context)),
        }),
      }),
      optional(
        input('themes', 'Themes', {
          type: 'multi_external_select',
          placeholder: plain('All themes'),
          min_query_length: 0,
          max_selected_items: MOST_THEMES,
          ...(themes.length > 0 && { initial_options: themes.map(themeOption) }),
        }),
      ),
      input('time', 'Time', { type: 'timepicker', initial_time: settings.at }),
      input('zone', 'Time zone', {
        type: 'external_select',
        placeholder: plain('Type a place, such as London'),
        min_query_length: 0,
        initial_option: zoneOption(settings.zone),
      }),
      input('days', 'Days', {
        type: 'checkboxes',
        options: DAYS,
        ...(days.length > 0 && { initial_options: days }),
      }),
      optional(
        input('mode', 'When and how', {
          type: 'checkboxes',
          options: [ONLY_NEW_OPTION, CONDENSED_OPTION],
          ...(chosen.length > 0 && { initial_options: chosen }),
        }),
      ),
    ],
  };
}

type InputBlock = Extract<KnownBlock, { type: 'input' }>;
type Element = InputBlock['element'];

const input = (field: DigestField, label: string, element: Element): InputBlock => ({
  type: 'input',
  block_id: field,
  label: plain(label),
  element: { ...element, action_id: field },
});

const optional = (block: InputBlock): InputBlock => ({ ...block, optional: true });

/**
 * A form after it was sent: what was done, in the words of the message that a command would get.
 */
export const formDone = (title: string, blocks: readonly KnownBlock[]): ModalView => ({
  type: 'modal',
  title: plain(title),
  close: plain('Close'),
  blocks: blocks.filter(({ type }) => type !== 'actions'),
});
