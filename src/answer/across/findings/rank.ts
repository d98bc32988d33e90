import { isOfSummary } from '../../../domain/point-kind.js';
import { salienceOf, tellsOfFew } from '../../../domain/salience.js';
import { yearOf } from '../../../domain/visit.js';
import {
  isCutShort,
  isFragment,
  leansOnBefore,
  type SentenceFound,
  textAfter,
} from '../../../search/index.js';

/** What makes a sentence one to quote, the weightiest first. */
const LITERAL = 16;
const FINDING = 8;
const STANDS_ALONE = 8;
const TORN = -40;
const FOCUSED = 3;
const PASSING = -6;
const SUBJECT = 3;
/** This much less where it is named in passing, by the end of a sentence on something else. */
const INCIDENTAL = -10;
/** This much less where it is only a purpose, a plan or a condition. */
const ASIDE = -7;
const CONCEDED = -10;
const APART = -10;
/** This much less where another clause has the tone. */
const TONE_APART = -14;
/** This much less where only its place tells of whom it is. */
const OF_PLACE = -8;
const OWN = 4;
/** This much for having every word of the asker's. */
const ASKED = 4;
const TONED = 2;
/** This much less where it is so of few. */
const FEW = -5;
/** This much less where it says much else beside. */
const LONG = -4;
const LONG_CHARACTERS = 280;
const SALIENT = 1;

/** How plainly a sentence says what is asked: of two the one of the higher rank is quoted. */
export function rankOf({
  recorded,
  tone: own,
  isLiteral,
  isOwn,
  asked,
  isFocused,
  isPassing,
  isSubject,
  isIncidental,
  isAside,
  isConceded,
  isNear,
  isToneApart,
  isOfPlace,
  isOfThem,
  hasVerb,
  leans,
  isTorn,
}: SentenceFound): number {
  const { quote, kind, tone } = recorded.passage;
  const salience = salienceOf(
    {
      quote,
      tone,
      isInSummary: isOfSummary(recorded),
      after: textAfter(recorded.paragraph, quote),
    },
    yearOf(recorded.visit),
  );
  const isAlone =
    !leans &&
    !leansOnBefore(quote) &&
    !(isFragment(recorded) && isCutShort(quote)) &&
    salience > LEANING;
  return (
    LITERAL * Number(isLiteral) +
    FINDING * Number(kind === 'finding') +
    STANDS_ALONE * Number(isAlone) +
    TORN * Number(isTorn) +
    FOCUSED * Number(isFocused) +
    PASSING * Number(isPassing) +
    SUBJECT * Number(isSubject) +
    INCIDENTAL * Number(isIncidental) +
    ASIDE * Number(isAside) +
    CONCEDED * Number(isConceded) +
    APART * Number(!isNear) +
    TONE_APART * Number(isToneApart) +
    OF_PLACE * Number(isOfPlace) +
    OWN * (Number(isOwn) + Number(isOfThem) + Number(hasVerb)) +
    ASKED * asked +
    LONG * Number(quote.length > LONG_CHARACTERS) +
    FEW * Number(tellsOfFew(quote)) +
    TONED * Number(own !== 'unmarked') +
    SALIENT * Number(salience >= 0)
  );
}

/** What tells of earlier, of few or of what is named before it has less salience than this. */
const LEANING = -5;

/** A sentence of this rank is quoted beside a plainer one of its council. */
export const PLAIN = LITERAL + FINDING + STANDS_ALONE;
