import { memoised } from '../language/index.js';
import { type LayEntry, layLexicon } from './lay-lexicon.js';
import type { Token } from './question.js';

/** A run of tokens, from `from` up to, not including, `to`, that is a form in the lexicon. */
export type LayRun = { from: number; to: number; entry: LayEntry };

/** What was found before in tokens, which several ask for. */
const found = new WeakMap<readonly Token[], LayRun[]>();

/**
 * The forms of lay words in some tokens, by where they begin, the longest first; none that is part
 * of a phrase in which it means something else. They may overlap.
 */
export function layRunsIn(tokens: readonly Token[]): LayRun[] {
  const before = found.get(tokens);
  if (before) return before;
  const { forms, exceptions } = runsIn(tokens.map(formOf));
  const runs = forms.flatMap(({ from, to, met }) => {
    const isBarred = exceptions.some(
      (each) => each.from <= from && from < each.to && each.met.includes(met),
    );
    return isBarred ? [] : [{ from, to, entry: met }];
  });
  found.set(tokens, runs);
  return runs;
}

/** A word as it was typed, or repaired; not as another word that it is read as. */
export const formOf = ({ typed, word, isRepaired }: Token): string => (isRepaired ? word : typed);

/** So many words are remembered with what begins with them. */
const WORDS_REMEMBERED = 20_000;

/**
 * What of the lexicon begins with a word: the entry of the word alone, and how many words the
 * longest form or exception has, by its second word.
 */
const beginningWith = memoised((word: string) => {
  const { byForm, longestFrom } = layLexicon();
  return { alone: byForm.get(word), longest: longestFrom.get(word) };
}, WORDS_REMEMBERED);

type Run<T> = { from: number; to: number; met: T };

/** The runs of words that are forms or exceptions. */
function runsIn(said: string[]): { forms: Run<LayEntry>[]; exceptions: Run<LayEntry[]>[] } {
  const { byForm, byException } = layLexicon();
  const forms: Run<LayEntry>[] = [];
  const exceptions: Run<LayEntry[]>[] = [];
  for (const [from, word] of said.entries()) {
    const { alone, longest } = beginningWith(word);
    const length = longest?.get(said[from + 1] ?? '') ?? 1;
    const own: Run<LayEntry>[] = [];
    let text = word;
    for (let to = from + 2; to <= Math.min(from + length, said.length); to++) {
      text = `${text} ${said[to - 1]}`;
      const met = byForm.get(text);
      if (met) own.push({ from, to, met });
      const barred = byException.get(text);
      if (barred) exceptions.push({ from, to, met: barred });
    }
    forms.push(...own.reverse());
    if (alone) forms.push({ from, to: from + 1, met: alone });
  }
  return { forms, exceptions };
}
