import type { Command } from 'commander';
import { openIndexCache } from '../../search/index.js';
import { dataOption, examples } from '../options.js';

type RemoveOptions = { data?: string };

export function addRemove(program: Command): void {
  program
    .command('remove')
    .description('Takes imported documents out of the record again.')
    .argument(
      '<document...>',
      'the id of a source, the checksum of its file, or the file itself (see: ofsted inspections)',
    )
    .addOption(dataOption())
    .addHelpText(
      'after',
      examples('ofsted remove 80569-ilacs-2023-12-04', 'ofsted remove ~/reports/2024-02-13.pdf'),
    )
    .action(async (documents: string[], { data }: RemoveOptions) => {
      const locations = { dataDir: data, openCache: openIndexCache };
      const { removeImported } = await import('../../corpus/import/repository/remove.js');
      for (const removed of await removeImported(documents, locations))
        console.log(`Removed: ${removed.source.title} (${removed.source.file})`);
    });
}
