import { loadRecord } from '../corpus/load.js';
import { ownFolder } from '../corpus/locations.js';
import { readOfficialStatistics } from '../corpus/sync/official.js';
import { officialSpreadsheet } from '../corpus/sync/official-source.js';
import { siteAt } from '../corpus/sync/site.js';
import { type OfficialResult, takeOfficial } from '../corpus/sync/take-official.js';
import { userAgent } from '../corpus/sync/user-agent.js';
import { formatDate } from '../domain/dates.js';
import { areaName } from '../domain/judgement.js';
import { visitBrief } from '../domain/visit.js';
import { openIndexCache } from '../search/index.js';
import { version } from './version.js';

/** Takes the official statistics of a file or an address, and says what came of it. */
export async function syncOfficial(
  source: string,
  options: { from?: string; interval: number; timeLimit: number; data?: string; json?: true },
): Promise<string> {
  const folder = options.data ?? ownFolder();
  const site = options.from ? siteAt(options.from) : null;
  const isFile = !/^https?:/i.test(source);
  const spreadsheet = await officialSpreadsheet(source, {
    folder,
    site,
    agent: isFile ? '' : userAgent(version(), process.env.SYNC_CONTACT, site === null),
    interval: (site ? options.interval : Math.max(1, options.interval)) * 1000,
    timeLimit: options.timeLimit * 1000,
  });
  const statistics = readOfficialStatistics(spreadsheet.bytes);
  const record = await loadRecord({ dataDir: options.data, openCache: openIndexCache });
  const result = await takeOfficial(statistics, spreadsheet, record, folder);
  return options.json ? JSON.stringify(result, null, 2) : summary(result);
}

function summary({
  title,
  published,
  inspections,
  agreeing,
  differences,
  added,
  unknown,
}: OfficialResult): string {
  const grades = agreeing + differences.length;
  return [
    `${title}, published ${formatDate(published)}: ${inspections} inspections and visits.`,
    `${agreeing} of ${grades} grades that both have agree with the record.`,
    ...differences.map(
      ({ council, visit, area, held, official }) =>
        `    ${council}, ${visitBrief(visit)}, ${areaName(area)}: ${held ?? 'no grade'} in the record, ${official} in the statistics`,
    ),
    ...unknown.map(
      ({ council, code, type, began }) =>
        `    not taken: ${council} (${code}), ${type}, ${formatDate(began)}: no such council or kind is known here`,
    ),
    `${added.length} added that the record did not have.`,
  ].join('\n');
}
