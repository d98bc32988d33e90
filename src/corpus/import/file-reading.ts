import type { Reason, ReasonCode } from '../../domain/document.js';
import type { Reading } from './reading.js';

/**
 * What a file gave: a reading, or the reason for there being none. `themes` are those of each
 * passage, in order.
 */
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
  text_layer_damaged: 'The text of the PDF is damaged: letters of it are replaced by others.',
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
