import { didYouMean } from '../wording/lists.js';
import { mostAlike } from './likeness.js';
import { DigestProblem } from './problem.js';
import { aliasOf, placesOf, ZONES } from './zone-names.js';

export const DEFAULT_ZONE = 'Europe/London';

const SUGGESTED = 3;

/** What people write for the time of these islands. */
const HERE = new Set(['uk', 'gb', 'england', 'britain', 'great britain', 'united kingdom', 'bst']);

/**
 * Zones that people may mean by an abbreviation; it says nothing of a summer time, so they are
 * asked.
 */
const ABBREVIATED = new Map([
  ['est', ['America/New_York']],
  ['edt', ['America/New_York']],
  ['et', ['America/New_York']],
  ['cst', ['America/Chicago', 'Asia/Shanghai']],
  ['cdt', ['America/Chicago']],
  ['mst', ['America/Denver']],
  ['pst', ['America/Los_Angeles']],
  ['pdt', ['America/Los_Angeles']],
  ['cet', ['Europe/Paris', 'Europe/Berlin']],
  ['cest', ['Europe/Paris', 'Europe/Berlin']],
  ['eet', ['Europe/Athens', 'Europe/Helsinki']],
  ['wet', ['Europe/Lisbon']],
  ['ist', ['Europe/Dublin', 'Asia/Kolkata']],
  ['aest', ['Australia/Sydney']],
]);

const spelling = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

/**
 * Reads the IANA time zone that a person means by its name or its place: "Europe/London", "london",
 * "New York", "uk", "UTC". A name is given back as it was typed.
 * @throws DigestProblem with the nearest names where there is no such zone, or several of that
 * place.
 */
export function readZone(text: string): string {
  const typed = spelling(text);
  if (HERE.has(typed)) return DEFAULT_ZONE;
  const named = ZONES.find((zone) => spelling(zone) === typed) ?? aliasOf(text.trim());
  if (named) return named;
  const [only, ...others] = ZONES.filter((zone) =>
    placesOf(zone).some((place) => spelling(place) === typed),
  );
  if (only && others.length === 0) return only;
  throw new DigestProblem(
    typed
      ? `“${text.trim().slice(0, 60)}” is no time zone that I know: write it like Europe/London.${didYouMean(suggestZones(text, SUGGESTED))}`
      : 'The time zone is missing: write it like “zone Europe/London”.',
    'zone',
  );
}

/**
 * Gives the zones most like what somebody types, best first; those of these islands and UTC where
 * nothing is typed.
 */
export function suggestZones(text: string, count: number): string[] {
  const typed = spelling(text);
  if (typed === '') return [DEFAULT_ZONE, 'UTC', ...ZONES].filter(unique).slice(0, count);
  const abbreviated = ABBREVIATED.get(typed);
  if (abbreviated) return abbreviated.slice(0, count);
  const beginning = ZONES.filter((zone) =>
    placesOf(zone).some((place) => spelling(place).startsWith(typed)),
  );
  const containing = ZONES.filter((zone) => spelling(zone).includes(typed));
  const here = HERE.has(typed) ? [DEFAULT_ZONE] : [];
  const found = [...here, ...beginning, ...containing].filter(unique);
  const namesOf = (zone: string) => [...placesOf(zone), zone];
  return (found.length > 0 ? found : mostAlike(typed, ZONES, namesOf, SUGGESTED)).slice(0, count);
}

const unique = <T>(item: T, at: number, list: readonly T[]): boolean => list.indexOf(item) === at;
