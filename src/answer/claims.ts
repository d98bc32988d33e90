import { type Claim, claimsIn, sentencesAside, type TextToCheck } from '../question/index.js';
import type { Answer, ClaimVerdict } from './answer.js';
import type { AnswerContext } from './context.js';
import type { Run } from './run-result.js';
import { type CheckedClaim, wordClaims } from './wording/claims.js';

/** So many claims of a text are checked. */
const MOST_CLAIMS = 6;
/** A sentence of a report has the words of a claim. */
const IN_ITS_WORDS: ReadonlySet<ClaimVerdict> = new Set(['verbatim', 'close']);

/** Holds the claims of a text against the record, each as a question of its own, by `run`. */
export function runClaims(
  { text, claimed, isCut }: TextToCheck,
  context: AnswerContext,
  run: (question: string) => Run,
): Run {
  const claims = claimsIn(claimed, context.reader, context.today());
  const searches: Run['searches'] = [];
  const answerTo = (question: string | null): Answer | null => {
    if (question === null) return null;
    const made = run(question);
    searches.push(...made.searches);
    return made.answer;
  };
  const isSaid = (answer: Answer | null): boolean =>
    answer?.claim !== undefined && IN_ITS_WORDS.has(answer.claim);
  /** The sentences of which a report has every word are not taken apart. */
  const whole = new Map<Claim['sentence'], CheckedClaim>();
  for (const claim of claims.slice(0, MOST_CLAIMS)) {
    const { sentence } = claim;
    if (!sentence || whole.has(sentence)) continue;
    const answer = answerTo(sentence.question);
    const asOne = { ...claim, words: sentence.words, kind: 'said' as const };
    if (isSaid(answer)) whole.set(sentence, { claim: asOne, answer, isGradeAlone: false });
  }
  const parts = claims.filter(({ sentence }, i) => {
    const isFirst = claims.findIndex((each) => each.sentence === sentence) === i;
    return !whole.has(sentence) || isFirst;
  });
  const checked = parts.slice(0, MOST_CLAIMS).map((claim): CheckedClaim => {
    const known = whole.get(claim.sentence);
    if (known) return known;
    const said = answerTo(claim.asSaid);
    if (isSaid(said))
      return { claim: { ...claim, kind: 'said' }, answer: said, isGradeAlone: false };
    const answer = answerTo(claim.question);
    const isGrade = answer?.kind === 'grades';
    if (!claim.gradeAlone || isGrade)
      return { claim, answer, isGradeAlone: isGrade && claim.saysMore };
    const grade = answerTo(claim.gradeAlone);
    return grade?.kind === 'grades'
      ? { claim, answer: grade, isGradeAlone: true }
      : { claim, answer, isGradeAlone: false };
  });
  return {
    question: null,
    intent: 'claims',
    searches,
    answer: wordClaims(text, checked, {
      left: parts.length - checked.length,
      aside: sentencesAside(claimed, claims),
      isCut,
    }),
  };
}
