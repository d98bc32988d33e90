// Holds the importer against real reports: `node test/ci/reports.mjs FOLDER…`, after a build. Each
// folder has files and `expected.json`: of each file kind, dates, lead inspector, grades and the
// number of recommendations. Every passage is then looked for on the page it names with a second
// reader, poppler's pdftotext.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fileReader } from '../../dist/corpus/import/read-file.js';
import { recommendationsOf } from '../../dist/corpus/import/reading.js';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('give folders of reports with expected.json');
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const { authorities } = json('data/authorities.json');
const { themes } = json('data/themes.json');
const read = fileReader(authorities, themes);
const faults = [];
let passages = 0;

for (const folder of folders)
  for (const expected of json(join(folder, 'expected.json'))) await checkFile(folder, expected);

async function checkFile(folder, expected) {
  const path = join(folder, expected.file);
  const { reading, reasons } = await read(path);
  const found = reading ? fieldsOf(reading) : { verdict: 'rejected', reason: reasons[0].code };
  for (const field of Object.keys(found)) {
    const wanted = sorted(expected[field]);
    if (!isDeepStrictEqual(found[field], wanted))
      faults.push(
        `${expected.file}: ${field} is ${JSON.stringify(found[field])}, not ${JSON.stringify(wanted)}`,
      );
  }
  if (reading) checkPassages(expected.file, path, reading);
}

function sorted(value) {
  const isGrades = typeof value === 'object' && value !== null;
  return isGrades ? Object.fromEntries(Object.entries(value).sort()) : value;
}

function fieldsOf(reading) {
  const { urn, kind, windows, leadInspector, judgements } = reading;
  return {
    urn,
    kind,
    inspectionStart: windows[0]?.start,
    inspectionEnd: windows.at(-1)?.end,
    leadInspector,
    judgements: Object.fromEntries(judgements.map((j) => [j.area, j.grade]).sort()),
    recommendations: recommendationsOf(reading).length,
  };
}

/**
 * Two readers agree on letters; footnote marks, bullets and hyphens are where they differ without a
 * fault.
 */
function checkPassages(file, path, reading) {
  const letters = (text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}]/gu, '');
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  const pages = text.split('\f').map(letters);
  for (const { quote, page, lastPage } of reading.passages) {
    passages++;
    const sought = letters(quote);
    const [first = '', last = ''] = [pages[page - 1], pages[lastPage - 1]];
    const stands = [...sought].some(
      (_, i) =>
        (page === lastPage ? i === 0 : i > 0) &&
        first.includes(i === 0 ? sought : sought.slice(0, i)) &&
        (i === 0 || last.includes(sought.slice(i))),
    );
    if (!stands) faults.push(`${file}, page ${page}: not there: ${quote.slice(0, 80)}`);
  }
}

console.log(`${passages} passages looked for by a second reader`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
