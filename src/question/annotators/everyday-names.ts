import { z } from 'zod';
import { finderOf, readVocabulary } from '../../domain/vocabulary.js';
import type { Reading } from '../question.js';
import { saidIn } from '../said.js';

/** A name met in a question; with its title, it is longer than the name alone. */
export type NameMet = { from: number; to: number; hasTitle: boolean };

/** Which of the names in a question are meant as names. */
export type EverydayNames = (reading: Reading, met: NameMet[]) => NameMet[];

/** What joins a name to another one, next to it or anywhere. */
const JOINING = new Set(['and', 'or', 'to', 'with', 'against', 'nor', 'like', 'better', 'worse']);
const COMPARING = new Set([
  ...['vs', 'versus', 'v', 'than', 'compare', 'compared', 'compares', 'comparing', 'between'],
  'both',
]);
/** What makes a verb of the word that follows a council's name: "does Leeds bury complaints". */
const BEFORE_VERB = new Set('does do did will would can could should must might to'.split(' '));

/**
 * Prepares a judge of names that are everyday words too. A title or "’s" shows a name; one of the
 * phrases of `data/language/names-that-are-words.json` shows the word. Else the name counts, unless
 * it is one of the commonest words, in small letters, and another council is named apart from it.
 */
export function createEverydayNames(): EverydayNames {
  const vocabulary = readVocabulary('names-that-are-words', z.string());
  const { sets } = vocabulary;
  const everyday = new Set(sets.everyday);
  const persons = new Set(sets.person);
  const finder = finderOf(vocabulary);

  return ({ tokens, text }, met) => {
    if (met.length === 0) return met;
    const { typed } = saidIn(tokens);
    const uses = finder.find(typed);
    const isUse = ({ from, to }: NameMet): boolean =>
      uses.some(
        ({ value, from: first, to: last }) =>
          first <= from && to <= last && typed[from]?.startsWith(value?.split(' ')[0] ?? ''),
      );
    const isPossessive = ({ to }: NameMet): boolean =>
      /['’]s$/i.test(tokens[to - 1]?.surface ?? '');
    const isEveryday = ({ from, to }: NameMet): boolean => {
      const word = typed[from] ?? '';
      return to - from === 1 && (everyday.has(word) || everyday.has(word.replace(/s$/, '')));
    };
    /** A capital inside a sentence that has small letters shows a name. */
    const isCapital = ({ from }: NameMet): boolean =>
      from > 0 && /^\p{Lu}\p{Ll}/u.test(tokens[from]?.surface ?? '') && /\s\p{Ll}/u.test(text);
    const isSure = (name: NameMet): boolean =>
      name.hasTitle || isPossessive(name) || (isEveryday(name) && isCapital(name));

    const meant = met.filter((name) => {
      if (isSure(name)) return true;
      const isPerson = name.to - name.from === 1 && persons.has(typed[name.from - 1] ?? '');
      return !isPerson && !isUse(name);
    });
    const hasOther = meant.some((name) => isSure(name) || !isEveryday(name));
    if (!hasOther) return meant;
    const isComparison = typed.some((word) => COMPARING.has(word));
    return meant.filter(
      (name) =>
        isSure(name) ||
        !isEveryday(name) ||
        isComparison ||
        JOINING.has(typed[name.from - 1] ?? '') ||
        JOINING.has(typed[name.to] ?? '') ||
        isListed(name, { tokens, text }) ||
        isNextTo(name, meant, typed),
    );
  };
}

/**
 * Whether a name stands right beside another one ("tameside bury"), as names do that are asked
 * about together; a verb may stand there too, and more words behind it.
 */
function isNextTo(name: NameMet, names: NameMet[], typed: readonly string[]): boolean {
  const isBeside = names.some(({ from, to }) => to === name.from || from === name.to);
  const isVerb = name.to < typed.length && typed.some((word) => BEFORE_VERB.has(word));
  return isBeside && !isVerb;
}

/** Whether a comma, a stroke or an ampersand stands next to the name. */
function isListed({ from, to }: NameMet, { tokens, text }: Reading): boolean {
  const before = text.slice(tokens[from - 1]?.end ?? 0, tokens[from]?.start);
  const after = text.slice(tokens[to - 1]?.end, tokens[to]?.start ?? text.length);
  return /[,/&;+]/.test(before + after);
}
