import { createHash } from 'node:crypto';
import type { RecordedDocument } from '../../../domain/document.js';
import type { Passage } from '../../../domain/passage.js';
import { markedSentences, toneOfMarked } from '../../../domain/passage-tones.js';
import type { DocumentDate } from '../../../domain/source.js';
import type { Visit } from '../../../domain/visit.js';
import { parseDate } from '../facts/dates.js';
import type { ReadFacts, Reading } from '../reading.js';

/**
 * What of the file, not of its text, goes into the record. `given` is the day it came out, as
 * whoever imports it or the site it is from says; `url` is its address there.
 */
export type FileFacts = {
  file: string;
  sha256: string;
  given: DocumentDate | null;
  url: string | null;
  themes: string[][];
  /** The reader that read it. */
  readBy: string;
};

/**
 * The reading as a document of the record, of revision 1; `null` where authority or visit is not
 * known for certain, for then it has no place in the record. The same reading gives the same
 * document: no clock and no order enters.
 */
export function toRecordedDocument(reading: Reading, facts: FileFacts): RecordedDocument | null {
  const { urn, windows, kind } = reading;
  const start = windows[0]?.start;
  const end = windows.at(-1)?.end;
  if (!urn || !start || !end) return null;
  const id = `${urn}-${slug(kind)}-${start}`;
  const visit: Visit = {
    id,
    urn,
    kind,
    ordinal: reading.ordinal,
    windows,
    start,
    end,
    period: start.slice(0, 7),
    leadInspector: reading.leadInspector,
    known: null,
  };
  const dated = printed(reading.dated);
  return {
    format: 1,
    urn,
    checked: null,
    source: {
      id,
      kind: reading.form,
      title: reading.title.slice(0, 300),
      publisher: 'Ofsted',
      author: null,
      published: publication(reading, facts, dated?.date ?? end),
      dated,
      url: facts.url,
      licence: 'OGL-3.0',
      holds: 'passages',
      file: facts.file,
      sha256: facts.sha256,
      pages: reading.pages,
      revision: 1,
    },
    visits: [visit],
    judgements: reading.judgements.map((judgement) => ({ visit: id, ...judgement })),
    passages: passagesOf(reading, id, facts.themes),
    reasons: reading.reasons,
    readBy: facts.readBy,
  };
}

/** What was read of a document of the record, as its file gave it. */
export function readingOf(document: RecordedDocument): ReadFacts {
  const { urn, source, visits, judgements, passages, reasons } = document;
  const [visit] = visits;
  if (!visit || (source.kind !== 'report' && source.kind !== 'letter'))
    throw new TypeError(`${source.id} is no imported document.`);
  return {
    kind: visit.kind,
    form: source.kind,
    title: source.title,
    urn,
    windows: visit.windows,
    ordinal: visit.ordinal,
    leadInspector: visit.leadInspector,
    published: source.published?.basis === 'printed' ? source.published.date : null,
    dated: source.dated?.date ?? null,
    judgements: judgements.map(({ area, grade, printed, page }) => ({
      area,
      grade,
      printed,
      page,
    })),
    passages: passages.map(({ kind, locator }) => ({ kind, section: locator.section })),
    pages: source.pages,
    reasons: reasons ?? [],
  };
}

/** "Focused visit" → "focused-visit", "St. Helens" → "st-helens". */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const printed = (date: string | null): DocumentDate | null =>
  date ? { date, basis: 'printed', note: null } : null;

/**
 * Printed, else given, else in the file's name; a date before the visit's end, or the letter's own,
 * is none.
 */
function publication(
  { published }: Reading,
  { given, file }: FileFacts,
  earliest: string,
): DocumentDate | null {
  if (published) return printed(published);
  if (given) return given;
  const date = dateInName(file.split('/').at(-1) ?? '');
  return date && date >= earliest ? { date, basis: 'file name', note: null } : null;
}

/**
 * "2021-11-19", "20211119" or "19 November 2021" in a file's name, in any spelling of the month.
 */
function dateInName(name: string): string | null {
  const numeric = /(?<!\d)(20\d{2})-?(\d{2})-?(\d{2})(?!\d)/.exec(name);
  const inWords = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ _.-]*([a-z]{3,9})[ _.-]*(20\d{2})(?!\d)/i.exec(
    name,
  );
  if (numeric) {
    const date = parseDate(`${numeric[3]}/${numeric[2]}/${numeric[1]}`);
    if (date) return date;
  }
  return inWords && parseDate(`${inWords[1]} ${inWords[2]} ${inWords[3]}`);
}

/**
 * A passage's id is its page and its place on it ("3.2"); in text without pages, its place alone.
 */
function passagesOf({ passages, pages }: Reading, visit: string, themes: string[][]): Passage[] {
  const onPage = new Map<number, number>();
  return passages.map((passage, i) => {
    const count = (onPage.get(passage.page) ?? 0) + 1;
    onPage.set(passage.page, count);
    const tones = markedSentences(passage);
    return {
      id: pages === null ? `${count}` : `${passage.page}.${count}`,
      visit,
      kind: passage.kind,
      locator: {
        section: passage.section,
        page: pages === null ? null : passage.page,
        lastPage: pages === null ? null : passage.lastPage,
        paragraph: passage.paragraph,
        bullet: passage.bullet,
      },
      speaker: { kind: 'ofsted' },
      tone: toneOfMarked(tones),
      tones,
      themes: themes[i] ?? [],
      quote: passage.quote,
      ...(pages !== null && passage.pageStarts.length > 0 && { pageStarts: passage.pageStarts }),
      finding: null,
      official: null,
    };
  });
}

/** Short name of a file's checksum, for file names. */
export const shortChecksum = (sha256: string): string => sha256.slice(0, 16);

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
