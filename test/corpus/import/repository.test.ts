import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { removeImported } from '../../../src/corpus/import/repository/remove.js';
import { loadRecord } from '../../../src/corpus/load.js';
import { codesOf, gradesOf, type Workbench, workbench } from '../../support/imports.js';
import { AUTHORITIES, THEMES } from '../../support/record.js';
import { ilacsReport, SECTIONS, sifReport, visitLetter } from '../../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
  await writeFile(join(bench.folder, 'authorities.json'), JSON.stringify(AUTHORITIES));
  await writeFile(join(bench.folder, 'themes.json'), JSON.stringify(THEMES));
});
afterEach(() => bench.clear());

describe('Importing again', () => {
  it('changes nothing, and the order of the files does not matter', async () => {
    const paths = [
      await bench.put('2024-02-13.pdf', ilacsReport()),
      await bench.put('2016-12-02.pdf', sifReport()),
      await bench.put('letter.pdf', visitLetter()),
      await bench.put('revised.pdf', ilacsReport({ asks: ['The timeliness of plans.'] })),
    ];
    await bench.import(paths);
    const once = await bench.record();
    expect(Object.keys(once)).toHaveLength(4);
    await bench.import(paths.toReversed());
    expect(await bench.record()).toEqual(once);

    const other = await workbench();
    try {
      for (const path of [paths[3], paths[1], paths[0], paths[2]])
        if (path) await other.import([path], {});
      expect(await other.record()).toEqual(once);
    } finally {
      await other.clear();
    }
  });

  it('takes the same bytes under another name for a duplicate, whichever is met first', async () => {
    const [a, b] = [
      await bench.put('b.pdf', ilacsReport()),
      await bench.put('a.pdf', ilacsReport()),
    ];
    const together = await bench.import([a, b]);
    expect(together.map((r) => [r.verdict, codesOf(r)])).toEqual([
      ['rejected', ['duplicate']],
      ['imported', []],
    ]);
    const record = await bench.record();
    const [again] = await bench.import([a]);
    expect([again?.verdict, again && codesOf(again)]).toEqual(['rejected', ['duplicate']]);
    expect(await bench.record()).toEqual(record);
  });

  it('does not take in what the shipped record holds already', async () => {
    const path = await bench.put('a.pdf', ilacsReport());
    const [first] = await bench.import([path]);
    const document = first?.document;
    if (!document) throw new Error('not imported');
    const [again] = await bench.import([path], {
      held: new Map([[document.source.sha256, document]]),
    });
    expect(again?.reasons).toEqual([
      {
        code: 'duplicate',
        field: null,
        detail: 'The record has it already, as 80535-ilacs-2023-12-04.',
      },
    ]);
  });
});

describe('A revised report', () => {
  it('is a new revision that leads, while the old one is kept; without it the old one leads again', async () => {
    const first = await bench.put('2024-02-13.pdf', ilacsReport());
    const revised = await bench.put(
      '2024-03-01.pdf',
      ilacsReport({ asks: ['The timeliness of plans.'] }),
    );
    await bench.import([first, revised]);
    expect(Object.keys(await bench.record())).toEqual([
      '80535-oldham/2023-12-04-ilacs-r2.json',
      '80535-oldham/2023-12-04-ilacs.json',
    ]);
    const { documents, problems } = await loadRecord({ dataDir: bench.folder });
    expect(problems).toEqual([]);
    expect(documents.map((d) => [d.source.id, d.source.published?.date])).toEqual([
      ['80535-ilacs-2023-12-04-r2', '2024-03-01'],
    ]);
    await removeImported(['80535-ilacs-2023-12-04-r2'], { dataDir: bench.folder });
    const before = await loadRecord({ dataDir: bench.folder });
    expect(before.documents.map((d) => d.source.id)).toEqual(['80535-ilacs-2023-12-04']);
  });
});

describe('Removing', () => {
  it('undoes an import, by id, checksum or file', async () => {
    const path = await bench.put('a.pdf', ilacsReport());
    await bench.import([path]);
    await removeImported([path], { dataDir: bench.folder });
    expect(await bench.record()).toEqual({});
  });

  it('of what was never imported says so and removes nothing', async () => {
    await bench.import([await bench.put('a.pdf', ilacsReport())]);
    const record = await bench.record();
    await expect(
      removeImported(['80535-ilacs-2023-12-04', 'nothing'], { dataDir: bench.folder }),
    ).rejects.toThrow('No imported document is called “nothing”');
    expect(await bench.record()).toEqual(record);
  });
});

describe('A person’s answer', () => {
  it('is used at the next import, and survives those after it', async () => {
    const path = await bench.put(
      'a.pdf',
      ilacsReport({ dates: 'Inspection dates: 4 to 15 Decembr 2023' }),
    );
    const [open] = await bench.import([path]);
    expect(open?.document).toBeNull();
    const [name = ''] = Object.keys(await bench.record());
    const file = join(bench.folder, 'imported', name);
    const corrections = JSON.parse(await readFile(file, 'utf8'));
    corrections.answers.visit = [{ start: '2023-12-04', end: '2023-12-15' }];
    await writeFile(file, JSON.stringify(corrections));
    for (const _ of [1, 2]) {
      const [answered] = await bench.import([path]);
      expect(answered?.verdict).toBe('imported');
      expect(answered?.document?.visits[0]?.end).toBe('2023-12-15');
    }
  });

  it('gives a grade with the phrase and the page where it stands', async () => {
    const [first, ...others] = SECTIONS;
    const heading = [first?.heading[0] ?? '', 'protection: good'];
    const sections = [{ heading, paragraphs: first?.paragraphs ?? [] }, ...others];
    const path = await bench.put('a.pdf', ilacsReport({ sections }));
    await bench.import([path]);
    const name = Object.keys(await bench.record()).find((n) => n.startsWith('corrections')) ?? '';
    const file = join(bench.folder, 'imported', name);
    const corrections = JSON.parse(await readFile(file, 'utf8'));
    expect(corrections.open).toMatchObject([
      { code: 'grade_conflict', field: 'judgements.help_and_protection' },
    ]);
    corrections.answers.judgements.help_and_protection = {
      grade: 'requires improvement to be good',
      printed: 'Requires improvement to be good',
      page: 1,
    };
    await writeFile(file, JSON.stringify(corrections));
    const [answered] = await bench.import([path]);
    expect(answered?.verdict).toBe('imported');
    expect(answered && gradesOf(answered).help_and_protection).toBe(
      'requires improvement to be good',
    );
  });
});
