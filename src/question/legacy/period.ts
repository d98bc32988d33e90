import type { Visit, VisitKind } from '../../domain/visit.js';

/** Months from `from` to `to`, both "YYYY-MM" and inclusive; `label` is how a reply says it ("in 2018", "since 2017"). */
export type Period = { from: string; to: string; label: string };

/** What a question says of the visit it means. `used` are the positions of the words that said it. */
export type VisitFilter = {
  period: Period | null;
  kinds: 'focused visit' | 'monitoring visit' | 'inspection' | null;
  ordinal: number | null;
  used: Set<number>;
};

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const ORDINALS = 'first second third fourth fifth sixth'.split(' ');
/** The words that visits are named by. */
export const WORDS_OF_VISITS: readonly string[] = [...MONTHS, ...ORDINALS];

const YEAR = /^(?:20[0-3]\d)$/;
const EARLIEST = '2000-01';
const LATEST = '2099-12';

/** Reads years, months, "since", "before", kinds of visit and their number from a question's words (as `words()` gives them). */
export function readVisitFilter(list: string[]): VisitFilter {
  const used = new Set<number>();
  const period = readPeriod(list, used);
  let kinds: VisitFilter['kinds'] = null;
  let ordinal: number | null = null;
  list.forEach((word, i) => {
    const next = list[i + 1] ?? '';
    if ((word === 'focused' || word === 'focussed') && /^visits?$/.test(next)) {
      kinds = 'focused visit';
      used.add(i);
    } else if (word === 'monitoring' && /^(visits?|reports?|letters?|inspections?)$/.test(next)) {
      kinds = 'monitoring visit';
      used.add(i);
      const after = /^[1-9]$/.exec(list[i + 2] ?? '');
      if (after) ordinal = Number(after[0]);
      const place = ORDINALS.indexOf(list[i - 1] ?? '');
      const digits = /^([1-9])(?:st|nd|rd|th)$/.exec(list[i - 1] ?? '');
      if (place >= 0 || digits) {
        ordinal = digits ? Number(digits[1]) : place + 1;
        used.add(i - 1);
      }
    } else if ((word === 'full' || word === 'ilacs') && /^inspections?$/.test(next)) {
      kinds = 'inspection';
      used.add(i);
    } else if (word === 'inspection' && YEAR.test(list[i - 1] ?? '')) kinds ??= 'inspection';
  });
  return { period, kinds, ordinal, used };
}

function readPeriod(list: string[], used: Set<number>): Period | null {
  const years = list.flatMap((word, i) => (YEAR.test(word) ? [i] : []));
  const at = years[0];
  if (at === undefined) return null;
  const year = list[at] ?? '';
  const month = MONTHS.indexOf(list[at - 1] ?? '');
  const first = month < 0 ? at : at - 1;
  const day = month >= 0 && /^\d{1,2}(st|nd|rd|th)?$/.test(list[first - 1] ?? '') ? 1 : 0;
  if (day) used.add(first - 1);
  const lead = list[first - 1 - day] ?? '';
  const start = month < 0 ? `${year}-01` : monthOf(year, month);
  const end = month < 0 ? `${year}-12` : monthOf(year, month);
  const said = list
    .slice(first, at + 1)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  for (let i = first; i <= at; i++) used.add(i);
  if (
    /^(since|after|from)$/.test(lead) ||
    /^(until|till|before|by|to)$/.test(lead) ||
    lead === 'between'
  )
    used.add(first - 1 - day);
  if (years.length > 1) {
    for (const place of years) used.add(place);
    const all = years.map((place) => list[place] ?? year).sort();
    const [earliest = year, until = year] = [all[0], all.at(-1)];
    return {
      from: earliest === year ? start : `${earliest}-01`,
      to: `${until}-12`,
      label: `from ${earliest === year ? said : earliest} to ${until}`,
    };
  }
  if (/^(since|after)$/.test(lead)) return { from: start, to: LATEST, label: `since ${said}` };
  if (/^(until|till|before|by)$/.test(lead))
    return {
      from: EARLIEST,
      to: lead === 'before' ? previousMonth(start) : end,
      label: `${lead} ${said}`,
    };
  return { from: start, to: end, label: `in ${said}` };
}

const monthOf = (year: string, month: number): string =>
  `${year}-${String(month + 1).padStart(2, '0')}`;

function previousMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** Whether nothing is said of visits, so that any is meant. */
export const isAnyVisit = ({ period, kinds, ordinal }: VisitFilter): boolean =>
  !period && !kinds && ordinal === null;

/** Whether a visit is one the filter means; a visit known only by its year falls in every month of it. */
export function isMeant(visit: Visit, { period, kinds, ordinal }: VisitFilter): boolean {
  if (kinds && kindGroup(visit.kind) !== kinds) return false;
  if (ordinal !== null && visit.ordinal !== ordinal) return false;
  if (!period) return true;
  const vague = visit.period.length === 4 && visit.known !== null;
  if (vague && period.from === period.to) return false;
  const start =
    visit.start?.slice(0, 7) ?? (visit.period.length === 4 ? `${visit.period}-01` : visit.period);
  const end =
    visit.end?.slice(0, 7) ?? (visit.period.length === 4 ? `${visit.period}-12` : visit.period);
  return start <= period.to && end >= period.from;
}

const kindGroup = (kind: VisitKind): NonNullable<VisitFilter['kinds']> =>
  kind === 'focused visit' || kind === 'monitoring visit' ? kind : 'inspection';
