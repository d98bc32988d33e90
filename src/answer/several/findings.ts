import { says, textWithout } from '../../question/index.js';
import { type FindingsFacts, findingsAcross } from '../across/findings/findings.js';
import type { AskedOfSeveral } from '../asked.js';

/**
 * What inspectors found at each of the councils named, sentence by sentence, in its newest full
 * inspection; `null` where the question names nothing that sentences could be on, or asks for the
 * reasons of a grade.
 */
export function findingsSideBySide({
  question,
  authorities,
  context,
}: AskedOfSeveral): FindingsFacts | null {
  if (says(question, 'why')) return null;
  const text = textWithout(question, ['council', 'comparison']);
  const facts = findingsAcross({
    question,
    context,
    scope: { authorities, places: [], type: null, excluded: [], text },
  });
  const isOnSomething = facts.concepts.some(({ named }) => named !== 'word');
  return isOnSomething && facts.isCounted && !facts.inOtherWords ? facts : null;
}
