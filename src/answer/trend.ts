import type { Query } from '../question/legacy/query.js';
import type { Answer } from './answer.js';

const TREND =
  /^(better|worse|improv(e|ed|es|ing|ement|ements)|declin(e|ed|ing)|deteriorat(e|ed|ing)|progress(ed)?|chang(e|ed|es|ing)|trend|trends)$/;

/** Whether a question asks how things went over time. */
export const isTrend = ({ words, points }: Query): boolean =>
  !points.recommendations && words.some((word) => TREND.test(word));

/** The words of a question that ask for the trend and name no subject. */
export const isTrendWord = (word: string): boolean =>
  TREND.test(word) || /^(time|years)$/.test(word);

/** An answer to a question after a trend says that it gives no verdict of its own. */
export const withoutVerdict = (answer: Answer): Answer => ({
  ...answer,
  notes: [
    'What was said at each visit is quoted here; the record gives no verdict of better or worse beyond these words.',
    ...answer.notes,
  ],
});
