import { Grade } from '../../domain/judgement.js';
import { readVocabulary } from '../../domain/vocabulary.js';
import type { Annotator, Reading, Span } from '../question.js';
import { saidIn } from '../said.js';
import { book } from './phrases.js';

const grades = readVocabulary('grades', Grade);
const everyday = readVocabulary('grades-moved-between', Grade);
const phrasesOf = ({ entries }: typeof grades) =>
  entries.flatMap(({ value, phrases }) =>
    value === null ? [] : phrases.map((phrase) => [phrase, value] as const),
  );
const finder = book.add(phrasesOf(grades), grades.sets);
/** Everyday words for a grade count beside a word of moving, where another grade is named. */
const everydayFinder = book.add(phrasesOf(everyday), everyday.sets);

const ARTICLE = /^(?:a|an|the|being|their|its)$/;
const ARROW = /^\s*(?:-+>|=+>|→|➔|➜|>+)\s*$/;
const BY = { surface: '', by: 'from-to' };

/**
 * "From", "to" and "into" right before a grade, or an arrow between two: the one that was, and the
 * one that came. There, everyday words are grades too ("from good to failing", "was failing").
 */
export const fromToAnnotator: Annotator = {
  name: 'from-to',
  words: new Set(everydayFinder.words),
  annotate(reading) {
    const words = saidIn(reading.tokens).all;
    const named = finder.find(words);
    if (named.length === 0) return [];
    const said = everydayFinder.find(words).flatMap((match): Span[] => {
      const start = match.words.find((at) => !BEFORE_GRADE.test(words[at] ?? '')) ?? match.from;
      const isAlone = !named.some((grade) => grade.to <= match.from || match.to <= grade.from);
      return isAlone
        ? []
        : [{ kind: 'grade', value: match.value, from: start, to: match.to, ...BY }];
    });
    const starts = [...named, ...said].map(({ from }) => from);
    return [...said, ...[...new Set(starts)].flatMap((at) => leadTo(at, reading))];
  },
};

const BEFORE_GRADE =
  /^(?:from|to|into|but|and|yet|once|ever|previously|formerly|was|were|been|being|used|be|had|with|off|of|a|an|the|at|some|then)$/;

/** The word before a grade, or the arrow, that says whether it was or came. */
function leadTo(grade: number, { tokens, text }: Reading): Span[] {
  const at = ARTICLE.test(tokens[grade - 1]?.word ?? '') ? grade - 2 : grade - 1;
  const [before, first] = [tokens[grade - 1], tokens[grade]];
  if (before && first && ARROW.test(text.slice(before.end, first.start)))
    return [{ kind: 'from_to', value: 'to', from: grade, to: grade + 1, words: [], ...BY }];
  const word = tokens[at]?.word;
  if (word !== 'from' && word !== 'to' && word !== 'into') return [];
  return [{ kind: 'from_to', value: word === 'from' ? 'from' : 'to', from: at, to: at + 1, ...BY }];
}
