import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { createAnswerContext } from '../../answer/index.js';
import { loadRecord } from '../../corpus/load.js';
import { InspectionError } from '../../domain/errors.js';
import type { InspectionRecord } from '../../domain/record.js';
import { openIndexCache } from '../../search/index.js';
import { authorityNamed } from '../authority-named.js';
import { dataOption, examples } from '../options.js';
import { printDigest } from '../print-digest.js';
import { standardOutput } from '../terminal.js';
import { themesNamed } from '../theme-named.js';

type PreviewOptions = {
  date?: string;
  about?: string;
  added?: string[] | true;
  onlyNew?: true;
  data?: string;
};

export function addDigest(program: Command): void {
  const digest = program
    .command('digest')
    .summary('show what a digest would post')
    .description('Digests: what a channel that follows a council gets each morning.');
  digest
    .command('preview')
    .description(
      'Prints what a new subscription would post. The record as it stands counts as told; --added shows what is posted when a document comes in.',
    )
    .argument('<authority...>', "a council's name, or its URN")
    .addOption(
      new Option('--date <date>', 'the day it is posted, as YYYY-MM-DD (today)').argParser(isoDate),
    )
    .option('--about <theme>', 'only this theme')
    .option(
      '--added [documents...]',
      'as if these documents (their ids, as “ofsted inspections” prints them) had just been added; without ids, all of them',
    )
    .option('--only-new', 'as a channel that wants nothing on a day without anything new')
    .addOption(dataOption())
    .addHelpText(
      'after',
      examples(
        'ofsted digest preview tameside',
        'ofsted digest preview tameside --about "care leavers" --date 2026-12-01',
        'ofsted digest preview tameside --added tameside-2023-ofsted-report',
      ),
    )
    .action(preview);
}

async function preview(name: string[], options: PreviewOptions): Promise<void> {
  const { createDigest, digestText, reportedNow } = await import('../../digest/index.js');
  const record = await loadRecord({ dataDir: options.data, openCache: openIndexCache });
  const context = createAnswerContext(record);
  const authority = authorityNamed(name.join(' '), record);
  const themes = options.about ? themesNamed(options.about, context).map(({ id }) => id) : [];
  const before = withoutAdded(record, authority.urn, options.added ?? []);
  const { digest } = createDigest(
    {
      authorities: [authority.urn],
      themes,
      onlyNew: options.onlyNew === true,
      state: { reported: reportedNow(before, [authority.urn]), themesUsed: {} },
      today: options.date ?? new Intl.DateTimeFormat('sv-SE').format(new Date()),
    },
    context,
  );
  console.log(
    digest
      ? printDigest(digestText(digest), standardOutput()).trimEnd()
      : `Nothing would be posted: ${
          options.onlyNew
            ? 'there is nothing new'
            : `the record holds nothing about ${authority.name}${options.about ? ` on ${options.about}` : ''}`
        }.`,
  );
}

/**
 * The record as it was before the documents came in.
 * @throws InspectionError naming an id that no document of the council has.
 */
function withoutAdded(
  record: InspectionRecord,
  urn: string,
  added: string[] | true,
): InspectionRecord {
  const ids = record.documents.filter((d) => d.urn === urn).map(({ source }) => source.id);
  const wrong = added === true ? undefined : added.find((id) => !ids.includes(id));
  if (wrong !== undefined)
    throw new InspectionError(
      `The council has no document “${wrong}” in this record; it has ${ids.join(', ') || 'none'}.`,
    );
  const gone = new Set(added === true ? ids : added);
  return { ...record, documents: record.documents.filter(({ source }) => !gone.has(source.id)) };
}

function isoDate(text: string): string {
  if (z.iso.date().safeParse(text).success) return text;
  throw new InvalidArgumentError('A date is YYYY-MM-DD.');
}
