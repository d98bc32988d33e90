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
import { loadRecord } from '../../dist/corpus/load.js';
import { openIndexCache } from '../../dist/search/index.js';

const options = process.argv.slice(2).filter((word) => word !== '-v');
const [dataDir, mode, shared = '../shared'] = options;
if (!dataDir || !['one', 'across'].includes(mode)) throw new Error('give a record and one|across');
const file = join(shared, `questions/england-${mode}-dev.json`);
const record = await loadRecord({ dataDir, openCache: openIndexCache });
const context = createAnswerContext(record, record.cache);
const lines = JSON.parse(readFileSync(file, 'utf8')).map(({ text }) => {
  return JSON.stringify(answerJson(text, answerQuestion(text, context)));
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
