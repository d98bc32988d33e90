// Writes the facts of England that the package ships:
//   node test/ci/build-inspections.mjs ../shared [--check]
// data/inspections.json: every inspection of the reports of ../shared/england and every inspection
// and visit of Ofsted's official statistics, one to a line; data/neighbours.json: the councils'
// statistical neighbours; data/authorities.json: codes, Ofsted's regions, and the councils that are
// no more. Names and other names of councils are written by hand and stay. --check writes nothing
// and fails where a file is not what would be written.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [shared, option] = process.argv.slice(2);
if (!shared) throw new Error('give the folder of the shared data');
const data = fileURLToPath(new URL('../../data/', import.meta.url));
const read = (name) => JSON.parse(readFileSync(join(shared, 'england', name), 'utf8'));
const own = (name) => JSON.parse(readFileSync(join(data, name), 'utf8'));

const LICENCE =
  'Contains public sector information licensed under the Open Government Licence v3.0 (https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/).';
const STATISTICS = {
  id: 'ofsted-statistics-2025',
  title: 'Local authority inspection outcomes as at 31 March 2025',
  published: '2025-09-25',
  until: '2025-03-31',
  file: 'official-2025.ods',
};
/** The columns of the statistics that hold grades. */
const COLUMNS = {
  overall: 'Overall effectiveness',
  impact_of_leaders: 'The impact of leaders on social work practice with children and families',
  help_and_protection: 'The experiences and progress of children who need help and protection',
  in_care: 'The experiences and progress of children in care',
  care_leavers: 'The experiences and progress of care leavers',
};
/** From this day on care leavers are graded apart; before, that column has the joint area. */
const CARE_LEAVERS_APART = '2023-01-01';
const KINDS = {
  'ILACS Standard Inspection': 'ILACS',
  'ILACS Short Inspection': 'ILACS',
  'ILACS Focused Visit': 'focused visit',
  'LA Monitoring visit': 'monitoring visit',
};
/**
 * What no data says: of reports, the ids that passages name them by, and the visits that they
 * mention and of which no document is held; and the councils that are no more, with who followed.
 */
const { reports: BY_HAND, former: FORMER } = JSON.parse(
  readFileSync(new URL('england-by-hand.json', import.meta.url), 'utf8'),
);

/** The values of a line of comma-separated values with simple quotation marks. */
const cells = (line) =>
  [...line.matchAll(/"([^"]*)"(?:,|$)|([^,]*)(?:,|$)/g)].map(([, quoted, bare]) => quoted ?? bare);
const councils = readFileSync(join(shared, 'england/neighbours.csv'), 'utf8')
  .replaceAll('\r', '')
  .trim()
  .split('\n')
  .slice(1)
  .map(cells)
  .map(([urn, name, , code, , neighbours]) => ({ urn, name, code, neighbours }));
const urnOf = new Map(councils.flatMap(({ code, urn }) => (code ? [[code, urn]] : [])));
for (const { code, urn } of FORMER) urnOf.set(code, urn);

const absent = (value) => value === null || value === undefined || value === '';
const compact = (value) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => !absent(each)));

function statisticsOf(row) {
  const began = row['Inspection date'] ?? row['Inspection/Visit date'];
  const type = row['Inspection type'] ?? row['Inspection/Visit type'];
  const areas = Object.entries(COLUMNS).flatMap(([area, column]) =>
    row[column]
      ? [
          [
            area === 'in_care' && began < CARE_LEAVERS_APART ? 'in_care_and_care_leavers' : area,
            row[column],
          ],
        ]
      : [],
  );
  return compact({
    began,
    published: row['Publication date'],
    type,
    theme: row['Visit Theme'],
    grades: areas.length > 0 ? Object.fromEntries(areas) : null,
  });
}

const statistics = read('official-spreadsheet-2025.json');
const listed = [
  ...statistics.ilacs_history_2018_2025,
  ...statistics.in_year_2024_25.filter(
    (row) => !row['Inspection/Visit type'].endsWith('Inspection'),
  ),
].map((row) => {
  const urn = urnOf.get(row['Local authority area code']);
  if (!urn) throw new Error(`no council with the code ${row['Local authority area code']}`);
  const facts = statisticsOf(row);
  return { urn, kind: KINDS[facts.type], facts };
});
// The other two tables of the statistics say of these inspections what the history says.
const factsOf = (row) => {
  const { published, grades } = statisticsOf(row);
  return JSON.stringify({ published, grades });
};
const history = new Map(
  statistics.ilacs_history_2018_2025.map((row) => [
    `${row['Local authority area code']} ${row['Inspection date']}`,
    factsOf(row),
  ]),
);
for (const row of [
  ...statistics.as_at_31_March,
  ...statistics.in_year_2024_25.filter((each) =>
    each['Inspection/Visit type'].endsWith('Inspection'),
  ),
]) {
  const date = row['Inspection date'] ?? row['Inspection/Visit date'];
  const same = history.get(`${row['Local authority area code']} ${date}`);
  if (same !== factsOf(row))
    throw new Error(`two tables of the statistics differ: ${JSON.stringify(row)}`);
}

/** The days within which an inspection of the statistics is one of a report. */
const NEAR = 45;
const days = (date) => Date.parse(date) / 86_400_000;
const used = new Set();
const fromReports = read('inspections-from-reports.json').map(
  ({ urn, document, visits, judgements }) => {
    const [{ kind, ordinal, windows, leadInspector, note }, ...others] = visits;
    if (others.length > 0) throw new Error(`${urn}: several visits in “${document.title}”`);
    const { title, sha256, pages, published } = document;
    const { id, file, title: written, checked, mentions } = BY_HAND[sha256] ?? {};
    const match = listed.filter(
      (each) =>
        each.urn === urn &&
        each.kind === kind &&
        Math.abs(days(each.facts.began) - days(windows[0].start)) < NEAR,
    );
    if (match.length > 1) throw new Error(`${urn}: two inspections of the statistics for ${title}`);
    if (match[0]) used.add(match[0]);
    return compact({
      urn,
      kind,
      ordinal,
      days: windows.map(({ start, end }) => [start, end]),
      lead: leadInspector,
      note,
      report: compact({
        id,
        title: written ?? title,
        published: published?.date,
        pages,
        sha256,
        file,
        checked,
      }),
      grades: judgements.map(({ area, grade, printed, page, note: by }) => [
        area,
        grade,
        printed,
        page,
        ...(by ? [by] : []),
      ]),
      mentions,
      statistics: match[0]?.facts,
    });
  },
);
const others = listed
  .filter((each) => !used.has(each))
  .map(({ urn, kind, facts }) => ({ urn, kind, statistics: facts }));
const began = ({ days: spans, statistics: facts }) => spans?.[0]?.[0] ?? facts.began;
const placeOf = (row) => `${row.urn.padStart(9)} ${began(row)}`;
const rows = [...fromReports, ...others].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

const sha256 = createHash('sha256')
  .update(readFileSync(join(shared, 'england', STATISTICS.file)))
  .digest('hex');
const lines = (list) => list.map((each) => JSON.stringify(each)).join(',\n');
const table = `{
"about": "Facts of Ofsted's inspections of children's services in England, one inspection or visit to a line. days, lead, report and grades (area, grade, printed phrase, page) are read from the report with that checksum; statistics is what Ofsted's official statistics say of it. Written by test/ci/build-inspections.mjs.",
"licence": ${JSON.stringify(LICENCE)},
"statistics": ${JSON.stringify({ ...STATISTICS, sha256 })},
"inspections": [
${lines(rows)}
]}
`;

const neighbours = councils
  .filter((council) => council.neighbours.trim())
  .map(({ urn, neighbours: codes }) => [
    urn,
    codes
      .trim()
      .split(' ')
      .map((code) => urnOf.get(code)),
  ]);
if (neighbours.some(([, urns]) => urns.some((urn) => !urn)))
  throw new Error('a neighbour is unknown');
const neighbourFile = `{
"about": "The ten statistical neighbours of each council, the closest first, by URN: the Department for Education's model. Written by test/ci/build-inspections.mjs.",
"licence": ${JSON.stringify(LICENCE)},
"neighbours": {
${neighbours.map(([urn, urns]) => `${JSON.stringify(urn)}: ${JSON.stringify(urns)}`).join(',\n')}
}}
`;

/** Ofsted's regions by code: its statistics join two statistical regions. */
const ofstedRegions = new Map(
  statistics.as_at_31_March.map((row) => [row['Local authority area code'], row['Ofsted region']]),
);
const register = own('authorities.json');
const byUrn = new Map(councils.map((council) => [council.urn, council]));
const written = [
  ...register.authorities,
  ...FORMER.filter(({ urn }) => !register.authorities.some((each) => each.urn === urn)),
].map(({ urn, name, aliases = [], region, type, code }) => {
  const former = FORMER.find((each) => each.urn === urn);
  const codeOf = former?.code ?? byUrn.get(urn)?.code ?? code;
  return compact({
    urn,
    name,
    aliases,
    region,
    ofstedRegion: former ? region : ofstedRegions.get(codeOf),
    type,
    code: codeOf,
    ended: former?.ended,
    successors: former?.successors,
  });
});

const files = {
  'inspections.json': table,
  'neighbours.json': neighbourFile,
  'authorities.json': { ...register, authorities: written },
};
for (const [name, content] of Object.entries(files)) {
  const isSame =
    typeof content === 'string'
      ? () => readFileSync(join(data, name), 'utf8') === content
      : () => JSON.stringify(own(name)) === JSON.stringify(content);
  if (option === '--check') {
    if (isSame()) continue;
    console.log(`data/${name} is not what the data in ${shared} gives: run this without --check`);
    process.exitCode = 1;
  } else
    writeFileSync(
      join(data, name),
      typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
    );
}
console.log(
  `${fromReports.length} inspections of reports, ${used.size} of them in the statistics; ${others.length} inspections and visits of the statistics alone`,
);
