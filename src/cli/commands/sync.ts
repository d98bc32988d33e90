import { type Command, InvalidArgumentError } from 'commander';
import type { CouncilResult } from '../../corpus/sync/council.js';
import { InspectionError } from '../../domain/errors.js';
import { openIndexCache } from '../../search/index.js';
import { councilNamed } from '../authority-named.js';
import { FAILED } from '../failures.js';
import { dataOption, examples } from '../options.js';
import { createProgress } from '../progress.js';
import { syncJson, syncLine, syncSummary } from '../sync-rows.js';
import { version } from '../version.js';

type SyncCommandOptions = {
  all?: true;
  from?: string;
  official?: string;
  interval: number;
  limit: number;
  timeLimit: number;
  json?: true;
  data?: string;
};

export function addSync(program: Command): void {
  program
    .command('sync')
    .summary("fetch reports from Ofsted's site")
    .description(
      "Fetches what Ofsted has published about councils' children's services and adds it to the record, as import does: of the councils named, or of all. It asks one thing at a time and says who asks (SYNC_CONTACT), obeys robots.txt, and goes on where it was interrupted. Files that are held are not fetched again.",
    )
    .argument('[council...]', "councils' names or URNs")
    .option('--all', 'all councils: reads the listing, and further only where a report is newer')
    .option(
      '--official <spreadsheet>',
      "Ofsted's official statistics, as a file (.ods) or the address of it or of its page on GOV.UK: what the record lacks is added, grades that differ are listed",
    )
    .option('--from <url>', "another site that is laid out as Ofsted's")
    .option('--interval <seconds>', 'the time between requests; 1 at least', positive, 1)
    .option('--limit <requests>', 'how many requests one run may make', positive, 1_000)
    .option('--time-limit <seconds>', 'how long one reply may take', positive, 60)
    .option('--json', 'print one JSON object a council, a line each')
    .addOption(dataOption())
    .addHelpText(
      'after',
      examples(
        'ofsted sync bristol "north yorkshire"',
        'ofsted sync --all',
        'ofsted sync --official ~/Downloads/official-2026.ods',
      ),
    )
    .action(syncReports);
}

async function syncReports(names: string[], options: SyncCommandOptions): Promise<void> {
  const { official } = options;
  if (official && (names.length > 0 || options.all))
    throw new InspectionError('Give --official alone, without councils.');
  if (official) {
    const { syncOfficial } = await import('../sync-official.js');
    console.log(await syncOfficial(official, options));
    return;
  }
  if (names.length > 0 === (options.all === true))
    throw new InspectionError('Name the councils to sync, or give --all or --official.');
  const [{ openImporter }, { sync }, { ofstedSite, siteAt }, { userAgent }] = await Promise.all([
    import('../../corpus/import/importer.js'),
    import('../../corpus/sync/sync.js'),
    import('../../corpus/sync/site.js'),
    import('../../corpus/sync/user-agent.js'),
  ]);
  const site = options.from ? siteAt(options.from) : ofstedSite;
  if (site.isOfsted && options.interval < 1)
    throw new InspectionError('Ofsted’s site is asked at most once a second: --interval 1.');
  const agent = userAgent(version(), process.env.SYNC_CONTACT, site.isOfsted);
  const importer = await openImporter({
    dataDir: options.data,
    openCache: openIndexCache,
    ...(options.all ? {} : { threads: 1 }),
  });
  const progress = createProgress(process.stderr, () => performance.now());
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    const result = await sync({
      site,
      agent,
      importer,
      councils: options.all ? 'all' : names.map((name) => councilNamed(name, importer.authorities)),
      interval: options.interval * 1000,
      timeLimit: options.timeLimit * 1000,
      cap: options.limit,
      signal: stop.signal,
      progress: (done, total, council) => progress.step(done, total, syncLine(council)),
    });
    progress.end();
    const lines = options.json
      ? result.councils.map((council) => JSON.stringify(syncJson(council)))
      : result.stopped && result.councils.length === 0
        ? []
        : [syncSummary(result)];
    if (lines.length > 0) console.log(lines.join('\n'));
    if (result.stopped) console.error(result.stopped);
    if (result.stopped || result.councils.some(isIncomplete)) process.exitCode = FAILED;
  } finally {
    process.off('SIGINT', interrupt);
    await importer.close();
  }
  if (stop.signal.aborted) process.exitCode = INTERRUPTED;
}

const isIncomplete = ({ fault, documents }: CouncilResult): boolean =>
  fault !== null || documents.some(({ change }) => change === 'not had');

/** The exit code of a program that Ctrl-C ended (128 and the number of the signal). */
const INTERRUPTED = 130;

function positive(value: string): number {
  const number = Number(value);
  if (number > 0 && number <= 100_000) return number;
  throw new InvalidArgumentError('Give a number above 0.');
}
