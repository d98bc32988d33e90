// Whether lists, counts, shares, movements and intervals over all of England are those that SQL
// finds: node test/ci/england-sql.mjs ../shared [-v]        (after a build)
// The reports' facts in ../shared/england are put into a SQLite table, and each question of
// england-sql.json is answered over a record of the same facts and held against its query. A query
// shares no code with the product. Fails where one differs. -v shows each that does.
//
// How a question is checked (`check`); the columns of a query are those of the reply's table:
//   councils  the first column of the table has the query's names, each as often
//   headline  the headline has the query's numbers, in that order
//   cells     of the table, the columns `columns` are the query's rows, in any order
//   first     the same of the table's first row, or rows where they are equal in the query
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { answerQuestion, createAnswerContext } from '../../dist/answer/index.js';
import { loadRecord } from '../../dist/corpus/load.js';
import { plainName } from './england-counts.mjs';
import { writeEnglandRecord } from './england-record.mjs';

const TODAY = '2025-03-01';

const [shared, ...options] = process.argv.slice(2);
if (!shared || shared.startsWith('-')) throw new Error('give the folder of the shared data');
const { views, questions } = JSON.parse(readFileSync(new URL('england-sql.json', import.meta.url)));

/** The facts of the reports as tables: `council`, `visit` and `grade`. */
function openFacts() {
  const db = new Database(':memory:');
  db.exec(`create table council (urn text, name text, region text, type text);
    create table visit (id integer primary key, urn text, kind text, first text, last text, lead text);
    create table grade (visit integer, area text, grade text);`);
  const councils = readFileSync(join(shared, 'authorities.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const council = db.prepare('insert into council values (?, ?, ?, ?)');
  for (const line of councils) {
    const cells = [...line.matchAll(/"([^"]*)"(?:,|$)|([^,]*)(?:,|$)/g)].map((m) => m[1] ?? m[2]);
    council.run(...cells.slice(0, 4));
  }
  const reports = JSON.parse(
    readFileSync(join(shared, 'england/inspections-from-reports.json'), 'utf8'),
  );
  const visit = db.prepare('insert into visit values (?, ?, ?, ?, ?, ?)');
  const grade = db.prepare('insert into grade values (?, ?, ?)');
  for (const [id, { urn, visits, judgements }] of reports.entries()) {
    const [{ kind, start, end, leadInspector }] = visits;
    visit.run(id, urn, kind, start, end, leadInspector);
    for (const each of judgements) if (each.grade) grade.run(id, each.area, each.grade);
  }
  for (const sql of views) db.exec(sql.replaceAll(':today', `'${TODAY}'`));
  return db;
}

const key = (row) => row.map((cell) => plainOf(String(cell))).join(' | ');
const plainOf = (cell) => (/^[\d. %]+$/.test(cell) ? cell : plainName(cell));
const sorted = (list) => [...list].sort();

function differs({ check, columns }, { headline, table }, rows) {
  const expected = rows.map((row) => Object.values(row));
  if (check === 'headline') {
    const numbers = expected.flat().map(String);
    const said = [...headline.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([n]) => n.replace(',', ''));
    const left = [...numbers];
    for (const n of said) if (n === left[0]) left.shift();
    return left.length === 0 ? null : `should say ${numbers.join(', ')}`;
  }
  const cells = (table?.rows ?? []).map((row) =>
    (columns ?? [table.columns[0]]).map((name) => {
      const at = table.columns.indexOf(name);
      if (at < 0) throw new Error(`no column ${name} in ${table.columns.join(', ')}`);
      return row[at];
    }),
  );
  const shown = check === 'first' ? cells.slice(0, expected.length) : cells;
  const [ours, theirs] = [sorted(shown.map(key)), sorted(expected.map(key))];
  if (ours.join('\n') === theirs.join('\n')) return null;
  const lacks = theirs.filter((each) => !ours.includes(each));
  const extra = ours.filter((each) => !theirs.includes(each));
  return `${theirs.length} rows by SQL, ${ours.length} in the reply; lacks ${lacks.slice(0, 5).join('; ')}; has ${extra.slice(0, 5).join('; ')}`;
}

const folder = mkdtempSync(join(tmpdir(), 'england-sql-'));
try {
  writeEnglandRecord(folder, join(shared, 'england'));
  const record = await loadRecord({ dataDir: folder });
  const context = createAnswerContext(record, null, () => TODAY);
  const db = openFacts();
  let right = 0;
  for (const question of questions) {
    const sql = question.sql.replaceAll(':today', `'${TODAY}'`);
    const answer = answerQuestion(question.text, context);
    const fault = differs(question, answer, db.prepare(sql).all());
    if (!fault) right++;
    else {
      process.exitCode = 1;
      console.log(`differs: ${question.text}`);
      if (options.includes('-v')) console.log(`  reply: ${answer.headline}\n  ${fault}`);
    }
  }
  console.log(`${right} of ${questions.length} answers equal SQL's`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
