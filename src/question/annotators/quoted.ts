import type { Annotator, Span } from '../question.js';

/** Words between quotation marks; an apostrophe inside a word opens or closes nothing. */
const QUOTED = /(?:^|[\s(])(["'])(?=\S)([^"\n]{1,300}?)\1(?=$|[\s).,;:!?])/g;

const MARK = /["']/;

/** Phrases that a question puts in quotation marks: they are looked for word for word. */
export const quotedAnnotator: Annotator = {
  name: 'quoted',
  annotate: ({ tokens, text }) => {
    if (!MARK.test(text)) return [];
    return [...text.matchAll(QUOTED)].flatMap((match): Span[] => {
      const phrase = match[2] ?? '';
      const start = match.index + match[0].length - 1 - phrase.length;
      const inside = tokens.filter(
        (each) => each.start >= start && each.end <= start + phrase.length,
      );
      const [first, last] = [inside[0], inside.at(-1)];
      if (!first || !last) return [];
      const [from, to] = [first.at, last.at + 1];
      return [{ kind: 'quoted', value: phrase, from, to, surface: '', by: 'quoted' }];
    });
  },
};
