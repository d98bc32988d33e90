import type { PointKind } from '../../../domain/point-kind.js';
import { type ToneReading, toneOf } from '../../../domain/tone.js';
import {
  actsAsked,
  asksGoodOrBad,
  isNameOfFault,
  jointsIn,
  lacksAsked,
  leaningOf,
  namesFault,
  pointKindOf,
  type Question,
  spansOf,
  tonesDenied,
  trendAsked,
} from '../../../question/index.js';
import { lateSaidIn } from '../../../search/index.js';
import { ringsNamed } from './things-named.js';

/** What reports write where people ask for what they do not write. */
const OTHER_SIDE = { praise: 'criticism', criticism: 'praise', mention: null } as const;

/**
 * The kind of point asked for: a tone may be in the words for it ("outstanding early help",
 * "children wait too long").
 */
export function kindAsked(question: Question): PointKind {
  const kind = pointKindOf(question);
  const [denied] = tonesDenied(question);
  // No report says whom it does not criticise: what is said on the other side is asked for.
  if (denied) return { ...kind, tone: OTHER_SIDE[denied.value] };
  if (asksGoodOrBad(question)) return { ...kind, tone: null };
  // What got better or worse is said by these words, in whatever tone.
  if (trendAsked(question)) return kind;
  const tone = toneImplied(question).tone ?? toneOfGradeWord(question);
  if (kind.tone !== null || kind.recommendations || tone === 'mixed') return kind;
  // What is not done is a fault, whatever it is.
  const isUndone =
    asksWhatIsNot(question) ||
    actsAsked(question).some((each) => each.isUndone) ||
    lateSaidIn(question.tokens).length > 0;
  return { ...kind, tone: tone ?? (isUndone ? 'criticism' : leaningOf(question)) };
}

/** Whether what is lacking is asked for, or what is not done. */
export const asksWhatIsNot = (question: Question): boolean =>
  asksWhatLacks(question) ||
  negationsOf(question).some(({ value }) => value === 'not' || value === 'without');

/** The negations of a question, without those of a word of praise or criticism. */
export function negationsOf(question: Question) {
  const denied = tonesDenied(question);
  return spansOf(question, 'negation').filter(
    (own) => !denied.some(({ from, to }) => own.from < to && from < own.to),
  );
}

/** Whether it is asked where somebody does not get a thing, or does not come to it. */
export const asksWhatLacks = (question: Question): boolean => lacksAsked(question).length > 0;

/** Whether what is asked for is a fault wherever it is so, by the words or by what they name. */
export const asksOfFault = (question: Question, { tone, recommendations }: PointKind): boolean =>
  tone !== 'praise' &&
  !recommendations &&
  (namesFault(question) || ringsNamed(question).some(({ ring }) => isNameOfFault(ring.name)));

/** Whether an "or" joins what is not done to what else is asked. */
export const isFaultOrNot = (question: Question): boolean =>
  asksWhatIsNot(question) && jointsIn(question).some(({ isOr }) => isOr);

/** "Good early help" asks for no grade, and for praise. */
function toneOfGradeWord({ discarded }: Question): PointKind['tone'] {
  const [grade] = discarded.flatMap(({ span }) => (span.kind === 'grade' ? [span.value] : []));
  if (!grade) return null;
  return grade === 'outstanding' || grade === 'good' ? 'praise' : 'criticism';
}

/**
 * The tone that a question's own words would have in a report, without the first ones, by which it
 * only asks ("where are too many agency staff").
 */
export function toneImplied(question: Question): ToneReading {
  const { tokens, spans } = question;
  const asking = new Set(
    spans
      .filter(({ kind, value }) => kind === 'councils' || value === 'little')
      .flatMap(({ from, to }) => tokens.slice(from, to)),
  );
  // The "wrong" of "no wrong door" is part of a name.
  const named = new Set(
    ringsNamed(question).flatMap(({ isName, places }) => (isName ? places : [])),
  );
  const first = Math.max(
    0,
    tokens.findIndex((token) => !asking.has(token)),
  );
  const readings = Array.from({ length: first + 1 }, (_, i) =>
    toneOf(
      tokens
        .slice(i)
        .filter(({ at }) => !named.has(at))
        .map(({ word }) => word)
        .join(' '),
    ),
  );
  return readings.find(({ tone }) => tone !== null) ?? { tone: null, because: [] };
}
