/**
 * The names that the IANA database gives zones today, by those that `Intl` still lists them under.
 * Source: IANA time zone database, file "backward".
 */
const RENAMED = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);

/** Every zone under its name of today, UTC first, then by region and place. */
export const ZONES: readonly string[] = [
  'UTC',
  ...new Set(Intl.supportedValuesOf('timeZone').map((zone) => RENAMED.get(zone) ?? zone)),
];

const OLD_NAMES = new Map([...RENAMED].map(([old, zone]) => [zone, old]));

/** The name that a zone had before, or none. */
export const oldNamesOf = (zone: string): string[] => {
  const old = OLD_NAMES.get(zone);
  return old ? [old] : [];
};

/** "New York" of "America/New_York". */
export const placeOf = (zone: string): string =>
  zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** The names of its place: "Kyiv" and "Kiev" of "Europe/Kyiv". */
export const placesOf = (zone: string): string[] => [zone, ...oldNamesOf(zone)].map(placeOf);

/** Written as the names of zones are: "US/Eastern", "Etc/GMT+5". */
const AS_A_NAME = /^(?:[A-Z]{2,3}|[A-Z][a-z]+)(?:\/[A-Z][\w+-]*)+$/;

/**
 * A further name that this machine understands, such as "Europe/Kiev", "US/Eastern" or "GMT": as it
 * is typed where it is written like a name. "EST" and "+01:00" say nothing of a summer time, so
 * they are no names. Null where the text is none.
 */
export function aliasOf(typed: string): string | null {
  if (!typed.includes('/') && typed !== 'GMT') return null;
  try {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: typed });
    const { timeZone } = format.resolvedOptions();
    return AS_A_NAME.test(typed) ? typed : (RENAMED.get(timeZone) ?? timeZone);
  } catch {
    return null;
  }
}
