import type { LocalAuthority } from '../../domain/authority.js';
import type { Reason, ReasonCode } from '../../domain/document.js';
import type { Theme } from '../../domain/theme.js';
import { createThemeMatcher } from '../../domain/theme-matcher.js';
import { authorityFinder } from './authority.js';
import { takeIn } from './intake.js';
import { pageLines } from './lines.js';
import { plainTextLines } from './plain-text.js';
import { readDocument } from './read-document.js';
import type { Reading } from './reading.js';
import { readTextPages } from './text-items.js';

/** What a file gave: a reading, or the reason for there being none. `themes` are those of each passage, in order. */
export type FileReading =
  | { sha256: string; reading: Reading; themes: string[][] }
  | { sha256: string | null; reading: null; reasons: Reason[] };

export type ReadFile = (path: string) => Promise<FileReading>;

const FAULTS: Partial<Record<ReasonCode, string>> = {
  not_a_pdf: 'The file is neither a PDF nor a letter of Ofsted as plain text.',
  encrypted: 'The PDF asks for a password.',
  no_text_layer: 'The PDF has no text: it is a scan or empty.',
  truncated: 'The PDF is cut short or damaged.',
  too_large: 'The file holds more than a report can.',
  timed_out: 'Reading took longer than the time limit.',
  unknown_kind:
    'Its title and headings are those of no kind of Ofsted document that this importer knows.',
};

/** The result of a file that was not taken. */
export const refused = (sha256: string | null, code: ReasonCode): FileReading => ({
  sha256,
  reading: null,
  reasons: [{ code, field: null, detail: FAULTS[code] ?? code }],
});

/** Reads files one at a time with the register and the themes, both prepared once. Never throws for what a file holds. */
export function fileReader(authorities: LocalAuthority[], themes: Theme[]): ReadFile {
  const findAuthority = authorityFinder(authorities);
  const matcher = createThemeMatcher(themes);
  const themesOf = (reading: Reading) => reading.passages.map(({ quote }) => matcher.tag(quote));
  return async (path) => {
    const file = await takeIn(path);
    if ('fault' in file) return refused(file.sha256, file.fault);
    const { sha256 } = file;
    if (file.format === 'text') {
      const reading = readDocument([plainTextLines(file.text)], false, findAuthority);
      return reading?.form === 'letter'
        ? { sha256, reading, themes: themesOf(reading) }
        : refused(sha256, 'not_a_pdf');
    }
    const text = await readTextPages(file.bytes);
    if ('failure' in text) return refused(sha256, text.failure);
    const reading = readDocument(text.pages.map(pageLines), true, findAuthority);
    return reading
      ? { sha256, reading, themes: themesOf(reading) }
      : refused(sha256, 'unknown_kind');
  };
}
