import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runOfsted } from '../support/cli.js';
import { pdfOf } from '../support/pdf.js';
import { ilacsReport } from '../support/reports.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cli-import-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const ofsted = (...args: string[]) => runOfsted([...args, '--data', root], { home: root });

async function file(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(root, name);
  await writeFile(path, content);
  return path;
}

describe('ofsted import', () => {
  it('tells of each file as it goes, and at the end how many came to which end and why', async () => {
    const good = await file('2024-02-13.pdf', pdfOf(ilacsReport()));
    const page = await file('page.pdf', '<html><body>Report</body></html>');
    const unclear = await file(
      'unclear.pdf',
      pdfOf(ilacsReport({ dates: 'Inspection dates: in winter 2023' })),
    );
    const run = await ofsted('import', good, page, unclear);
    expect(run.code).toBe(0);
    expect(run.stderr.trim().split('\n').sort()).toEqual([
      `imported: ${good}`,
      `rejected: ${page}: not_a_pdf`,
      `to review: ${unclear}: date_unparsed (visit)`,
    ]);
    expect(run.stdout).toContain('3 files: 1 imported, 1 to review, 1 rejected.');
    expect(run.stdout).toContain('date_unparsed: The visit dates are printed as “in winter 2023”.');

    const review = await ofsted('review');
    expect(review.stdout).toContain('visit: The visit dates are printed as “in winter 2023”.');
    expect(review.stdout).toMatch(/Answer in .*corrections-[0-9a-f]{16}\.json/);
  });

  it('makes the folder of the record where it is not there yet', async () => {
    const path = await file('report.pdf', pdfOf(ilacsReport()));
    const folder = join(root, 'new', 'record');
    const { code } = await runOfsted(['import', path, '--data', folder], { home: root });
    expect(code).toBe(0);
    const asked = await runOfsted(['ask', '--data', folder, 'oldham latest'], { home: root });
    expect(asked.stdout).toContain('good overall');
  });

  it('gives what was read as JSON, a line a file, with the date that somebody knows', async () => {
    const path = await file('report.pdf', pdfOf(ilacsReport()));
    const { stdout } = await ofsted('import', path, '--json', '--published', '2024-02-13');
    expect(JSON.parse(stdout)).toMatchObject({
      file: path,
      verdict: 'imported',
      reasons: [],
      urn: '80535',
      authority: 'Oldham',
      kind: 'ILACS',
      visit: { start: '2023-12-04', end: '2023-12-15' },
      published: '2024-02-13',
      leadInspector: 'Firstname Lastname',
      judgements: { overall: { grade: 'good', printed: 'Good', page: 1 } },
      recommendations: 2,
      revision: 1,
    });
    const inspections = await ofsted('inspections', 'oldham', '--json');
    expect(JSON.parse(inspections.stdout)).toMatchObject([
      { verdict: 'imported', recommendations: 2 },
    ]);
  });

  it('is undone by ofsted remove', async () => {
    await ofsted('import', await file('report.pdf', pdfOf(ilacsReport())));
    const { stdout } = await ofsted('remove', '80535-ilacs-2023-12-04');
    expect(stdout).toMatch(/^Removed: Inspection of Oldham/);
    const again = await ofsted('remove', '80535-ilacs-2023-12-04');
    expect([again.code, again.stderr]).toEqual([
      1,
      'No imported document is called “80535-ilacs-2023-12-04”; ofsted inspections lists them.\n',
    ]);
  });

  it('takes a date only for one file', async () => {
    const path = await file('report.pdf', pdfOf(ilacsReport()));
    const { code, stderr } = await ofsted('import', path, path, '--published', '2024-02-13');
    expect([code, stderr]).toEqual([
      1,
      '--published is the date of one file; import that file alone.\n',
    ]);
  });
});

describe('ofsted export', () => {
  it('writes the quotations of a council about a theme, with all that is needed to cite them', async () => {
    await ofsted('import', await file('2024-02-13.pdf', pdfOf(ilacsReport())));
    const { stdout } = await ofsted(
      'export',
      '--council',
      'oldham',
      '--theme',
      'care-leavers',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject([
      {
        quote: 'Care leavers are well supported.',
        speaker: 'Ofsted',
        source: 'Ofsted',
        visitStart: '2023-12-04',
        published: '2024-02-13',
        page: 3,
        paragraph: 4,
      },
    ]);
    const csv = await ofsted('export', '--council', 'oldham');
    const [header] = csv.stdout.split('\r\n');
    expect(header).toMatch(/^urn,authority,visitKind,.*,quote,.*,page,.*,citation$/);
    const wrong = await ofsted('export', '--theme', 'weather');
    expect([wrong.code, wrong.stderr.startsWith('No theme is called “weather”')]).toEqual([
      1,
      true,
    ]);
  });
});
