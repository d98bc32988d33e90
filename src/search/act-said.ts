import { isDenied, isExcess, isLacking, isShort, onSideOf } from '../domain/denial.js';
import type { DenialPlace } from '../domain/denial-places.js';
import type { RingPlace } from '../domain/synonym-rings.js';
import type { ReadSentence } from './read-sentences.js';
import type { SoughtConcept } from './sought-concept.js';

/** What is done with a thing stands so near it. */
const NEAR = 12;
/** Behind what is done it is named sooner: "identify children's needs who are …" is of needs. */
const NEAR_BEHIND = 6;

/**
 * Where a sentence says that an act is done, or where that is asked for left undone, near one of
 * the `places` of what it is done with; `null` where it does not.
 */
export function placeOfAct(
  { act: sought }: SoughtConcept,
  sentence: ReadSentence,
  places: readonly number[],
): RingPlace | null {
  if (!sought) return null;
  const { act, isUndone } = sought;
  const undone = sentence.placeOfRing(act.undone);
  const done = sentence.placeOfRing(act.done);
  const isNear = ({ from }: RingPlace) =>
    places.length === 0 || places.some((at) => from - at <= NEAR && at - from <= NEAR_BEHIND);
  const isNot = done !== null && isNotDone(done, sentence);
  const found = isUndone ? [undone, isNot ? done : null] : [isNot || undone ? null : done];
  return found.find((place): place is RingPlace => place !== null && isNear(place)) ?? null;
}

const PARTICIPLE = /ed$/;

/** Whether a sentence denies or limits what stands at a place. */
function isNotDone(place: RingPlace, { denials, turn, words }: ReadSentence): boolean {
  const sided: readonly DenialPlace[] = onSideOf(place, denials, turn);
  // "Children identified as … do not always receive" leaves out no identifying.
  const isDone = PARTICIPLE.test(words[place.to - 1] ?? '');
  const own = isDone ? sided.filter(({ from }) => from < place.to) : sided;
  return [isDenied, isShort, isLacking, isExcess].some((says) => says(own, place, words));
}
