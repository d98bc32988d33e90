import { quotesPartOfClaim, says, spansOf } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { AskedOfOne } from '../asked.js';
import { requestOf } from '../search-request.js';
import { wordPassages } from '../wording/passages.js';
import { asksOfClaim, saidOf } from './claim.js';
import { passagesAnswer } from './index.js';
import { passages } from './passages.js';
import { claimedWords } from './with-the-words.js';

/** A claim of fewer words is read as any question; so is one of a grade that is not much longer. */
const [FEWEST, FEWEST_WITH_GRADE] = [4, 8];

/**
 * The answer to whether something was said, where a sentence of a report has it: whatever else its
 * words could ask for (a time, a telephone number, another profession) they are then no question.
 * `null` where none has it.
 */
export function saidByInspectors(asked: AskedOfOne): Answer | null {
  const { question, authority, context } = asked;
  if (!asksOfClaim(asked)) return null;
  const isQuoted = says(question, 'quoted');
  const isPart = quotesPartOfClaim(question);
  if (isQuoted && !isPart) return null;
  const least = says(question, 'grade') ? FEWEST_WITH_GRADE : FEWEST;
  const count = claimedWords(asked).split(' ').length;
  const said = count < least ? null : saidOf(asked);
  if (!said) return isPart ? passagesAnswer(asked) : null;
  if (said.verdict === 'qualified' && !isPart && spansOf(question, 'grade').length > 0) return null;
  const { terms } = requestOf(question, [authority.urn], context);
  return wordPassages(passages(asked, [said.by], terms));
}
