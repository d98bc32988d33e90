// Search engines under one roof: each is built from the passages of a record, and then finds the
// ten best for a question, of all councils or of one. All get the same question; the general ones
// get its words without the stop words.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import { createAnswerContext } from '../../dist/answer/index.js';
import { requestOf } from '../../dist/answer/search-request.js';
import { words } from '../../dist/language/index.js';
import { STOP_WORDS } from '../../dist/question/index.js';
import { openIndexCache } from '../../dist/search/index.js';

const MOST = 10;
const meaning = (text) => words(text.slice(0, 500)).filter((word) => !STOP_WORDS.has(word));
const textsOf = ({ passages }) =>
  passages.all().map(({ urn, passage }, id) => ({
    id,
    urn,
    quote: passage.quote,
    heading: passage.locator.section ?? '',
  }));

/**
 * Ours, as the bot uses it: it reads the question and decides whether the passages answer it.
 * `find` gives them in order.
 */
export function ours(record) {
  const folder = mkdtempSync(join(tmpdir(), 'index-'));
  const cache = openIndexCache(folder, new Uint8Array(32));
  const context = createAnswerContext(record, cache);
  const bytes = statSync(cache.path).size;
  rmSync(folder, { recursive: true });
  return {
    name: 'ours',
    bytes,
    find: (text, urn) =>
      context.search
        .find(requestOf(context.reader.read(text, context.today()), urn ? [urn] : [], context))
        .hits.map((hit) => hit.passage),
  };
}

export function miniSearch(record) {
  const passages = record.passages.all();
  const index = new MiniSearch({ fields: ['quote', 'heading'], storeFields: ['urn'] });
  index.addAll(textsOf(record));
  const options = { fuzzy: 0.2, boost: { heading: 0.5 } };
  return {
    name: 'MiniSearch, fuzzy',
    bytes: null,
    find: (text, urn, most = MOST) =>
      index
        .search(
          meaning(text).join(' '),
          urn ? { ...options, filter: (hit) => hit.urn === urn } : options,
        )
        .slice(0, most)
        .map(({ id }) => passages[id]),
  };
}

export function fts5(record) {
  const passages = record.passages.all();
  const folder = mkdtempSync(join(tmpdir(), 'fts5-'));
  const file = join(folder, 'index.db');
  const database = new Database(file);
  database.exec(
    "create virtual table passages using fts5(quote, heading, urn, content='', tokenize='porter unicode61')",
  );
  const insert = database.prepare(
    'insert into passages(rowid, quote, heading, urn) values (?, ?, ?, ?)',
  );
  database.exec('begin');
  for (const { id, urn, quote, heading } of textsOf(record)) insert.run(id, quote, heading, urn);
  database.exec("commit; insert into passages(passages) values ('optimize')");
  const select = database.prepare(
    'select rowid from passages where passages match ? order by bm25(passages, 1, 0.5, 0) limit ?',
  );
  return {
    name: 'SQLite FTS5, porter',
    bytes: statSync(file).size,
    find: (text, urn, most = MOST) => {
      const query = meaning(text)
        .map((word) => `"${word}"`)
        .join(' OR ');
      if (!query) return [];
      const asked = urn
        ? `{quote heading} : (${query}) AND urn : ${urn}`
        : `{quote heading} : (${query})`;
      return select.all(asked, most).map(({ rowid }) => passages[rowid]);
    },
    close: () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function fuse(record) {
  const passages = record.passages.all();
  const items = textsOf(record);
  const index = new Fuse(items, { keys: ['quote', 'heading'], useTokenSearch: true });
  return {
    name: 'fuse.js, tokens',
    bytes: null,
    find: (text, urn, most = MOST) =>
      index
        .search(meaning(text).join(' '))
        .filter(({ item }) => !urn || item.urn === urn)
        .slice(0, most)
        .map(({ item }) => passages[item.id]),
  };
}
