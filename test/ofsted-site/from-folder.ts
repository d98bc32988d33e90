import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteCouncil } from './published.js';

const FIRST = 60_000_000;

/** Publishes the reports of a folder too: a folder a council, whose name begins with its URN. */
export async function publishedReports(folder: string, councils: SiteCouncil[]): Promise<void> {
  let number = FIRST;
  for (const name of (await readdir(folder)).sort()) {
    const council = councils.find(({ urn }) => name.startsWith(`${urn}-`));
    if (!council) continue;
    for (const file of (await readdir(join(folder, name))).sort()) {
      const [date] = /^\d{4}-\d{2}-\d{2}(?=\.pdf$)/.exec(file) ?? [];
      if (!date) continue;
      council.reports.push({
        number: number++,
        title: 'Children’s services inspection',
        visit: date,
        published: date,
        content: await readFile(join(folder, name, file)),
      });
    }
  }
}
