import { AREA_IDS, columnOf } from '../../domain/areas.js';
import { InspectionError } from '../../domain/errors.js';
import { gradedAreas } from '../../domain/frameworks.js';
import type { Area } from '../../domain/judgement.js';
import { parseDate } from '../import/facts/dates.js';
import { readSpreadsheet, type Sheet } from './spreadsheet.js';

/**
 * An inspection or visit as Ofsted's official statistics have it; dates are ISO, grades as they
 * print them. `code` is the council's at the Office for National Statistics.
 */
export type OfficialInspection = {
  code: string;
  council: string;
  began: string;
  published: string;
  type: string;
  theme: string | null;
  grades: Partial<Record<Area, string>>;
};

/** Ofsted's official statistics of local authority inspections; `until` is where they end. */
export type OfficialStatistics = {
  title: string;
  published: string;
  until: string;
  inspections: OfficialInspection[];
};

/**
 * Reads Ofsted's official statistics (.ods): every inspection of its history and every inspection
 * and visit of its year, oldest first.
 * @throws InspectionError where it is not laid out as known; nothing of it is guessed.
 */
export function readOfficialStatistics(bytes: Uint8Array): OfficialStatistics {
  const sheets = readSpreadsheet(bytes);
  const texts = sheets[0]?.rows.flat() ?? [];
  const title = texts.find((text) => /^local authority inspection outcomes/i.test(text)) ?? '';
  const until = parseDate(/as at (\d+ \p{L}+ \d{4})/u.exec(title)?.[1] ?? '');
  const at = texts.findIndex((text) => /^published on/i.test(text));
  const published = at < 0 ? null : dayOf(texts[at + 1] ?? '');
  if (!until || !published)
    throw notUnderstood('its cover does not say as at when it is, or when it was published');
  const found = new Map<string, OfficialInspection>();
  for (const sheet of sheets)
    for (const each of inspectionsOf(sheet))
      found.set(`${each.code} ${each.began} ${each.type}`, each);
  if (found.size === 0) throw notUnderstood('no sheet lists inspections with their types');
  const inspections = [...found.values()].sort((a, b) =>
    `${a.began} ${a.code}` < `${b.began} ${b.code}` ? -1 : 1,
  );
  return { title, published, until, inspections };
}

/** The ISO date of a cell: so written, or as people write it. */
const dayOf = (text: string): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : parseDate(text);

/** A sheet that names no type of inspection repeats what others say. */
function inspectionsOf({ name, rows }: Sheet): OfficialInspection[] {
  const head = rows.findIndex((row) => row.includes('Local authority area code'));
  const names = rows[head] ?? [];
  const column = (pattern: RegExp): number => names.findIndex((each) => pattern.test(each));
  const type = column(/^inspection(?:\/visit)? type/i);
  if (head < 0 || type < 0) return [];
  const [code, council] = [column(/area code$/i), column(/authority name$/i)];
  const [began, published] = [
    column(/^inspection(?:\/visit)? date/i),
    column(/^publication date/i),
  ];
  if ([code, council, began, published].includes(-1))
    throw notUnderstood(`“${name}” lacks the council, the day or the date of publication`);
  const theme = column(/theme/i);
  return rows.slice(head + 1).flatMap((row) => {
    const cell = (i: number): string => row[i]?.trim() ?? '';
    if (cell(code) === '') return [];
    const date = (i: number): string => {
      const iso = dayOf(cell(i));
      if (!iso) throw notUnderstood(`“${name}” has “${cell(i)}” for a date of ${cell(council)}`);
      return iso;
    };
    const day = date(began);
    return [
      {
        code: cell(code),
        council: cell(council),
        began: day,
        published: date(published),
        type: cell(type),
        theme: cell(theme) || null,
        grades: gradesOf(names, row, day),
      },
    ];
  });
}

/**
 * The grades of a row. Where one column served two areas in turn, it is of the one that an
 * inspection of that day graded.
 */
function gradesOf(names: string[], row: string[], began: string): Partial<Record<Area, string>> {
  const graded = gradedAreas({ kind: 'ILACS', start: began, period: began });
  const found = AREA_IDS.flatMap((area) => {
    const begins = columnOf(area);
    const sharing = AREA_IDS.filter((other) => columnOf(other) === begins);
    if (!begins || (sharing.length > 1 && !graded.includes(area))) return [];
    const printed = row[names.findIndex((name) => name.startsWith(begins))]?.trim();
    return printed ? [[area, printed] as const] : [];
  });
  return Object.fromEntries(found);
}

const notUnderstood = (why: string): InspectionError =>
  new InspectionError(
    `The spreadsheet is not laid out as this version knows it: ${why}; nothing of it was taken.`,
  );
