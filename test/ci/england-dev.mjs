// Scores the development questions about all of England:
//   node test/ci/england-dev.mjs RECORD one|across [../shared] [-v]        (after a build)
// Answers each question over the record in the folder RECORD as `ofsted ask --json` prints it, and
// hands the answers to ../shared/tools/score-england.mjs. "one" needs the text of the reports.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerQuestion, createAnswerContext } from '../../dist/answer/index.js';
import { answerJson } from '../../dist/cli/answer-json.js';
import { keeper, loadRecord } from '../../dist/corpus/load.js';

const options = process.argv.slice(2).filter((word) => word !== '-v');
const [dataDir, mode, shared = '../shared'] = options;
if (!dataDir || !['one', 'across'].includes(mode)) throw new Error('give a record and one|across');
const file = join(shared, `questions/england-${mode}-dev.json`);
const record = await loadRecord({ dataDir });
const context = createAnswerContext(record, keeper(record));
const lines = JSON.parse(readFileSync(file, 'utf8')).map(({ text }) => {
  const answer = answerQuestion(text, context);
  // Versions whose JSON has no table yet show it in the answer.
  return JSON.stringify({ table: answer.table, ...answerJson(text, answer) });
});
const folder = mkdtempSync(join(tmpdir(), 'england-dev-'));
try {
  const answers = join(folder, 'answers.jsonl');
  writeFileSync(answers, lines.join('\n'));
  const verbose = process.argv.includes('-v') ? ['-v'] : [];
  execFileSync(
    process.execPath,
    [join(shared, 'tools/score-england.mjs'), mode, file, answers, ...verbose],
    { stdio: 'inherit' },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
