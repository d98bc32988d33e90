import type { PointKind } from '../../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../../domain/record.js';
import { saysPutRight } from '../../../domain/salience.js';
import { asksGoodOrBad, asksOfExcess, trendAsked } from '../../../question/index.js';
import {
  fallsShort,
  type SearchRequest,
  type SentenceFound,
  type SoughtConcept,
} from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';
import { asksWhoDoes, peopleNamed, verbsDenied } from './asked-for.js';
import { asksWhatIsNot, asksWhatLacks } from './kind-asked.js';
import { passagesRead, type ReportsRead } from './reports.js';

/** What is looked for, in which reports; `isFault`: it is a fault wherever it is so;
 * `isAbsence`: who is free of it. */
type Looked = {
  request: Pick<SearchRequest, 'terms'>;
  kind: PointKind;
  isFault: boolean;
  isAbsence: boolean;
  concepts: SoughtConcept[];
  read: ReportsRead;
};

/** Every sentence of the reports read that is on all that is sought and of the kind asked for. */
export function sentencesSought(
  { context, question }: AskedOfAll,
  { request, kind, isFault, isAbsence, concepts, read }: Looked,
): SentenceFound[] {
  // A fault that is said to happen counts, and so does what is said to be lacking, whether or not
  // the sentence is marked as criticism.
  const tone = kind.tone === 'criticism' ? null : kind.tone;
  const sentencesOf = context.search.sentencesOn(concepts, {
    tone,
    people: peopleNamed(question),
    verbs: verbsDenied(question, request),
  });
  const asked = {
    isExcess: asksOfExcess(question),
    isTrend: trendAsked(question) !== null,
    tone: kind.tone,
    isFault,
    isAbsence,
    isNegated: asksWhatIsNot(question),
    isLack: asksWhatLacks(question),
    // What is weak is no answer to who has it, and one to how good it is.
    isAssertion: asksWhoDoes(question) && !asksGoodOrBad(question),
  };
  return passagesRead(
    context,
    read,
  )(concepts)
    .filter((recorded) => mayBeFinding(recorded, kind))
    .flatMap(sentencesOf)
    .filter((sentence) => isAsAsked(sentence, asked))
    .filter(({ recorded, tone }) => tone !== 'criticism' || !saysPutRight(recorded.passage.quote));
}

type AskedAs = {
  isExcess: boolean;
  isTrend: boolean;
  tone: PointKind['tone'];
  isFault: boolean;
  isAbsence: boolean;
  isNegated: boolean;
  isLack: boolean;
  isAssertion: boolean;
};

/**
 * Whether a sentence says of the thing what the question asks: of a fault that it happens, of what
 * is criticised or said to be lacking that it falls short, and of anything else that there is some.
 */
function isAsAsked(
  sentence: SentenceFound,
  {
    isTrend,
    isExcess: isTooMuch,
    tone,
    isFault,
    isAbsence,
    isNegated,
    isLack,
    isAssertion,
  }: AskedAs,
): boolean {
  const {
    tone: own,
    isDenied,
    isOfNobody,
    isAbsent,
    isShort,
    isExcess,
    isMuch,
    isLessened,
    isHandled,
    isInstead,
    isLacking,
    isLiteral,
    isConceded,
    isAside,
    isNear,
    isUndone,
  } = sentence;
  // What got better must be the very thing, and not another in the same sentence.
  if (isTrend) return isNear && !isDenied && sentence.recorded.passage.kind !== 'recommendation';
  // What is left undone is said so, whatever else the sentence says.
  if (isUndone && !isAbsence) return own !== 'praise';
  const isToImprove = sentence.recorded.passage.kind === 'recommendation';
  if (isAbsence) return isOfNobody || (isAbsent && own !== 'criticism');
  if (isFault && isTooMuch && isAside) return false;
  if (isFault && own === 'criticism') return !isOfNobody;
  // "Moved too many times" is said by no sentence that only tells of moves.
  if (isFault && isTooMuch && own !== 'mixed' && !isMuch && !isShort) return false;
  if (isFault)
    return (
      own !== 'praise' && !isDenied && !isLessened && !isHandled && (tone === null || isLiteral)
    );
  // "Strategy meetings, although well attended by partners, …" criticises no attendance, and
  // "although they get their passports, …" says nothing bad of these.
  if (tone !== null && isConceded && own !== 'criticism' && own !== 'mixed') return false;
  if (tone === 'criticism' && isConceded && !fallsShort(sentence)) return false;
  // Nor does what is only planned, or only what something is for.
  if (tone === 'criticism' && isAside && own !== 'criticism' && own !== 'mixed') return false;
  if (tone === 'praise') return true;
  if (tone === 'criticism' && isLack)
    return own !== 'praise' && (isShort || isLacking || isToImprove);
  if (tone === 'criticism') {
    const isNot = isNegated && isDenied && !isInstead;
    return own === 'criticism' || (own !== 'praise' && (isShort || isExcess || isNot));
  }
  return !isDenied && !(isAssertion && isShort);
}

/** Whether a sentence says so as a criticism: it is marked as one, or says that it falls short. */
export const isCritical = ({ tone, isShort, isExcess, isLessened }: SentenceFound): boolean =>
  tone === 'criticism' || ((isShort || isExcess) && !isLessened);

/**
 * What is said of a board is no finding about its council, nor is what a council says of itself,
 * unless that is asked for.
 */
function mayBeFinding(recorded: RecordedPassage, { speaker, recommendations }: PointKind): boolean {
  const { kind, speaker: own } = recorded.passage;
  if (isAboutBoard(recorded) || kind === 'context') return false;
  if (recommendations) return kind === 'recommendation';
  if (speaker === 'council') return own.kind === 'council' || own.kind === 'office_holder';
  if (speaker === 'press') return own.kind === 'press';
  return kind !== 'statement';
}
