import { citeJudgement } from '../../domain/citation.js';
import { Grade } from '../../domain/judgement.js';
import type { Answer } from '../answer.js';
import type { BesideAverageFacts } from '../one-council/beside-average.js';
import { inspectedWhen } from './latest.js';
import { councilLabel, emptyAnswer, furtherChoices } from './phrases.js';

/** Whether most councils have a better or a worse overall grade than one. */
export function wordBesideAverage({ about, own, counts }: BesideAverageFacts): Answer {
  const { authority, question } = about;
  const answer = {
    ...emptyAnswer('grades', question),
    authority,
    choices: furtherChoices(authority, 'grades'),
  };
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (!own || all < 2)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `${councilLabel(about)}: this record holds no ${own ? 'other council to set it beside' : 'overall grade of its newest inspection'}.`,
    };
  const rank = Grade.options.indexOf(own.grade);
  const number = (isSo: (at: number) => boolean) =>
    counts.reduce(
      (sum, { grade, count }) => sum + (isSo(Grade.options.indexOf(grade)) ? count : 0),
      0,
    );
  const [better, same, worse] = [
    number((at) => at < rank),
    number((at) => at === rank),
    number((at) => at > rank),
  ];
  return {
    ...answer,
    headline: `${councilLabel(about)}: ${own.grade} overall (${inspectedWhen(own.recorded.visit)}); of ${all} councils ${better} have a better grade, ${worse} a worse one.`,
    notes: [
      `Grades have no average: ${same} councils have this one, ${authority.name} among them. Counted is the newest full inspection held of each.`,
    ],
    table: {
      caption: 'Overall grades at the newest full inspection held of each council',
      columns: ['Grade', 'Councils'],
      rows: counts.map(({ grade, count }) => [grade, String(count)]),
    },
    citations: [citeJudgement(own.recorded)],
  };
}
