import { type AnswerContext, departedSentence } from '../../answer/index.js';
import { departed, nameKept } from '../../domain/departed.js';
import { MOST_AUTHORITIES, type Subscription } from '../../domain/subscription.js';
import { themesWithFindings } from '../content/theme-of-the-day.js';
import type { DigestSettings } from '../settings/settings.js';
import { describeWeekdays } from '../settings/weekdays.js';
import { listed } from './lists.js';

const MOST_NAMED = 8;

/** The settings of a digest and, where it is set up, what it keeps. */
type Chosen = DigestSettings & Partial<Pick<Subscription, 'state'>>;

/**
 * "Tameside and Oldham", by the names of the record or, of those that it lost, the names kept; the
 * first few where there are more than `most`.
 */
export function councilsOf(
  { authorities, state }: Chosen,
  { record }: AnswerContext,
  most = MOST_AUTHORITIES,
): string {
  const names = new Map(record.authorities.map(({ urn, name }) => [urn, name]));
  return listed(
    shortened(
      authorities.map(
        (urn) =>
          names.get(urn) ?? nameOf(urn, state) ?? `a council that left the register (${urn})`,
      ),
      most,
    ),
  );
}

const nameOf = (urn: string, state: Chosen['state']): string | null =>
  nameKept(state?.reported ?? {}, urn);

function shortened(names: string[], most: number): string[] {
  const left = names.length - most;
  return left > 0 ? [...names.slice(0, most), `${left} more`] : names;
}

/** "all themes", "care leavers and agency staff", or the first eight and how many more. */
export function themesOf({ themes }: DigestSettings, { record }: AnswerContext): string {
  if (themes.length === 0) return 'all themes';
  const names = new Map(record.themes.map(({ id, name }) => [id, name.toLowerCase()]));
  const named = themes.map((id) => names.get(id) ?? id);
  return listed(shortened(named, MOST_NAMED));
}

/** "every day at 08:30 (Europe/London)". */
export const timesOf = ({ at, zone, weekdays }: DigestSettings): string =>
  `${describeWeekdays(weekdays)} at ${at} (${zone})`;

/** "Tameside, every day at 08:30 (Europe/London), all themes". */
export const settingsLine = (settings: Chosen, context: AnswerContext): string =>
  `${councilsOf(settings, context)}, ${timesOf(settings)}, ${themesOf(settings, context)}`;

/** What happens on a day without news, as the channel has chosen. */
export const modeOf = ({ onlyNew, condensed }: DigestSettings): string =>
  [
    onlyNew
      ? 'It is posted only when something is new in the record.'
      : 'On a day with nothing new it has a theme of the day from the record.',
    ...(condensed ? ['The message is its headlines; the rest stands in its thread.'] : []),
  ].join(' ');

/** Of these councils, those that are gone from the register, or ended: a sentence each. */
export const departedHere = ({ authorities, state }: Chosen, { record }: AnswerContext) =>
  authorities.flatMap((urn) => {
    const gone = departed(urn, record, nameOf(urn, state));
    return gone ? [departedSentence(gone)] : [];
  });

/** Of these councils, those that the record holds nothing about yet. */
export function notHeldYet({ authorities }: DigestSettings, context: AnswerContext): string[] {
  const held = new Set(context.covered.map(({ urn }) => urn));
  const missing = authorities.filter((urn) => !held.has(urn));
  if (missing.length === 0) return [];
  const names = context.record.authorities.filter(({ urn }) => missing.includes(urn));
  if (names.length === 0) return [];
  return [
    `The record holds nothing about ${listed(names.map(({ name }) => name))} yet: the digest tells its reports once they are imported.`,
  ];
}

/**
 * Which of these councils the record has no findings of on the themes chosen, and what that means
 * for a day without news.
 */
export function nothingOnThemes(settings: DigestSettings, context: AnswerContext): string[] {
  const { authorities, themes, onlyNew } = settings;
  if (onlyNew || themes.length === 0) return [];
  const held = context.covered.filter(({ urn }) => authorities.includes(urn));
  const silent = held.filter(
    ({ urn }) => themesWithFindings(context.record, urn, themes).length === 0,
  );
  if (silent.length === 0) return [];
  const then =
    silent.length === held.length
      ? 'on a day with nothing new nothing is posted. Choose other themes for one every day.'
      : 'on a day with nothing new they have no theme of the day.';
  return [
    `The record has no findings on ${themesOf(settings, context)} for ${listed(silent.map(({ name }) => name))} yet: ${then}`,
  ];
}

/**
 * "Monday 23 November 2026 at 08:30 (Europe/London)" for an instant, in the subscription's own
 * zone.
 */
export function momentIn(zone: string, moment: Date): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(moment);
  const day = part({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day.replace(',', '')} at ${time} (${zone})`;
}

/** Why a subscription posts nothing now, or null while it is active. */
export const pausedLine = ({ status, pausedBecause }: Subscription): string | null =>
  status === 'active' ? null : (pausedBecause ?? 'A member of the channel paused it.');
