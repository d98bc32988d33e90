import type { Grade } from '../../domain/judgement.js';
import { isOfSummary, type PointKind } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import { isFragment, onlyTellsGrade, speaksOfGrade, tellsOfGrade } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { visitsMeant } from './about.js';
import { type PointsFacts, plainlyOfKind, pointsAt } from './points.js';

/**
 * Why a grade was given: what inspectors criticised, or praised where the grade is a good one, at
 * the newest visit graded so that the record quotes. `null` where no visit meant was graded so.
 */
export function reasons(asked: AskedOfOne): PointsFacts | null {
  const { grades, areas } = gradesAsked(asked.question);
  const judged = visitsMeant(asked)
    .flatMap((visit) => asked.context.judgementsOf(visit))
    .filter(({ judgement }) =>
      areas ? areas.includes(judgement.area) : grades.length > 0 || judgement.area === 'overall',
    );
  const given = judged.find(({ judgement }) =>
    grades.length > 0 ? grades.some((each) => each === judgement.grade) : true,
  );
  const grade = given && GRADES_WITH_TONE.find(([each]) => each === given.judgement.grade);
  if (!grade) return null;
  const [name, tone] = grade;
  const kinds: PointKind[] = [{ speaker: 'ofsted', tone, recommendations: false }];
  let first: PointsFacts | null = null;
  for (const { judgement, visit } of judged) {
    if (judgement.grade !== name) continue;
    const facts = pointsAt(asked, kinds, [visit], (passages, kind) =>
      reasonsAmong(passages, kind, name),
    );
    if (facts.kinds.some((of) => of.visits.length > 0)) return { ...facts, grade: name };
    first ??= facts;
  }
  return first && { ...first, grade: name };
}

/** What a grade is given for. */
const GRADES_WITH_TONE: [Grade, NonNullable<PointKind['tone']>][] = [
  ['outstanding', 'praise'],
  ['good', 'praise'],
  ['adequate', 'criticism'],
  ['requires improvement to be good', 'criticism'],
  ['inadequate', 'criticism'],
];

/**
 * The passages of a visit that tell why it was graded so: those marked as praise or criticism, but
 * for a few words that only tell the grade again. Where nobody has marked any, the report's own
 * summary, then findings with the grade's word, then its list of what to improve.
 */
function reasonsAmong(
  passages: RecordedPassage[],
  kind: PointKind,
  grade: Grade,
): RecordedPassage[] {
  const ofKind = plainlyOfKind(passages, kind).filter(
    (p) =>
      !(isFragment(p) && tellsOfGrade(p.passage.quote, [])) &&
      !onlyTellsGrade(p.passage.quote, grade),
  );
  if (ofKind.some(({ passage: { kind: of, tone } }) => of === 'finding' && tone !== 'unmarked'))
    return ofKind;
  const council = passages.filter((p) => !isAboutBoard(p));
  const unmarked = council.filter(({ passage }) => passage.tone === 'unmarked');
  return [
    ...new Set([
      ...unmarked.filter(isOfSummary),
      ...unmarked.filter((p) => speaksOfReason(p, grade)),
      ...ofKind,
    ]),
  ];
}

/**
 * Whether a finding has the grade's word. The two grades whose words are everyday words prove
 * nothing.
 */
const speaksOfReason = ({ passage: { kind, quote } }: RecordedPassage, grade: Grade): boolean =>
  kind === 'finding' && grade !== 'good' && grade !== 'adequate' && speaksOfGrade(quote, grade);
