import type { LocalAuthority } from '../../domain/authority.js';
import type { Theme } from '../../domain/theme.js';
import { createThemeMatcher } from '../../domain/theme-matcher.js';
import { authorityFinder } from './facts/authority.js';
import { type ReadFile, refused } from './file-reading.js';
import { identifyFile } from './pdf/intake.js';
import { pageLines } from './pdf/lines.js';
import { plainTextLines } from './pdf/plain-text.js';
import { readTextPages, type TextPage } from './pdf/text-items.js';
import { readDocument } from './read-document.js';
import type { Reading } from './reading.js';

/**
 * Reads files one at a time with the register and the themes, both prepared once. Never throws for
 * what a file holds.
 */
export function fileReader(authorities: LocalAuthority[], themes: Theme[]): ReadFile {
  const findAuthority = authorityFinder(authorities);
  const matcher = createThemeMatcher(themes);
  const themesOf = (reading: Reading) => reading.passages.map(({ quote }) => matcher.tag(quote));
  return async (path) => {
    const file = await identifyFile(path);
    if ('fault' in file) return refused(file.sha256, file.fault);
    const { sha256 } = file;
    if (file.format === 'text') {
      const lines = { pages: [plainTextLines(file.text)], paged: false, hidden: [] };
      const reading = readDocument(lines, findAuthority);
      return typeof reading !== 'string' && reading.form === 'letter'
        ? { sha256, reading, themes: themesOf(reading) }
        : refused(sha256, 'not_a_pdf');
    }
    const text = await readTextPages(file.bytes, file.mayHideText);
    if ('failure' in text) return refused(sha256, text.failure);
    const lines = { pages: text.pages.map(pageLines), paged: true, hidden: hiddenOf(text.pages) };
    const reading = readDocument(lines, findAuthority);
    return typeof reading === 'string'
      ? refused(sha256, reading)
      : { sha256, reading, themes: themesOf(reading) };
  };
}

const hiddenOf = (pages: TextPage[]) =>
  pages.flatMap(({ number, hidden }) => (hidden === '' ? [] : [{ page: number, text: hidden }]));
