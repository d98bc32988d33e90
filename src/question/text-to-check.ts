import { opening, partsOf } from './claim-sentences.js';
import { cleanText } from './clean.js';

/** So many characters of a text are read: the answer must fit the button that asks it again. */
const LONGEST = 1_800;
/** Stands where a text was cut, so that whoever asks it again is told so too. */
const CUT = ' […]';

/**
 * A text of which claims are asked to be held against the record: as far as it is read (`text`,
 * which asks the same again), what of it is to be checked, a line each as it was written, and
 * whether more of it was not read.
 */
export type TextToCheck = { text: string; claimed: string; isCut: boolean };

/** What is to be checked of a text; `null` where that is not asked for. */
export function textToCheck(typed: string): TextToCheck | null {
  const isCut = typed.length > LONGEST || typed.endsWith(CUT);
  const read = isCut ? wholeWords(typed) : typed;
  const claimed = claimsRequested(read.split(/\n+/).map(cleanText).join('\n').trim());
  return claimed === null ? null : { claimed, isCut, text: isCut ? `${read}${CUT}` : typed };
}

/** As much of a text as is read, without a word that the cut would halve. */
const wholeWords = (text: string): string =>
  text.endsWith(CUT)
    ? text.slice(0, -CUT.length)
    : text.slice(0, LONGEST - CUT.length).replace(/\s\S*$/, '');

/** The text whose claims are to be held against the record; `null` where none is asked for. */
function claimsRequested(text: string): string | null {
  const marked = partsOf(text).find(
    ({ part, start, end }) =>
      part === 'request' && start <= 1 && /^\s*[:–—-]\s*\S/.test(text.slice(end)),
  );
  const met = marked ?? opening(text, 'request_alone');
  const rest = met ? text.slice(met.end).replace(/^[\s:–—-]+/, '') : '';
  return rest === '' ? null : rest;
}
