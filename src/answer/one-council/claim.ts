import type { RecordedPassage } from '../../domain/record.js';
import { says, searchedTokens, spansOf } from '../../question/index.js';
import type { ClaimVerdict } from '../answer.js';
import type { AskedOfOne } from '../asked.js';
import { withTheWords } from './with-the-words.js';

/** How what is quoted stands to what was asked to be true. */
export type ClaimFacts = {
  verdict: ClaimVerdict;
  /** The passage that decides, of those shown. */
  by: RecordedPassage;
};

/** Whether the question asks if something was said. */
export const asksOfClaim = ({ question }: AskedOfOne): boolean =>
  spansOf(question, 'claim').some(({ value }) => value === 'asked');

/** What is quoted, held against what was asked to be true; `null` where nothing was. */
export function claimOf(asked: AskedOfOne, shown: RecordedPassage[]): ClaimFacts | null {
  const [first] = shown;
  if (!asksOfClaim(asked) || !first || isOneWord(asked)) return null;
  const verbatim = withTheWords(asked);
  const [said] = verbatim;
  if (said) return { verdict: 'verbatim', by: said };
  const claimed = toneClaimed(asked);
  const told = tonesOf(first);
  if (!claimed || !told || !isOnTheme(first, asked)) return { verdict: 'nearest', by: first };
  return { verdict: claimed === told ? 'alike' : 'opposed', by: first };
}

/** "Did inspectors find children at risk" asks of a subject, and claims nothing to hold to. */
const isOneWord = ({ question }: AskedOfOne): boolean =>
  searchedTokens(question).length === 1 &&
  !says(question, 'tone', 'theme', 'negation') &&
  spansOf(question, 'claim').every(({ value }) => value === 'asked');

type Tone = 'praise' | 'criticism';

const tonesOf = ({ passage: { tone } }: RecordedPassage): Tone | null =>
  tone === 'praise' || tone === 'criticism' ? tone : null;

/**
 * What was claimed of the council: well or ill. That there is none of something is ill; "not" with
 * a word of either is not guessed at.
 */
function toneClaimed({ question }: AskedOfOne): Tone | null {
  const claimed = new Set(
    spansOf(question, 'claim').flatMap(({ value }) => {
      if (value === 'asked') return [];
      return [value === 'denied' ? 'criticism' : value];
    }),
  );
  for (const { value } of spansOf(question, 'tone')) claimed.add(value);
  const [only] = claimed;
  const isNegated = says(question, 'negation') && !claimed.has('criticism');
  return claimed.size === 1 && only && !isNegated ? only : null;
}

/** Whether a passage is on a theme that the question names. */
const isOnTheme = ({ passage }: RecordedPassage, { question }: AskedOfOne): boolean =>
  spansOf(question, 'theme').some(({ value }) =>
    value.some(({ id }) => passage.themes.includes(id)),
  );
