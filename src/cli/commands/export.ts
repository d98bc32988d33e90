import { type Command, Option } from 'commander';
import { loadRecord } from '../../corpus/load.js';
import { InspectionError } from '../../domain/errors.js';
import type { Theme } from '../../domain/theme.js';
import { openIndexCache } from '../../search/index.js';
import { authorityNamed } from '../authority-named.js';
import { exportCsv, exportedQuotations } from '../export-rows.js';
import { dataOption, examples } from '../options.js';

type ExportOptions = { council?: string; theme?: string; json?: true; csv?: true; data?: string };

export function addExport(program: Command): void {
  program
    .command('export')
    .description(
      'Writes the quotations of the record with speaker, source, visit, dates, page and link: as CSV, or as JSON.',
    )
    .option('--council <name>', 'only of this council, by name or URN')
    .option('--theme <theme>', 'only about this theme, by name or id')
    .option('--csv', 'comma-separated values (this is what you get without an option too)')
    .addOption(new Option('--json', 'one JSON array').conflicts('csv'))
    .addOption(dataOption())
    .addHelpText(
      'after',
      examples('ofsted export --council tameside --theme "care leavers" > quotations.csv'),
    )
    .action(exportQuotations);
}

async function exportQuotations(options: ExportOptions): Promise<void> {
  const record = await loadRecord({ dataDir: options.data, openCache: openIndexCache });
  const quotations = exportedQuotations(record, {
    urn: options.council ? authorityNamed(options.council, record).urn : null,
    theme: options.theme ? themeNamed(options.theme, record.themes).id : null,
  });
  process.stdout.write(
    options.json ? `${JSON.stringify(quotations, null, 2)}\n` : exportCsv(quotations),
  );
}

/** @throws InspectionError where no theme has the name. */
function themeNamed(name: string, themes: Theme[]): Theme {
  const wanted = name.trim().toLowerCase();
  const found = themes.find((t) => t.id === wanted || t.name.toLowerCase() === wanted);
  if (found) return found;
  throw new InspectionError(
    `No theme is called “${name}”; the themes are ${themes.map((t) => t.id).join(', ')}.`,
  );
}
