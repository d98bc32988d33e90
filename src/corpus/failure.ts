import type { RecordFile } from './accept.js';

/**
 * One thing in the record that does not hold: the file to correct, the passage, judgement or visit
 * in it (`null` for the document itself), what was expected, and the nearest text of the source
 * where one was searched.
 */
export type Failure = {
  file: string;
  item: string | null;
  expected: string;
  nearest: string | null;
};

export const failure = (
  { file }: Pick<RecordFile, 'file'>,
  item: string | null,
  expected: string,
  nearest: string | null = null,
): Failure => ({ file, item, expected, nearest });

export const judgementItem = ({ visit, area }: { visit: string; area: string }): string =>
  `judgement ${visit}/${area}`;
export const passageItem = ({ id }: { id: string }): string => `passage ${id}`;
export const visitItem = ({ id }: { id: string }): string => `visit ${id}`;
