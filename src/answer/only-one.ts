import { onlyOneAsked, says, spansOf } from '../question/index.js';
import type { Answer } from './answer.js';
import type { Chosen } from './ask-back.js';
import type { Asked } from './asked.js';
import { isBesideOwn } from './councils-named.js';
import { councilsOf } from './grades/council-grades.js';
import { gradeList } from './grades/list.js';
import { type Scope, scopeOf } from './scope.js';
import { wordOnlyOne } from './wording/only-one.js';
import { ownCouncilAnswer } from './wording/which-council.js';

/**
 * Whether a council is the only one of a place (of its neighbours, of all) with a grade: all with
 * it are counted, since the council's own grade does not answer that. `null` where it is not asked.
 */
function onlyOneAnswer({ question, context }: Asked): Answer | null {
  const sort = onlyOneAsked(question);
  const [council] = spansOf(question, 'council');
  if (!sort || !council || !context.covered.includes(council.value)) return null;
  const authority = council.value;
  const all = scopeOf(question, context);
  const near = says(question, 'neighbours') ? authority.neighbours : undefined;
  const scope: Scope = near
    ? {
        ...all,
        authorities: context.covered.filter(
          (each) => each === authority || near.includes(each.urn),
        ),
        type: `councils that are ${authority.name} or its statistical neighbours`,
      }
    : all;
  if (scope.authorities.length === 0) return null;
  const asked = { question, context, scope };
  const facts = gradeList(asked);
  const having = facts.listed === 'graded so' ? councilsOf(facts.rows) : facts.notGraded;
  return wordOnlyOne(
    { sort, authority, having: having.map((each) => each.authority) },
    facts,
    asked,
  );
}

/** One council set beside others that are not named: the asker's own, or all it is among. */
export function besideOthersUnnamed(asked: Asked): Chosen | null {
  if (isBesideOwn(asked))
    return { intent: 'of which own council', answer: ownCouncilAnswer(asked) };
  const answer = onlyOneAnswer(asked);
  return answer && { intent: 'only-one', answer };
}
