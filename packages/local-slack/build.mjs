// Compiles src/ to a fresh dist/ and copies the files that are served as they are (the page).
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const inPackage = (path) => fileURLToPath(new URL(path, import.meta.url));
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
rmSync(inPackage('dist'), { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(typescript, 'bin', 'tsc'), '-p', inPackage('tsconfig.build.json')],
  { stdio: 'inherit' },
);
cpSync(inPackage('src/page'), inPackage('dist/page'), {
  recursive: true,
  filter: (path) => !path.endsWith('.ts'),
});
