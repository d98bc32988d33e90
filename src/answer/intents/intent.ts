import type { Feature, HeldApart, ListOfGrades } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { Asked, AskedOfAll, AskedOfOne, AskedOfSeveral } from '../asked.js';

/**
 * How an intent stands in help, README and usage texts; its first example goes with it. What
 * `leads` is what most people need, and stands open where help is folded.
 */
export type Shown = { usage: string; describes: string; leads?: true };

/**
 * A way to answer a question. It takes a question of its scope only where all features of one of
 * its `needs` are said, and everything that the question says is among what it `allows`; what it
 * needs is allowed, and so is what carries nothing ("please", "Ofsted"). One that allows 'anything'
 * may still forbid something. `examples` are questions that it takes; `counterExamples` look alike
 * and belong elsewhere. Both are its tests.
 */
type Row<S extends string, A> = {
  id: string;
  scope: S;
  needs: Feature[][];
  allows: Feature[] | 'anything';
  forbids?: Feature[];
  /** Set where any word may be part of the question, so that passages are searched for it. */
  isFree?: true;
  examples: string[];
  counterExamples: string[];
  shown?: Shown;
  answer: (asked: A) => Answer;
};

/**
 * `holdsApart` is set where a list of councils by their grades is made, and says which conditions
 * that list holds apart: a question that has more of them is tangled, and gets no list.
 * `holdsSeveral`: of which conditions on visits an answer about many councils holds several; one
 * that names several of another gets no answer either.
 */
type ListRow = { holdsApart?: ListOfGrades; holdsSeveral?: readonly HeldApart[] };

/** A question whatever councils it is of. */
export type IntentOfAny = Row<'any', Asked>;
export type IntentOfOne = Row<'one', AskedOfOne>;
export type IntentOfSeveral = Row<'several', AskedOfSeveral>;
/**
 * `isOfOneToo`: what it asks can be asked of one council as well, always or where it names no
 * grade, so that in a channel that asks about one it is asked of that.
 */
export type IntentOfAll = Row<'all', AskedOfAll> &
  ListRow & { isOfOneToo?: 'always' | 'without grade' };
export type Intent = IntentOfAny | IntentOfOne | IntentOfSeveral | IntentOfAll;

/** What an intent is chosen by. */
export type Condition = Pick<Intent, 'scope' | 'needs' | 'allows' | 'forbids'>;
