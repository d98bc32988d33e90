import { citeJudgement } from '../../domain/citation.js';
import { formatDate } from '../../domain/dates.js';
import { freshnessLine } from '../../domain/freshness.js';
import { visitDates, visitName, visitTitle } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { Ago, Elapsed, SinceLastVisitFacts } from '../one-council/since-last-visit.js';
import { overallOf } from './latest.js';
import { councilLabel, counted, emptyAnswer, furtherChoices } from './phrases.js';

/** How long ago the newest visit and the newest graded inspection were. */
export function wordSinceLastVisit(facts: SinceLastVisitFacts): Answer {
  const { about, newest, newestGraded, isOfInspections, today } = facts;
  const { authority, reach, question } = about;
  const answer = {
    ...emptyAnswer('latest', question),
    authority,
    closing: [freshnessLine(reach)],
    choices: furtherChoices(authority, 'visits'),
  };
  if (!newest)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `${councilLabel(about)}: this record knows of no such visit.`,
    };
  const of = isOfInspections && newestGraded ? newestGraded : newest;
  const overall = newestGraded && overallOf(newestGraded.judgements);
  const grade = overall ? `, overall ${overall.judgement.grade}` : '';
  const isSame = newestGraded?.visit.id === newest.visit.id;
  const other = of === newest ? newestGraded : newest;
  const notes = [
    ...(newestGraded ? [] : ['The record holds no grades of these visits.']),
    ...(other && !isSame
      ? [
          `${of === newest ? `Newest graded inspection${grade}` : 'Newest visit of any kind'}: ${visitTitle(other.visit)}, ${agoSaid(other, today)}.`,
        ]
      : []),
    ...([of, ...(isSame ? [] : [other])].some((each) => each?.isFromFirstDay)
      ? ['Official statistics give the first day of such a visit alone, not its last one.']
      : []),
    ...(newest.visit.known ? [newest.visit.known.says] : []),
  ];
  return {
    ...answer,
    headline: `${councilLabel(about)}: ${of === newest ? 'last visited' : 'last inspected'} ${visitDates(of.visit)} (${visitName(of.visit)})${of === newestGraded || isSame ? grade : ''}, ${agoSaid(of, today)}.`,
    notes,
    citations: (newestGraded?.judgements ?? []).map(citeJudgement),
  };
}

/** "1 year, 11 months and 12 days (712 days) before 27 November 2026" */
function agoSaid({ elapsed, to, isFromFirstDay }: Ago, today: string): string {
  if (!elapsed) return 'not long ago';
  const about = to === 'days' ? '' : 'about ';
  const from = isFromFirstDay ? ', counted from its first day' : '';
  return `${about}${spanSaid(elapsed, to)} before ${formatDate(today)}${from}`;
}

function spanSaid({ years, months, days, totalDays }: Elapsed, to: Ago['to']): string {
  if (to === 'years') return counted(years, 'year', 'years');
  const parts = [
    ...(years > 0 ? [counted(years, 'year', 'years')] : []),
    ...(months > 0 ? [counted(months, 'month', 'months')] : []),
    ...(to === 'days' && (days > 0 || totalDays === 0) ? [counted(days, 'day', 'days')] : []),
  ];
  const said = [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ');
  if (to === 'months') return said || 'a month';
  return years + months > 0 ? `${said} (${counted(totalDays, 'day', 'days')})` : said;
}
