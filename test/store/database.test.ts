import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { InspectionError } from '../../src/domain/errors.js';
import { openDatabase } from '../../src/store/database.js';

describe('Opening the state', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const sentence = (url: string): string => {
    try {
      openDatabase(url).close();
    } catch (error) {
      if (error instanceof InspectionError) return error.message;
      throw error;
    }
    throw new Error('it opened');
  };

  it('creates the file and its folders', () => {
    const file = join(folder, 'new', 'folders', 'state.sqlite');
    openDatabase(`file:${file}`).close();
    expect(existsSync(file)).toBe(true);
  });

  it('takes a file URL in full too', () => {
    const file = join(folder, 'a state.sqlite');
    openDatabase(pathToFileURL(file).href).close();
    expect(existsSync(file)).toBe(true);
  });

  it('keeps what was committed through a crash of the machine', () => {
    const database = openDatabase(`file:${join(folder, 'state.sqlite')}`);
    expect(database.pragma('journal_mode')).toMatchObject([{ journal_mode: 'wal' }]);
    expect(database.pragma('synchronous')).toMatchObject([{ synchronous: 2 }]);
    database.close();
  });

  it('opens a file that is open already', () => {
    const url = `file:${join(folder, 'state.sqlite')}`;
    const first = openDatabase(url);
    openDatabase(url).close();
    first.close();
  });

  it('names the file where the folder cannot be written', () => {
    writeFileSync(join(folder, 'a-file'), '');
    const file = join(folder, 'a-file', 'state.sqlite');
    expect(sentence(`file:${file}`)).toMatch(/^The bot cannot write its state to .*DATABASE_URL/);
    expect(sentence(`file:${file}`)).toContain(file);
  });

  it('refuses a file that is no database', () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear Director of Children’s Services, '.repeat(100));
    expect(sentence(`file:${file}`)).toBe(
      `The file ${file} is not a SQLite database: set DATABASE_URL to another file, or move this one away.`,
    );
  });

  it('refuses a database that a newer version made', () => {
    const file = join(folder, 'state.sqlite');
    openDatabase(`file:${file}`).close();
    const database = new Database(file);
    database.exec('INSERT INTO migrations (version) VALUES (99)');
    database.close();
    expect(sentence(`file:${file}`)).toContain('made by a newer version of this bot');
  });

  it.each(['postgres://host/db', 'postgresql://host/db'])(
    'says in one sentence that %s is not for this version',
    (url) => {
      expect(sentence(url)).toMatch(/PostgreSQL.*SQLite file.*file: URL\.$/);
    },
  );

  it.each(['mysql://host/db', 'state.sqlite', 'file:', 'https://host/state.sqlite'])(
    'asks for a file URL instead of %s',
    (url) => {
      expect(sentence(url)).toMatch(/^DATABASE_URL must be a file: URL/);
    },
  );
});
