import { DigestProblem } from './problem.js';

const NAMED = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '00:00'],
]);
const TIME =
  /^(?:(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?|(\d{2})(\d{2}))\s*(am|pm|a\.m\.?|p\.m\.?)?(?=[\s,;]|$)/i;

/**
 * The time of day at the start of a text, as `HH:MM` on a 24-hour clock, and what follows it: "8",
 * "8:30", "0830", "8.30am", "20:15", "noon" and "midnight" are read; without am or pm it is the
 * 24-hour clock's.
 * @throws DigestProblem where it starts with no time of day.
 */
export function readTimeOfDay(text: string): { at: string; rest: string } {
  const typed = text.trim();
  const [word = ''] = /^[a-z]+/i.exec(typed) ?? [];
  const named = NAMED.get(word.toLowerCase());
  if (named) return { at: named, rest: typed.slice(word.length).trim() };
  const found = TIME.exec(typed);
  const [whole = '', hours, minutes, hh, mm, half] = found ?? [];
  const at = found && clock(Number(hours ?? hh), Number(minutes ?? mm ?? 0), half);
  if (!at)
    throw new DigestProblem(
      typed
        ? `“${typed.slice(0, 40)}” is no time of day: write it like 08:30, 8.30am or 17:00.`
        : 'The time is missing: write it like “at 08:30”.',
      'time',
    );
  return { at, rest: typed.slice(whole.length).trim() };
}

function clock(hours: number, minutes: number, half: string | undefined): string | null {
  if (minutes > 59) return null;
  if (half && (hours < 1 || hours > 12)) return null;
  const isAfternoon = half?.toLowerCase().startsWith('p') ?? false;
  const hour = half ? (hours % 12) + (isAfternoon ? 12 : 0) : hours;
  if (hour > 23) return null;
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
