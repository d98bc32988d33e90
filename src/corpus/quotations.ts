import type { Judgement } from '../domain/judgement.js';
import type { Passage } from '../domain/passage.js';
import type { RecordFile } from './accept.js';
import { quotes, quotesAcross, quotesLoosely } from './compare-text.js';
import type { DocumentText } from './document-text.js';
import { type Failure, failure, judgementItem, passageItem } from './failure.js';
import { nearestText } from './nearest-text.js';

/** The text of the document with an id, where it was found. */
export type TextOf = (sourceId: string) => DocumentText | undefined;

/**
 * Whether everything a file quotes stands in its document as quoted: passages, whole paragraphs,
 * the printed grades, and what is said of the official text. A document that was not found is no
 * fault here.
 */
export function quotationFaults(file: RecordFile, textOf: TextOf): Failure[] {
  const { source, passages, judgements } = file.document;
  const text = textOf(source.id);
  return [
    ...passages.flatMap((passage) => officialFaults(file, passage, textOf)),
    ...(text
      ? [
          ...pageCountFaults(file, text),
          ...passages.flatMap((passage) => passageFaults(file, passage, text)),
          ...judgements.flatMap((judgement) => judgementFaults(file, judgement, text)),
        ]
      : []),
  ];
}

function pageCountFaults(file: RecordFile, { format, pages }: DocumentText): Failure[] {
  const count = format === 'pdf' ? pages.length : null;
  const said = file.document.source.pages;
  if (said === count) return [];
  return [failure(file, null, `source.pages to be ${count}, as the document has; it is ${said}`)];
}

function passageFaults(file: RecordFile, passage: Passage, text: DocumentText): Failure[] {
  const { page, lastPage } = passage.locator;
  const readings = [text.pages, text.laidOut];
  if (readings.some((pages) => quotesAcross(pagesOf(pages, page, lastPage), passage.quote)))
    return [];
  return [notFound(file, passageItem(passage), passage.quote, text, page)];
}

function judgementFaults(file: RecordFile, judgement: Judgement, text: DocumentText): Failure[] {
  const { printed, page } = judgement;
  if (printed === null) return [];
  const where = [text.pages, text.laidOut].flatMap((pages) => pagesOf(pages, page, page));
  if (where.some((t) => quotes(t, printed))) return [];
  return [notFound(file, judgementItem(judgement), printed, text, page)];
}

/**
 * Words that agree stand on the page named, but for the form of quotation marks and a last
 * punctuation mark; words that differ stand nowhere in the official text.
 */
function officialFaults(file: RecordFile, passage: Passage, textOf: TextOf): Failure[] {
  const { official, quote } = passage;
  const text = official && textOf(official.source);
  if (!official || !text) return [];
  const item = passageItem(passage);
  const found = text.pages.findIndex((page) => quotesLoosely(page, quote)) + 1;
  if (official.verdict === 'differs')
    return found === 0
      ? []
      : [
          failure(
            file,
            item,
            `the verdict "agrees": ${official.source} has these words on page ${found}`,
          ),
        ];
  if (quotesLoosely(text.pages[official.page - 1] ?? '', quote)) return [];
  const expected = `${official.source}, page ${official.page}, to have the words “${quote}”`;
  return [failure(file, item, expected, nearestText(quote, text.pages.join(' ')))];
}

/** The pages from `first` to `last`; all of them where none is named. */
const pagesOf = (pages: string[], first: number | null, last: number | null): string[] =>
  first === null ? pages : pages.slice(first - 1, last ?? first);

function notFound(
  file: RecordFile,
  item: string,
  quotation: string,
  text: DocumentText,
  page: number | null,
): Failure {
  const elsewhere = text.pages.findIndex((t) => quotes(t, quotation)) + 1;
  const where = `${file.document.source.file}${page === null ? '' : `, page ${page}`}`;
  if (elsewhere > 0)
    return failure(file, item, `“${quotation}” in ${where}; it is on page ${elsewhere}`);
  const nearest = nearestText(quotation, text.pages.join(' '));
  return failure(file, item, `“${quotation}” in ${where}`, nearest);
}
