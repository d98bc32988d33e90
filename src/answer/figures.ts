import type { Hit } from '../search/passage-index.js';
import type { Query } from '../search/query.js';

/** A number that is no year, age or span of months. */
const FIGURE =
  /\b(?!(?:19|20)\d\d\b)\d+(?:\.\d+)?\b(?!-year|[- ](?:to|and)|th\b|st\b| months?\b| years?\b| and )/;

/** Whether a text gives a figure. */
export const isFigure = (text: string): boolean => FIGURE.test(text);

/** Whether the passage gives a figure. */
export const hasFigure = ({ passage }: Hit): boolean => isFigure(passage.passage.quote);

/** Who asks for a figure wants the passage that has it, not the theme's whole story; "how many councils" asks for no figure of a passage. */
export const asksForFigure = ({ words }: Query): boolean =>
  words.some(
    (word, i) =>
      /^(average|per|percent|percentage|proportion|number|many|figures?|rate|\d+(\.\d+)?)$/.test(
        word,
      ) &&
      !/^(19|20)\d\d$/.test(word) &&
      !/^(councils|authorities)$/.test(words[i + 1] ?? ''),
  );
