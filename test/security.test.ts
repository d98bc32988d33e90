import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';

const page = readFileSync('SECURITY.md', 'utf8');
const Manifest = z.object({
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
});

/** The rows of the table under a heading, as cells, without its head. */
function tableUnder(heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const rows = section.split('\n## ')[0]?.split('\n') ?? [];
  return rows
    .filter((row) => row.startsWith('|'))
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('SECURITY.md', () => {
  it('gives a reason for each scope that the manifest asks for, and says which can be declined', () => {
    const { bot, bot_optional: optional } = Manifest.parse(
      parse(readFileSync('manifest.yml', 'utf8')),
    ).oauth_config.scopes;
    const rows = tableUnder('Each scope, and why');
    expect(rows.map(([scope = '']) => scope.replaceAll('`', '')).sort()).toEqual([...bot].sort());
    for (const [scope = '', why = '', without = ''] of rows) {
      expect(why.length).toBeGreaterThan(5);
      const isOptional = optional.includes(scope.replaceAll('`', ''));
      expect([scope, without === 'needed']).toEqual([scope, !isOptional]);
    }
  });

  it('names tests that exist for each threat', () => {
    const rows = tableUnder('Threats, and the test that holds each');
    expect(rows.length).toBeGreaterThan(15);
    for (const [threat = '', , held = ''] of rows) {
      const files = [...held.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
      expect([threat, files.length > 0 && files.every((file) => existsSync(file))]).toEqual([
        threat,
        true,
      ]);
    }
  });

  it('says of everything that is stored where, how long and who sees it', () => {
    const rows = tableUnder('What is stored, how long, and who sees it');
    expect(rows.length).toBeGreaterThan(7);
    for (const [what = '', where = '', ...rest] of rows)
      expect([what, where.startsWith('nowhere') || rest.every((cell) => cell !== '')]).toEqual([
        what,
        true,
      ]);
  });
});
