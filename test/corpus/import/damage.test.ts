import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ReasonCode, RecordedDocument } from '../../../src/domain/document.js';
import { runOfsted } from '../../support/cli.js';
import { pdfOf } from '../../support/pdf.js';
import { ilacsReport, sifReport, visitLetter } from '../../support/reports.js';

// The long run: DAMAGED_FILES=1000 REPORTS=folder. Every run damages the same files in the same
// ways.
const COUNT = Number(process.env.DAMAGED_FILES ?? 40);
const SECONDS = 10;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'damage-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Numbers that only look random: the same ones every time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** A file whose pages' instructions are changed, packed with Flate or not at all, as they were. */
function withInstructions(bytes: Buffer, change: (instructions: string) => string): Buffer {
  const text = bytes.toString('latin1');
  return Buffer.from(
    text.replace(
      /(<<[^\n\r]{0,300}>>\s*stream\r?\n)([\s\S]*?)(?=\r?\nendstream)/g,
      (whole, opening: string, data: string) => {
        const isPacked = opening.includes('/FlateDecode');
        const content = isPacked ? inflated(data) : data;
        if (!content?.includes('BT')) return whole;
        const changed = Buffer.from(change(content), 'latin1');
        const packed = isPacked ? deflateSync(changed) : changed;
        const length = `/Length ${packed.length}`;
        return opening.replace(/\/Length \d+(?: 0 R)?/, length) + packed.toString('latin1');
      },
    ),
    'latin1',
  );
}

function inflated(data: string): string | null {
  try {
    return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
  } catch {
    return null;
  }
}

const WAYS: ((bytes: Buffer, below: (n: number) => number) => Buffer)[] = [
  (bytes, below) => bytes.subarray(0, below(bytes.length)),
  (bytes, below) => bytes.subarray(below(bytes.length)),
  (bytes, below) => {
    for (let i = 0; i < 1 + below(20); i++) bytes[below(bytes.length)] = below(256);
    return bytes;
  },
  (bytes, below) => {
    const at = below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(2000))]);
  },
  (bytes, below) => {
    const at = below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(below(bytes.length))]);
  },
  (bytes) => {
    bytes.write('%PDX', 0, 'latin1');
    return bytes;
  },
  (bytes, below) => {
    const words = [
      '/Length',
      '/Kids',
      '/Count',
      'endstream',
      'xref',
      '/Root',
      '/Font',
      ' obj',
      '/Filter',
    ];
    const word = words[below(words.length)] ?? '';
    for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1))
      if (below(3) === 0) bytes[at + 1 + below(word.length - 1)] = 0x41 + below(26);
    return bytes;
  },
  (bytes, below) => {
    const text = bytes.toString('latin1');
    return Buffer.from(
      text.replace(/\d+ 0 R/g, (reference) => (below(5) === 0 ? `${below(40)} 0 R` : reference)),
      'latin1',
    );
  },
  // Text that is not painted, white text, and letters of text replaced by figures.
  (bytes, below) =>
    withInstructions(bytes, (text) =>
      text.replace(/\bBT\b/g, (begin) => (below(3) === 0 ? `${begin} 3 Tr` : begin)),
    ),
  (bytes, below) =>
    withInstructions(bytes, (text) =>
      text.replace(/\bBT\b/g, (begin) => (below(3) === 0 ? `1 1 1 rg ${begin}` : begin)),
    ),
  (bytes, below) =>
    withInstructions(bytes, (text) =>
      text.replace(/<[\da-f]+>(?= Tj)/gi, (letters) =>
        letters.replace(/6[1-9a-f]/gi, (letter) => (below(6) === 0 ? `3${below(10)}` : letter)),
      ),
    ),
];

const sound = (): Buffer[] => {
  const made = [ilacsReport(), sifReport(), visitLetter()].map((pages) =>
    Buffer.from(pdfOf(pages)),
  );
  const folder = process.env.REPORTS;
  if (!folder) return made;
  const real = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
  return [...made, ...real];
};

const Results = z.array(
  z.object({
    file: z.string(),
    verdict: z.enum(['imported', 'needs_review', 'rejected']),
    reasons: z.array(z.object({ code: ReasonCode })),
  }),
);

describe('Damaged files', () => {
  it(`each get a verdict, and what the record holds is whole (${COUNT} files)`, async () => {
    const [files, record] = [join(root, 'files'), join(root, 'record')];
    await mkdir(files);
    await mkdir(record);
    const below = numbers(20_261_122);
    const originals = sound();
    for (let i = 0; i < COUNT; i++) {
      const original = Buffer.from(originals[below(originals.length)] ?? []);
      const damage = WAYS[i % WAYS.length];
      if (damage) await writeFile(join(files, `${i}.pdf`), damage(original, below));
    }
    const run = await runOfsted(
      ['import', files, '--data', record, '--json', '--time-limit', String(SECONDS)],
      { home: root },
    );
    expect([run.code, run.stderr.split('\n').filter((line) => /Error|wrong/.test(line))]).toEqual([
      0,
      [],
    ]);
    const results = Results.parse(
      run.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    expect(results).toHaveLength(COUNT);
    for (const { verdict, reasons } of results)
      if (verdict === 'rejected') expect(reasons).toHaveLength(1);
    const inside = join(record, 'imported');
    for (const name of await readdir(inside, { recursive: true }).catch(() => [])) {
      expect(name).not.toMatch(/\.unfinished/);
      if (!/[\\/].*\.json$/.test(name)) continue;
      RecordedDocument.parse(JSON.parse(readFileSync(join(inside, name), 'utf8')));
    }
  }, 3_600_000);
});
