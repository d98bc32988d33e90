import { Grade } from '../../../domain/judgement.js';

/**
 * Without spaces: a file can lose those between words, and no two phrases differ in spaces alone.
 */
const PHRASES: [RegExp, Grade | 'not judged'][] = [
  [/^outstanding$/, 'outstanding'],
  [/^good$/, 'good'],
  [/^adequate$/, 'adequate'],
  [/^requires?improvement(?:(?:inorder)?tobegood)?$/, 'requires improvement to be good'],
  [/^inadequate$/, 'inadequate'],
  [/^(?:notjudged|nojudge?ment(?:made|given)?|judge?mentnotmade)$/, 'not judged'],
];

/** A footnote's mark in the type of the text. */
const NOTE = /[\d*†‡]{1,2}$/;

/** Longer than any phrase for a grade. */
const LONGEST = 60;

/**
 * The grade that a printed phrase states: "Require improvement" and "Requires improvement" are the
 * grade that is called "requires improvement to be good" in full. `null` for any other phrase.
 */
export function gradeOf(printed: string): Grade | 'not judged' | null {
  if (printed.length > LONGEST) return null;
  const phrase = printed.toLowerCase().replace(/\s+/g, '').replace(NOTE, '').replace(/[.:]$/, '');
  const inBrackets = /^grade\d\((.+)\)$/.exec(phrase)?.[1] ?? phrase;
  return PHRASES.find(([pattern]) => pattern.test(inBrackets))?.[1] ?? null;
}

/**
 * Whether a phrase could be the beginning of a grade that goes on in the next line ("Requires
 * improvement to").
 */
export const isGradeFragment = (printed: string): boolean =>
  printed.length <= LONGEST &&
  /^(?:requires?(?: improvement(?: to(?: be)?)?)?|improvement(?: to(?: be(?: good)?)?)?|to(?: be(?: good)?)?|be(?: good)?|not|judged)$/i.test(
    printed.trim(),
  );

/**
 * A grade at the end of a heading: "… help and protection: inadequate", "… is that it requires
 * improvement".
 */
export const GRADE_WORDS =
  '(?:outstanding|good|adequate|inadequate|requires? improvement(?: to be good)?|not judged)';

/**
 * The grades that a printed phrase names: "Requires improvement" is "requires improvement to be
 * good" and no "good".
 */
export function gradesIn(printed: string): Grade[] {
  const text = printed.toLowerCase().replace(/\s+/g, ' ');
  const rest = text.replace(/\brequires? improvement(?: to be good)?\b/g, '');
  return Grade.options.filter((grade) =>
    grade === 'requires improvement to be good'
      ? rest !== text
      : new RegExp(`\\b${grade}\\b`).test(rest),
  );
}
