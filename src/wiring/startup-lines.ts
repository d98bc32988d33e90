import type { Config } from '../config.js';
import type { LoadedRecord } from '../corpus/load.js';
import { formatDate } from '../domain/dates.js';
import { coveredAuthorities } from '../domain/record.js';
import { databasePlace } from '../store/database-url.js';

/**
 * What a person reads of the record and the state when the bot has started: "Record: 1 authority,
 * 214 quotations, documents looked through on 21 November 2026" or "grades to 31 March 2025", and a
 * line for every file that had to be left out.
 */
export function startupLines(
  record: LoadedRecord,
  databaseUrl: string,
  newReports: string,
): string[] {
  const authorities = coveredAuthorities(record).filter(({ ended }) => !ended).length;
  const { gradesUntil } = record.freshness;
  const [earliest] = [...record.checked.values()].sort();
  const looked = earliest ? `, documents looked through on ${formatDate(earliest)}` : '';
  const checked = gradesUntil ? `, grades to ${formatDate(gradesUntil)}` : looked;
  return [
    `Record: ${authorities} ${authorities === 1 ? 'authority' : 'authorities'}, ${record.passages.all().length} quotations${checked}`,
    ...record.problems.map(({ file, reason }) => `Left out of the record: ${file}: ${reason}`),
    `State is kept in ${databasePlace(databaseUrl)}`,
    newReports,
  ];
}

/** Whether new reports are looked for, and how to have it done: for whoever starts the bot. */
export const NEW_REPORTS: Record<Config['sync']['daily'], string> = {
  off: 'New reports are not looked for: set SYNC=followed (councils with a digest or an alert) or SYNC=all, and SYNC_CONTACT, to have the bot look once a day.',
  followed:
    'New reports of the councils that have a digest or an alert are looked for once a day (SYNC=followed).',
  all: 'New reports of all councils are looked for once a day (SYNC=all).',
};

/** The same for whoever uses the bot. */
export const NEW_REPORTS_FOR_READERS: Record<Config['sync']['daily'], string> = {
  off: 'New reports come into it when whoever runs this bot adds them.',
  followed:
    'Once a day it is looked whether the councils that a digest or an alert follows have new reports.',
  all: 'Once a day it is looked whether any council has a new report.',
};
