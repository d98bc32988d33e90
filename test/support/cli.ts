import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a run of the program left behind. */
export type Run = { code: number | null; stdout: string; stderr: string };

/** The compiled `ofsted` command. */
export const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/**
 * Starts the compiled `ofsted` command with `home` as its user's home and nothing else of this
 * environment but the path.
 */
export function startOfsted(
  args: string[],
  { home, env = {}, node = [] }: { home: string; env?: Record<string, string>; node?: string[] },
) {
  return spawn(process.execPath, [...node, CLI, ...args], {
    env: { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home, ...env },
  });
}

/** Runs the command to its end, with `input` on standard input. */
export async function runOfsted(
  args: string[],
  options: Parameters<typeof startOfsted>[1] & { input?: string },
): Promise<Run> {
  const child = startOfsted(args, options);
  const run: Run = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    run.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    run.stderr += text;
  });
  child.stdin.end(options.input ?? '');
  run.code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  return run;
}
