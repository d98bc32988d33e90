import { citeJudgement } from '../../domain/citation.js';
import { Grade } from '../../domain/judgement.js';
import type { Answer } from '../answer.js';
import type { Beside, BesideAverageFacts } from '../one-council/beside-average.js';
import { inspectedWhen } from './latest.js';
import { councilLabel, emptyAnswer, furtherChoices } from './phrases.js';

/** Whether most councils have a better or a worse overall grade than one. */
export function wordBesideAverage({ about, own, groups }: BesideAverageFacts): Answer {
  const { authority, question } = about;
  const answer = {
    ...emptyAnswer('grades', question),
    authority,
    choices: furtherChoices(authority, 'grades'),
  };
  const wide = groups.filter((group) => sizeOf(group) > 1);
  const [first, ...others] = wide;
  if (!own || !first)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `${councilLabel(about)}: this record holds no ${own ? 'other council to set it beside' : 'overall grade of its newest inspection'}.`,
    };
  const where = first.name === 'England' ? '' : ` of ${first.name}`;
  return {
    ...answer,
    headline: `${councilLabel(about)}: ${own.grade} overall (${inspectedWhen(own.recorded.visit)}); of ${sizeOf(first)} councils${where} ${besideSaid(first, own.grade)}.`,
    notes: [
      ...others.map(
        (group) =>
          `Of ${sizeOf(group)} councils of ${group.name}: ${besideSaid(group, own.grade)}.`,
      ),
      'Grades have no average: how many councils have a better and a worse one is counted, by the newest full inspection held of each.',
    ],
    table: {
      caption: 'Overall grades at the newest full inspection held of each council',
      columns: ['Grade', ...wide.map(({ name }) => name)],
      rows: Grade.options
        .filter((grade) => wide.some((group) => countOf(group, grade) > 0))
        .map((grade) => [grade, ...wide.map((group) => String(countOf(group, grade)))]),
    },
    citations: [citeJudgement(own.recorded)],
  };
}

const sizeOf = ({ counts }: Beside): number => counts.reduce((sum, { count }) => sum + count, 0);

const countOf = ({ counts }: Beside, grade: Grade): number =>
  counts.find((each) => each.grade === grade)?.count ?? 0;

/** "86 have a better grade, 19 a worse one" and 48 the same. */
function besideSaid(group: Beside, own: Grade): string {
  const rank = Grade.options.indexOf(own);
  const of = (isSo: (at: number) => boolean) =>
    group.counts
      .filter(({ grade }) => isSo(Grade.options.indexOf(grade)))
      .reduce((sum, { count }) => sum + count, 0);
  return `${of((at) => at < rank)} have a better grade, ${of((at) => at > rank)} a worse one, ${of((at) => at === rank)} this one`;
}
