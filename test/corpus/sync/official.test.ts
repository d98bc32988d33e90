import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { runOfsted } from '../../support/cli.js';

// Each test starts the program several times, which takes long on a machine that is busy.
jest.setTimeout(180_000);

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'official-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const COLUMNS = [
  'Local authority area code',
  'Local authority name',
  'Inspection/Visit date',
  'Publication date',
  'Inspection/Visit type',
  'Overall effectiveness',
  'Visit Theme',
];
const OLDHAM = ['E08000004', 'Oldham', '11/05/2026', '22/06/2026'];
const ROWS = [
  [...OLDHAM, 'ILACS Standard Inspection', 'Outstanding', ''],
  ['E08000004', 'Oldham', '06/01/2026', '16/02/2026', 'ILACS Focused Visit', '', 'Care leavers'],
];

function spreadsheet(rows = ROWS, columns = COLUMNS): Uint8Array {
  const row = (cells: string[]) =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`;
  const table = (name: string, content: string[][]) =>
    `<table:table table:name="${name}">${content.map(row).join('')}</table:table>`;
  const cover = [
    ['Local authority inspection outcomes as at 31 March 2026'],
    ['Published on:', '24 September 2026'],
  ];
  const xml = `<?xml version="1.0"?><office:document-content>${table('Cover', cover)}${table('In-year', [['Activity'], columns, ...rows])}</office:document-content>`;
  return zipSync({ 'content.xml': strToU8(xml) });
}

const take = async (content: Uint8Array | string) => {
  const path = join(root, 'official.ods');
  await writeFile(path, content);
  return runOfsted(['sync', '--official', path, '--data', root], { home: root });
};
const inspections = async () =>
  JSON.parse((await runOfsted(['inspections', '--json', '--data', root], { home: root })).stdout);

describe('ofsted sync --official', () => {
  it('adds the inspections and visits that the record does not have, once', async () => {
    expect((await take(spreadsheet())).stdout).toContain('2 added');
    expect(await inspections()).toMatchObject([
      { kind: 'ILACS', judgements: { overall: { grade: 'outstanding' } } },
      { kind: 'focused visit' },
    ]);
    const again = await take(spreadsheet());
    expect(again.stdout).toContain('0 added');
    expect(again.stdout).toContain('1 of 1 grades');
  });

  it('leaves a grade of the record as it is and lists the other', async () => {
    await take(spreadsheet());
    const { stdout } = await take(
      spreadsheet([[...OLDHAM, 'ILACS Standard Inspection', 'Good', '']]),
    );
    expect(stdout).toContain('0 of 1 grades');
    expect(stdout).toMatch(/Oldham.*outstanding in the record, Good in the statistics/);
    expect(await inspections()).toMatchObject([
      { judgements: { overall: { grade: 'outstanding' } } },
      {},
    ]);
  });

  it('says which rows it does not know, and takes them for nothing else', async () => {
    const { stdout } = await take(spreadsheet([[...OLDHAM, 'A new kind of visit', '', '']]));
    expect(stdout).toContain('not taken: Oldham (E08000004), A new kind of visit');
    expect(await inspections()).toEqual([]);
  });

  it.each<[string, Uint8Array | string]>([
    ['no spreadsheet', '<html></html>'],
    ['cut short', spreadsheet().subarray(0, 300)],
    ['laid out anew', spreadsheet(ROWS, ['Area', ...COLUMNS.slice(1)])],
    ['dated otherwise', spreadsheet([['E08000004', 'Oldham', 'May', 'June', 'ILACS', '', '']])],
    ['larger than memory', zipSync({ 'content.xml': new Uint8Array(120_000_000) })],
  ])('takes nothing of a file that is %s, in one sentence', async (_what, content) => {
    const { code, stderr } = await take(content);
    expect([code, stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining('spreadsheet')],
    ]);
  });

  it('finds the spreadsheet that a page of statistics on GOV.UK has attached', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else if (request.url === '/media/1/official-2026.ods') response.end(spreadsheet());
      else
        response.end(
          JSON.stringify({ details: { attachments: [{ url: '/media/1/official-2026.ods' }] } }),
        );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
    const page = `${url}/government/statistics/outcomes-as-at-31-march-2026`;
    const run = await runOfsted(
      ['sync', '--official', page, '--from', url, '--interval', '0.01', '--data', root],
      { home: root },
    );
    server.close();
    server.closeAllConnections();
    expect(run.stdout).toContain('2 added');
    expect(asked).toEqual([
      '/robots.txt',
      '/api/content/government/statistics/outcomes-as-at-31-march-2026',
      '/media/1/official-2026.ods',
    ]);
  });
});
