// Asks npm's registry for known faults of the packages that the bot runs on:
//   node test/ci/audit.mjs
// Fails on one that is high or critical. Where the registry does not answer, or has no such list,
// it says so and passes.
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  timeout: 60_000,
});
let answer = null;
try {
  answer = JSON.parse(stdout);
} catch {
  // No answer, or none that is JSON.
}
const found = answer?.metadata?.vulnerabilities;
if (!found) console.log('npm audit: the registry gave no answer, so nothing is known');
else {
  console.log(`npm audit: ${JSON.stringify(found)}`);
  for (const { name, severity, via } of Object.values(answer.vulnerabilities))
    console.log(`  ${severity}: ${name}: ${via.map((each) => each.title ?? each).join('; ')}`);
  if (found.high + found.critical > 0) process.exitCode = 1;
}
