import { createHash } from 'node:crypto';
import { type Citation, citePassage } from '../domain/citation.js';
import { narrowed } from '../search/index.js';
import type { Point } from './answer.js';
import type { AnswerContext } from './context.js';
import { pointOf } from './wording/points.js';

/**
 * By which a quotation is found again in the record: the key of what is quoted, how many UTF-16
 * units the quotation has, and the beginning of its checksum. It has none of its words.
 */
export const referenceOf = ({ key, quote }: Pick<Citation, 'key' | 'quote'>): string =>
  [key, quote.length, checksumOf(quote)].join(' ');

/**
 * The quotation of a reference as the record has it now, or `null` where it has these very words no
 * more. A document that was read again may have them in another passage of it.
 */
export function quotationOf(reference: string, { record }: AnswerContext): Point | null {
  const [key = '', length = '', checksum = ''] = reference.split(' ');
  const document = `${key.split('/')[0]}/`;
  const passages = record.passages
    .all()
    .filter((each) => each.key.startsWith(document))
    .toSorted((a, b) => Number(b.key === key) - Number(a.key === key));
  for (const recorded of passages) {
    const all = runs(recorded.passage.quote, Number(length));
    const quote = all.find((words) => checksumOf(words) === checksum);
    if (quote !== undefined)
      return {
        lead: pointOf(narrowed(recorded, quote)).lead,
        citation: citePassage(recorded, quote),
      };
  }
  return null;
}

/** The runs of a text that have this length and begin where a word may. */
function runs(text: string, length: number): string[] {
  const last = text.length - length;
  if (!Number.isInteger(length) || length < 1 || last < 0) return [];
  const from = Array.from({ length: last + 1 }, (_, at) => at);
  return from
    .filter((at) => at === 0 || !isLetter(text.charAt(at - 1)))
    .map((at) => text.slice(at, at + length));
}

const isLetter = (character: string): boolean =>
  character.toLowerCase() !== character.toUpperCase();

/** 48 bits, which tell apart the runs of one document. */
const checksumOf = (words: string): string =>
  createHash('sha256').update(words).digest('base64url').slice(0, 8);
