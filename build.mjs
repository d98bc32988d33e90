// Compiles src/ to a fresh dist/ and copies the files that are served as they are (the local Slack's page).
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, [join(typescript, 'bin', 'tsc'), '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
cpSync('src/local-slack/page', 'dist/local-slack/page', {
  recursive: true,
  filter: (path) => !path.endsWith('.ts'),
});
