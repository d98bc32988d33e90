// Builds a record of all England: `node test/ci/england-record.mjs DIR [../shared/england]`. Each
// report is a document that holds its facts (visit, inspector, grades) without its text, so that
// `ofsted … --data DIR` and test/ci/england.mjs have every council in a second. Where DIR is a
// record that reports were imported into, they stay as they are, and the others are added.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes the documents of `data` (../shared/england) that `folder` has not; gives their number. */
export function writeEnglandRecord(folder, data) {
  const file = join(data, 'inspections-from-reports.json');
  const held = checksumsIn(folder);
  const reports = JSON.parse(readFileSync(file, 'utf8')).filter(
    ({ document }) => !held.has(document.sha256),
  );
  for (const report of reports) {
    const document = documentOf(report);
    const own = join(folder, report.urn);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, `${document.source.id}.json`), JSON.stringify(document, null, 1));
  }
  return reports.length;
}

/** The checksums of the reports in a record. */
function checksumsIn(folder) {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json'));
  return new Set(
    files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).source?.sha256),
  );
}

/** A report as `src/domain/document.ts` describes a file of the record. */
function documentOf({ urn, document: { title, sha256, pages, published }, visits, judgements }) {
  if (visits.length !== 1) throw new Error(`${urn}: ${visits.length} visits in “${title}”`);
  const [{ kind, ordinal, windows, start, end, leadInspector }] = visits;
  const id = `${urn}-${kind.toLowerCase().replaceAll(' ', '-')}-${start}`;
  return {
    format: 1,
    urn,
    checked: null,
    source: {
      id: `${id}-report`,
      kind: 'report',
      title,
      publisher: 'Ofsted',
      author: null,
      published,
      dated: null,
      url: null,
      licence: 'OGL-3.0',
      holds: 'facts',
      file: `${id}.pdf`,
      sha256,
      pages,
      revision: 1,
    },
    visits: [
      {
        id,
        urn,
        kind,
        ordinal,
        windows,
        start,
        end,
        period: start.slice(0, 'yyyy-mm'.length),
        leadInspector,
        known: null,
      },
    ],
    judgements: judgements.map(({ area, grade, printed, page }) => ({
      visit: id,
      area,
      grade,
      printed,
      page,
    })),
    passages: [],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, data = '../shared/england'] = process.argv.slice(2);
  if (!folder) throw new Error('give the folder to write the record to');
  console.log(`${writeEnglandRecord(folder, data)} documents added to ${folder}`);
}
