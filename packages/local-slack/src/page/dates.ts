const LOCALE = 'en-GB';
type Style = Intl.DateTimeFormatOptions;

const LONG: Style = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const FULL: Style = { day: 'numeric', month: 'long', year: 'numeric' };
const SHORT: Style = { day: 'numeric', month: 'short', year: 'numeric' };

const STYLES = new Map<string, Style>(
  Object.entries({
    date: { day: 'numeric', month: 'long' },
    date_slash: { day: '2-digit', month: '2-digit', year: 'numeric' },
    date_long: LONG,
    date_long_full: FULL,
    date_short: SHORT,
    day_divider_pretty: LONG,
    time: { hour: '2-digit', minute: '2-digit' },
    time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }),
);

/**
 * Where and when a date is read; `now` in milliseconds, `timeZone` the reader's own when left out.
 */
export type Reader = { now: number; timeZone?: string };

/**
 * Fills Slack's date tokens (`{date_short}`, `{time}` …,
 * docs.slack.dev/messaging/formatting-message-text#date-formatting) for a Unix time in seconds, the
 * British way. A token that Slack does not know stays as written.
 */
export function formatSlackDate(seconds: number, format: string, reader: Reader): string {
  const date = new Date(seconds * 1000);
  const styled = (style: Style): string =>
    date.toLocaleString(LOCALE, { ...style, timeZone: reader.timeZone }).replace(/,/g, '');
  return format.replace(/\{(\w+)\}/g, (token, name: string) => {
    if (name === 'date_num') return isoDay(date, reader.timeZone);
    if (name === 'ago') return ago(seconds * 1000 - reader.now);
    const pretty = name.endsWith('_pretty');
    const style =
      STYLES.get(name) ?? (pretty ? STYLES.get(name.replace(/_pretty$/, '')) : undefined);
    if (!style) return token;
    return (pretty ? nearDay(date, reader) : null) ?? styled(style);
  });
}

/** "14:05" in the reader's time zone, of a Slack message id ("1732233600.000100"). */
export const messageTime = (ts: string): string => formatSlackDate(Number(ts), '{time}', here());

/** "Friday 22 November 2024, 14:05:09", of a Slack message id. */
export const messageDate = (ts: string): string =>
  formatSlackDate(Number(ts), '{date_long}, {time_secs}', here());

/** The reader in front of this page. */
export const here = (): Reader => ({ now: Date.now() });

const isoDay = (date: Date, timeZone?: string): string =>
  date.toLocaleDateString('sv-SE', { timeZone });

function nearDay(date: Date, { now, timeZone }: Reader): string | null {
  const day = (at: Date) => Date.parse(isoDay(at, timeZone)) / 86_400_000;
  const days = Math.round(day(date) - day(new Date(now)));
  return { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[days] ?? null;
}

function ago(milliseconds: number): string {
  const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'always' });
  const minutes = milliseconds / 60_000;
  if (Math.abs(minutes) < 60) return relative.format(Math.round(minutes), 'minute');
  if (Math.abs(minutes) < 60 * 24) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / 60 / 24), 'day');
}
