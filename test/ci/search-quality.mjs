// How well judged questions are answered: `node test/ci/search-quality.mjs REPORTS QUESTIONS
// [--check]`, after a build. The reports that the questions were judged on are imported into a
// temporary folder, every question is answered as `ofsted ask --json` does, and the citations are
// held against the judgements. Prints means with bootstrap intervals of 95 %. With --check it fails
// where a floor is not held.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerQuestion, createAnswerContext } from '../../dist/answer/index.js';
import { answerJson } from '../../dist/cli/answer-json.js';
import { loadRecord } from '../../dist/corpus/load.js';

const FLOORS = {
  all: 80,
  paraphrase: 77,
  typo: 95,
  hit: 94,
  falseAnswers: 0,
  falseRefusals: 3,
};
const BEST = 5;
const ROUNDS = 2_000;
const [reports, questionFile, check] = process.argv.slice(2);
if (!reports || !questionFile)
  throw new Error('give the folder of reports and the file of judged questions');
const { questions, unanswerable } = JSON.parse(readFileSync(questionFile, 'utf8'));

const plain = (text) =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const beginning = (text) => plain(text).split(' ').slice(0, 8).join(' ');
const percent = (x) => (100 * x).toFixed(1);
const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const mean = (list) => list.reduce((sum, x) => sum + x, 0) / (list.length || 1);
const gain = (grades) =>
  grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

/** The same numbers at every run. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function interval(list) {
  const random = createRandom(7);
  const means = Array.from({ length: ROUNDS }, () =>
    mean(list.map(() => list[Math.floor(random() * list.length)])),
  ).sort((a, b) => a - b);
  return [means[Math.floor(0.025 * ROUNDS)], means[Math.floor(0.975 * ROUNDS)]];
}

function score(citations, relevant) {
  const left = [...relevant].sort((a, b) => b.grade - a.grade);
  const ideal = gain(left.slice(0, BEST).map(({ grade }) => grade));
  const grades = citations.slice(0, BEST).map(({ passage, quote }) => {
    const text = plain(passage ?? quote);
    const at = left.findIndex(({ begins }) => text.startsWith(beginning(begins)));
    return at < 0 ? 0 : left.splice(at, 1)[0].grade;
  });
  return { ndcg: ideal > 0 ? gain(grades) / ideal : 0, hit: grades.includes(2) ? 1 : 0 };
}

const folder = mkdtempSync(join(tmpdir(), 'search-quality-'));
const failed = [];
const hold = (what, held) => held || failed.push(what);
try {
  for (const file of new Set(questions.flatMap((q) => q.relevant.map((r) => r.file)))) {
    mkdirSync(join(folder, 'reports', dirname(file)), { recursive: true });
    cpSync(join(reports, file), join(folder, 'reports', file));
  }
  const data = join(folder, 'record');
  execFileSync(process.execPath, [cli, 'import', join(folder, 'reports'), '--data', data], {
    stdio: 'ignore',
  });
  const context = createAnswerContext(await loadRecord({ dataDir: data }));
  const ask = (text) => answerJson(text, answerQuestion(text, context)).citations;

  const rows = questions.map(({ text, type, relevant }) => {
    const citations = ask(text);
    return { type, refused: citations.length === 0, ...score(citations, relevant) };
  });
  for (const type of ['all', ...new Set(rows.map((row) => row.type))]) {
    const own = rows.filter((row) => type === 'all' || row.type === type);
    const ndcg = own.map((row) => row.ndcg);
    const hit = mean(own.map((row) => row.hit));
    console.log(
      `${type.padEnd(12)} ${String(own.length).padStart(4)} questions  nDCG@5 ${percent(mean(ndcg))} (${interval(ndcg).map(percent).join(' to ')})  hit@5 ${percent(hit)}`,
    );
    if (FLOORS[type])
      hold(`nDCG@5 of ${type} at least ${FLOORS[type]}`, 100 * mean(ndcg) >= FLOORS[type]);
    if (type === 'paraphrase')
      hold(`hit@5 of paraphrases at least ${FLOORS.hit}`, 100 * hit >= FLOORS.hit);
  }
  const falseAnswers = unanswerable.filter(({ text }) => ask(text).length > 0).length;
  const falseRefusals = rows.filter((row) => row.refused).length;
  console.log(
    `false answers ${falseAnswers} of ${unanswerable.length}, false refusals ${falseRefusals} of ${rows.length}`,
  );
  hold(`false answers at most ${FLOORS.falseAnswers}`, falseAnswers <= FLOORS.falseAnswers);
  hold(`false refusals at most ${FLOORS.falseRefusals}`, falseRefusals <= FLOORS.falseRefusals);
  await acrossCouncils();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Questions without a council, over every report: how many of the passages quoted from the judged
 * reports answer or touch on them.
 */
async function acrossCouncils() {
  const { questions: across } = JSON.parse(
    readFileSync(new URL('./across-questions.json', import.meta.url), 'utf8'),
  );
  const data = join(folder, 'all');
  execFileSync(process.execPath, [cli, 'import', reports, '--data', data], { stdio: 'ignore' });
  const record = await loadRecord({ dataDir: data });
  const context = createAnswerContext(record);
  const files = new Map(record.documents.map(({ source }) => [source.id, source.file]));
  const judged = new Set(across.flatMap((q) => (q.relevant ?? []).map((r) => r.file)));
  const shares = [];
  const wrong = [];
  for (const { text, type, relevant, answers } of across) {
    const { status, citations } = answerJson(text, answerQuestion(text, context));
    if (type === 'finding') {
      const quoted = citations.filter(({ source }) => judged.has(files.get(source.id)));
      const right = quoted.filter(({ source }) =>
        relevant.some((r) => r.file === files.get(source.id) && r.page === source.page),
      );
      if (quoted.length > 0) shares.push(right.length / quoted.length);
    } else if (type === 'grade' ? citations.length !== answers.length : status === 'found')
      wrong.push(text);
  }
  console.log(
    `without a council: ${shares.length} of ${across.filter((q) => q.type === 'finding').length} on findings answered, ${percent(mean(shares))} % of the passages quoted from judged reports answer or touch on them (by page); not as judged: ${wrong.join(' | ') || 'none'}`,
  );
}

for (const what of failed) console.log(`not held: ${what}`);
if (check === '--check' && failed.length > 0) process.exitCode = 1;
