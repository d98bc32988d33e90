// Holds the lexicon of lay words against the words of reports: `node test/ci/lay-words.mjs RECORD`,
// after a build, where the folder RECORD is a record with many reports' text (all of
// ../shared/reports, ../shared/reports-2 and ../shared/england/reports imported). Fails where an
// entry means a word that no report uses.
import { createAnswerContext } from '../../dist/answer/index.js';
import { loadRecord } from '../../dist/corpus/load.js';
import { words } from '../../dist/language/index.js';
import { layLexicon } from '../../dist/question/lay-lexicon.js';
import { openIndexCache } from '../../dist/search/index.js';

const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error('give the folder of a record');
const record = await loadRecord({ dataDir, openCache: openIndexCache });
const { vocabulary } = createAnswerContext(record, record.cache).search;
const { entries, byForm } = layLexicon();
const unknown = entries.flatMap(({ words: [first], means }) =>
  means
    .filter((meaning) => !words(meaning).every((word) => vocabulary.has(word)))
    .map((meaning) => `${first}: ${meaning}`),
);
console.log(`${entries.length} entries, ${byForm.size} forms`);
for (const line of unknown) console.log(`no report writes “${line}”`);
if (unknown.length > 0) process.exitCode = 1;
