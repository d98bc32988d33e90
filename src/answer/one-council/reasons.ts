import type { Grade } from '../../domain/judgement.js';
import { isOfSummary, type PointKind } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import { isFragment, onlyTellsGrade, speaksOfGrade, tellsOfGrade } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { visitsMeant } from './about.js';
import { type PointsFacts, plainlyOfKind, pointsAt } from './points.js';

/**
 * What inspectors criticised, or praised where the grade is a good one, in the newest report quoted
 * that gave the grade asked about: overall, or in the area named. No report says what a grade was
 * given for. `null` where no visit meant was graded so, or none of those is quoted and the grade
 * has changed since.
 */
export function reasons(asked: AskedOfOne): PointsFacts | null {
  const { grades, areas, period } = gradesAsked(asked.question);
  const wanted = areas ?? ['overall'];
  const judged = visitsMeant(asked)
    .flatMap((visit) => asked.context.judgementsOf(visit))
    .filter(({ judgement }) => wanted.includes(judgement.area));
  const [newest] = judged;
  const given = judged.find(({ judgement }) =>
    grades.length > 0 ? grades.some((each) => each === judgement.grade) : true,
  );
  const grade = given && GRADES_WITH_TONE.find(([each]) => each === given.judgement.grade);
  if (!grade || !newest) return null;
  const [name, tone] = grade;
  const kinds: PointKind[] = [{ speaker: 'ofsted', tone, recommendations: false }];
  for (const recorded of judged) {
    if (recorded.judgement.grade !== name) continue;
    const facts = pointsAt(asked, kinds, [recorded.visit], (passages, kind) =>
      reasonsAmong(passages, kind, name),
    );
    const isQuoted = facts.kinds.some((of) => of.visits.length > 0);
    const isNow = newest.judgement.grade === name;
    const now = isNow || period ? null : newest;
    if (isQuoted || (isNow && recorded.visit === newest.visit))
      return { ...facts, graded: { recorded, now } };
  }
  return null;
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
