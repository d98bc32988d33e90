// What the reports of all England say when they are counted: a reckoning of its own, straight from
// the data in ../shared and without the product's code, for test/ci/england.mjs to hold replies
// against.
//
// An inspection is a full one (SIF, SIF re-inspection, ILACS); a visit is any event. A council
// counts with its newest inspection; one that no longer exists does not count. A visit is in a
// period where one of its days is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Cumbria, Northamptonshire, Poole. */
const FORMER = ['135513', '121939', '137316'];
const FULL = ['SIF', 'SIF re-inspection', 'ILACS'];
export const GRADES = ['outstanding', 'good', 'requires improvement to be good', 'inadequate'];
/** What people call an area, and the names of it in the frameworks. */
const AREAS = {
  overall: ['overall'],
  leadership: ['leadership', 'impact_of_leaders'],
  'help and protection': ['help_and_protection'],
  'children in care': ['looked_after', 'in_care', 'in_care_and_care_leavers'],
  'care leavers': ['care_leavers', 'in_care_and_care_leavers'],
  adoption: ['adoption'],
};
const COUNTIES = {
  'Greater Manchester':
    'Bolton Bury Manchester Oldham Rochdale Salford Stockport Tameside Trafford Wigan',
  Merseyside: 'Knowsley Liverpool Sefton St_Helens Wirral',
  'South Yorkshire': 'Barnsley Doncaster Rotherham Sheffield',
  'West Yorkshire': 'Bradford Calderdale Kirklees Leeds Wakefield',
  'Tyne and Wear': 'Gateshead Newcastle_upon_Tyne North_Tyneside South_Tyneside Sunderland',
};
const YEAR = 365.25 * 86_400_000;

/** A council's name without what differs between lists: "St. Helens", "Bristol, City of". */
export const plainName = (name) =>
  name
    .toLowerCase()
    .replace(/, (city|county) of$/, '')
    .replace(/[^a-z]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The values of a line of comma-separated values with simple quotation marks. */
const cells = (line) =>
  [...line.matchAll(/"([^"]*)"(?:,|$)|([^,]*)(?:,|$)/g)].map(([, quoted, bare]) => quoted ?? bare);

const byEnd = (a, b) => (a.end < b.end ? -1 : 1);
const isIn = (visit, { from = '0', to = '9' }) =>
  visit.windows.some(({ start, end }) => start <= `${to}-99` && end >= from);
const some = (value) => (value === undefined ? [] : [value].flat());

/**
 * The counts over the data in `shared`, each a function of `counts` that takes the arguments given
 * in test/ci/england-questions.json. Dates are beginnings of ISO dates ("2024", "2024-06"); `to` is
 * inclusive. A function gives one of `{ councils }`, their URNs; `{ number }`; `{ visits }`, each
 * with the name of its `council`; `{ names, numbers }`; `{ part, whole }`; `{ years }`.
 * `councils` are those who count, with `urn`, `name`, `region` and `type`; `gradeOf` gives the
 * grade of a visit in an area.
 */
export function createCounts(shared) {
  const rows = readFileSync(join(shared, 'authorities.csv'), 'utf8').trim().split('\n').slice(1);
  const councils = rows
    .map(cells)
    .map(([urn, name, region, type]) => ({ urn, name, region, type }))
    .filter(({ urn }) => !FORMER.includes(urn));
  const byUrn = new Map(councils.map((council) => [council.urn, council]));
  const reports = JSON.parse(
    readFileSync(join(shared, 'england/inspections-from-reports.json'), 'utf8'),
  );
  const visits = reports
    .filter(({ urn }) => byUrn.has(urn))
    .flatMap(({ urn, visits, judgements }) =>
      visits.map((visit) => ({ ...visit, urn, council: byUrn.get(urn).name, judgements })),
    )
    .sort(byEnd);
  const inspections = visits.filter(({ kind }) => FULL.includes(kind));
  const own = new Map(
    councils.map(({ urn }) => [urn, inspections.filter((visit) => visit.urn === urn)]),
  );

  const named = (name) => {
    const found = councils.find((council) => plainName(council.name) === plainName(name));
    if (!found) throw new Error(`no council ${name}`);
    return found;
  };
  const within = ({ region, type, county }) =>
    councils
      .filter((c) => !region || some(region).includes(c.region))
      .filter((c) => !type || some(type).includes(c.type))
      .filter((c) => !county || COUNTIES[county].split(' ').some((name) => named(name) === c));
  const gradeOf = (visit, area = 'overall') =>
    visit.judgements.find((j) => AREAS[area].includes(j.area) && GRADES.includes(j.grade))?.grade;
  /** The newest grade of a council in an area, up to a date. */
  const standing = ({ urn }, { area, at = '9' }) =>
    own
      .get(urn)
      .filter((visit) => visit.end <= `${at}-99`)
      .map((visit) => gradeOf(visit, area))
      .filter(Boolean)
      .at(-1);
  const listed = (where, holds) => ({
    councils: within(where)
      .filter(holds)
      .map(({ urn }) => urn),
  });
  const given = ({ urn }, where) =>
    own
      .get(urn)
      .filter((visit) => isIn(visit, where))
      .filter((visit) => some(where.grade).includes(gradeOf(visit, where.area)));
  const pool = ({ kinds }) => (kinds === 'all' ? visits : inspections);
  const inPeriod = (where) => {
    const urns = new Set(within(where).map(({ urn }) => urn));
    return pool(where)
      .filter((visit) => urns.has(visit.urn) && isIn(visit, where))
      .filter((visit) => !where.visitKind || visit.kind === where.visitKind)
      .filter((visit) => !where.grade || some(where.grade).includes(gradeOf(visit, where.area)))
      .filter((visit) => !where.lead || visit.leadInspector === where.lead)
      .filter((visit) => !where.council || visit.urn === named(where.council).urn);
  };
  const steps = ({ urn }) =>
    own
      .get(urn)
      .map((visit, i, all) => [all[i - 1], visit])
      .slice(1);
  const worth = (visit) => GRADES.indexOf(gradeOf(visit));
  /** The first or the last of visits in order, with those that ended on the same day. */
  const sameDay = (list, at) => ({ visits: list.filter(({ end }) => end === list.at(at).end) });
  /** Who stands most often in a list, and how often; several where they are equal. */
  const most = (list) => {
    const often = new Map(list.map((name) => [name, list.filter((n) => n === name).length]));
    const number = Math.max(...often.values());
    const names = [...often.keys()].filter((name) => often.get(name) === number);
    return { names, numbers: [number] };
  };

  const counts = {
    /** Whose newest grade is one of `grade`, or with `not` is another one. */
    graded: (where) =>
      listed(where, (council) => {
        const grade = standing(council, where);
        return grade !== undefined && some(where.grade).includes(grade) !== Boolean(where.not);
      }),
    /** Whose newest grades are those given for several areas: `areas: { leadership: 'good' }`. */
    gradedInAreas: (where) =>
      listed(where, (council) =>
        Object.entries(where.areas).every(([area, grade]) => standing(council, { area }) === grade),
      ),
    /** Whose newest inspection gave every area the grade (the board is not the council's). */
    everyArea: (where) =>
      listed(where, ({ urn }) =>
        own
          .get(urn)
          .at(-1)
          .judgements.filter(({ area }) => area !== 'lscb')
          .every(({ grade }) => grade === where.grade),
      ),
    /** The best or the worst grade that a council there has now, and who has it. */
    best: (where) => counts.graded({ ...where, grade: extreme(where, 0) }),
    worst: (where) => counts.graded({ ...where, grade: extreme(where, -1) }),
    /** Who was given the grade at least so often, in the period if there is one. */
    ever: (where) => listed(where, (council) => given(council, where).length >= (where.least ?? 1)),
    never: (where) => listed(where, (council) => given(council, where).length === 0),
    /** Who stood at the grade at the end of a date. */
    stoodAt: (where) =>
      listed(where, (council) => some(where.grade).includes(standing(council, where))),
    inspected: (where) => ({ councils: [...new Set(inPeriod(where).map(({ urn }) => urn))] }),
    notInspected: (where) => {
      const urns = new Set(inPeriod(where).map(({ urn }) => urn));
      return listed(where, ({ urn }) => !urns.has(urn));
    },
    /** How many inspections (with `kinds: "all"`, visits) there were. */
    numberOf: (where) => ({ number: inPeriod(where).length }),
    numberOfCouncils: (where) => ({ number: within(where).length }),
    /** From one grade straight to another, at any time; with `last`, at the newest inspection. */
    moved: (where) =>
      listed(where, (council) =>
        steps(council)
          .slice(where.last ? -1 : 0)
          .some(([a, b]) => gradeOf(a) === where.was && gradeOf(b) === where.became),
      ),
    improved: (where) =>
      listed(where, (council) =>
        steps(council)
          .slice(-1)
          .some(([a, b]) => worth(b) < worth(a)),
      ),
    declined: (where) =>
      listed(where, (council) =>
        steps(council)
          .slice(-1)
          .some(([a, b]) => worth(b) > worth(a)),
      ),
    /** Who had the grade once and has another now. */
    lost: (where) =>
      listed(
        where,
        (council) => given(council, where).length > 0 && standing(council, where) !== where.grade,
      ),
    newest: (where) => sameDay(inPeriod(where), -1),
    oldest: (where) => sameDay(inPeriod(where), 0),
    /** The inspection of the council that has waited longest. */
    waitedLongest: (where) =>
      sameDay(
        within(where)
          .map(({ urn }) => own.get(urn).at(-1))
          .sort(byEnd),
        0,
      ),
    all: (where) => ({ visits: inPeriod(where) }),
    mostByInspector: (where) => most(inPeriod(where).map((visit) => visit.leadInspector)),
    mostByRegion: (where) => most(counts.graded(where).councils.map((u) => byUrn.get(u).region)),
    /** How many councils stand at the grade now and stood at it at the end of a date. */
    nowAndThen: (where) => ({
      names: [where.at],
      numbers: [undefined, where.at].map((at) => counts.stoodAt({ ...where, at }).councils.length),
    }),
    /** So many of so many councils. */
    share: (where) => ({
      part: counts.graded(where).councils.length,
      whole: within(where).length,
    }),
    /** The mean time from the end of one inspection to the end of the council's next, in years. */
    averageGap: (where) => {
      const gaps = within(where).flatMap((council) =>
        steps(council).map(([a, b]) => Date.parse(b.end) - Date.parse(a.end)),
      );
      return { years: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / YEAR };
    },
  };
  const extreme = (where, at) => {
    const grades = within(where).map((council) => standing(council, where));
    return GRADES.filter((grade) => grades.includes(grade)).at(at);
  };
  return { councils, counts, gradeOf };
}
