import { type LayEntry, type LayLexicon, layLexicon } from './lay-lexicon.js';
import type { Token } from './question.js';

/** A run of tokens, from `from` up to, not including, `to`, that is a form in the lexicon. */
export type LayRun = { from: number; to: number; entry: LayEntry };

/**
 * The forms of lay words in some tokens, by where they begin, the longest first; none that is part
 * of a phrase in which it means something else. They may overlap.
 */
export function layRunsIn(tokens: Token[]): LayRun[] {
  const { forms, exceptions } = runsIn(tokens.map(formOf), layLexicon());
  return forms.flatMap(({ from, to, met }) => {
    const isBarred = exceptions.some(
      (each) => each.from <= from && from < each.to && each.met.includes(met),
    );
    return isBarred ? [] : [{ from, to, entry: met }];
  });
}

/** A word as it was typed, or repaired; not as another word that it is read as. */
export const formOf = ({ typed, word, isRepaired }: Token): string => (isRepaired ? word : typed);

type Run<T> = { from: number; to: number; met: T };

/** The runs of words that are forms or exceptions. */
function runsIn(
  said: string[],
  { byForm, byException, longestFrom }: LayLexicon,
): { forms: Run<LayEntry>[]; exceptions: Run<LayEntry[]>[] } {
  const forms: Run<LayEntry>[] = [];
  const exceptions: Run<LayEntry[]>[] = [];
  said.forEach((word, from) => {
    const own: Run<LayEntry>[] = [];
    const longest = longestFrom.get(word)?.get(said[from + 1] ?? '') ?? 1;
    const end = Math.min(from + longest, said.length);
    let text = '';
    for (let to = from + 1; to <= end; to++) {
      text = to === from + 1 ? word : `${text} ${said[to - 1]}`;
      const met = byForm.get(text);
      if (met) own.push({ from, to, met });
      const barred = to > from + 1 ? byException.get(text) : undefined;
      if (barred) exceptions.push({ from, to, met: barred });
    }
    forms.push(...own.reverse());
  });
  return { forms, exceptions };
}
