// How rightly the tone of sentences is told: `node test/ci/tone.mjs SHARED`, after a build. The
// judged sentences of SHARED/questions/tone-dev.json go through `ofsted tone`, a line each, and the
// scorer of SHARED/tools fails where too few are marked or too many of them wrongly.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [shared] = process.argv.slice(2);
if (!shared) throw new Error('give the folder of the judged sentences and their scorer');

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const gold = join(shared, 'questions', 'tone-dev.json');
const sentences = JSON.parse(readFileSync(gold, 'utf8')).map(({ sentence }) =>
  sentence.replace(/\s+/g, ' '),
);
const folder = mkdtempSync(join(tmpdir(), 'tone-'));
try {
  const told = join(folder, 'tones.jsonl');
  writeFileSync(
    told,
    execFileSync(process.execPath, [cli, 'tone', '--json'], { input: sentences.join('\n') }),
  );
  execFileSync(process.execPath, [join(shared, 'tools', 'score-tone.mjs'), gold, told, '-v'], {
    stdio: 'inherit',
  });
} catch (error) {
  if (error.status === undefined) throw error;
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
