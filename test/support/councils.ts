import type { RecordedDocument } from '../../src/domain/document.js';
import { Area, type JudgementGrade } from '../../src/domain/judgement.js';
import type { Visit, VisitKind } from '../../src/domain/visit.js';
import { judgement, passage, sha256, source, visit } from './record.js';

/** Real councils with inspections that never took place. */
export const COUNCILS = {
  oldham: { urn: '80535', name: 'Oldham', region: 'North West' },
  rochdale: { urn: '80542', name: 'Rochdale', region: 'North West' },
  leeds: { urn: '80481', name: 'Leeds', region: 'Yorkshire and the Humber' },
  hackney: { urn: '80496', name: 'Hackney', region: 'London' },
  devon: { urn: '80461', name: 'Devon', region: 'South West' },
  sunderland: { urn: '80566', name: 'Sunderland', region: 'North East' },
};
export type CouncilKey = keyof typeof COUNCILS;

export const REGISTER = Object.values(COUNCILS).map((each) => ({
  ...each,
  aliases: [],
  type: 'Council',
}));

type Inspected = {
  kind?: VisitKind;
  grades?: Partial<Record<Area, JudgementGrade>>;
  /** What the report says, with the themes of each point. */
  says?: [quote: string, ...themes: string[]][];
};

/**
 * The report of one inspection, which began on `start` and ended four days later; its grades stand
 * on page 1.
 */
export function reportOf(
  council: CouncilKey,
  start: string,
  { kind = 'ILACS', grades = {}, says = [] }: Inspected,
): RecordedDocument {
  const { urn, name } = COUNCILS[council];
  const id = `${urn}-${kind.toLowerCase().replaceAll(' ', '-')}-${start}`;
  return {
    format: 1,
    urn,
    checked: null,
    source: source({
      id: `${council}-${start}`,
      kind: 'report',
      title: `Inspection of ${name}`,
      published: { date: inDays(start, 60), basis: 'printed', note: null },
      dated: null,
      sha256: sha256(id),
      pages: 9,
    }),
    visits: [visitOf(council, start, { id, kind })],
    judgements: Area.options.flatMap((area) => {
      const grade = grades[area];
      return grade ? [judgement({ visit: id, area, grade, printed: grade })] : [];
    }),
    passages: says.map(([quote, ...themes], i) =>
      passage({
        id: `p${i + 1}.1`,
        visit: id,
        tone: 'unmarked',
        themes,
        quote,
        locator: { section: null, page: 3, lastPage: null, paragraph: i + 1, bullet: null },
      }),
    ),
  };
}

/** A visit of five days. */
export function visitOf(council: CouncilKey, start: string, changes: Partial<Visit>): Visit {
  const end = inDays(start, 4);
  return visit({
    urn: COUNCILS[council].urn,
    windows: [{ start, end }],
    start,
    end,
    period: start.slice(0, 7),
    ...changes,
  });
}

function inDays(date: string, days: number): string {
  const later = new Date(`${date}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}
