/** Every report is about children: "children with autism" is in the words of one on "autism". */
export const EVERYBODY: ReadonlySet<string> = new Set([
  'child',
  'children',
  'young',
  'people',
  'person',
]);

/** Whether a stem is of a word for whom every report is about. */
export const isOfEverybody = (own: string): boolean =>
  EVERYBODY.has(own) || own === 'peopl' || own === 'famili';

/** Whether stems name all whom reports are about ("young people"); "young children" are fewer. */
export const nameEverybody = (stems: readonly string[]): boolean =>
  stems.every(isOfEverybody) && (stems.length === 1 || stems.includes('peopl'));
