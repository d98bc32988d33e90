import { freshnessLine } from '../../domain/freshness.js';
import { type Visit, visitBrief } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { AbsentFacts, NothingFacts } from '../one-council/nothing.js';
import type { OtherTime } from '../one-council/other-time.js';
import { noReportUses } from './absent.js';
import { byVisit } from './passages.js';
import {
  councilLabel,
  counted,
  emptyAnswer,
  factsOnlyLines,
  furtherChoices,
  nearestLine,
  whenSaid,
} from './phrases.js';
import { citationsOf, pointOf } from './points.js';
import { themesSaid } from './theme-through-time.js';

/** Nothing in the record answers: says what was looked through and what is nearest. */
export function wordNothing(facts: NothingFacts): Answer {
  const { about, verdict, nearest, elsewhere, unread } = facts;
  const { authority, reach, period, question } = about;
  const council = councilLabel(about);
  const themes = nearest.length > 0 ? [nearestLine(nearest)] : [];
  const answer: Answer = {
    ...emptyAnswer('passages', question),
    status: 'nothing_found',
    authority,
    choices: furtherChoices(authority, 'passages'),
  };
  if (verdict === 'not_a_subject')
    return {
      ...answer,
      reason: 'not_a_subject',
      headline: `${council}: this record holds nothing on ${facts.outOfScope ?? 'this'}; reports on children’s services don’t deal with it.`,
      notes: themes,
    };
  const when = whenSaid(period);
  if (facts.searched.length === 0 && elsewhere === 0 && about.factsOnly.length > 0)
    return {
      ...answer,
      reason: 'no_match',
      headline: `${council}: grades and dates are held${when}, and no report’s text yet that could answer that.`,
      notes: factsOnlyLines(about),
      closing: [freshnessLine(reach)],
    };
  if (facts.absent) return wordAbsent(facts, facts.absent, answer);
  if (facts.otherTime) return wordOtherTime(facts, facts.otherTime, answer);
  const isSilent = verdict === 'report_silent';
  return {
    ...answer,
    reason: isSilent ? 'report_silent' : 'no_match',
    headline: isSilent
      ? `${council}: the record quotes nothing on ${themesSaid(facts.themes)}${when}.`
      : `${council}: nothing in this record answers that${when}.`,
    notes: [lookedThroughLine(facts), ...elsewhereLine(elsewhere), ...themes],
    closing: [
      freshnessLine(reach),
      ...(unread.length > 0
        ? [`Not searched, because no document is held: ${unread.map(visitBrief).join('; ')}.`]
        : []),
      ...factsOnlyLines(about),
    ],
  };
}

/** No visit of the time asked about is held: says so, then quotes the one that is nearest to it. */
function wordOtherTime(facts: NothingFacts, { visit, shown }: OtherTime, answer: Answer): Answer {
  const { about, themes } = facts;
  const sections = byVisit(shown.map((recorded) => pointOf(recorded)));
  const subject = themes.length > 0 ? `, ${themesSaid(themes)}` : '';
  return {
    ...answer,
    reason: 'report_silent',
    headline: `${councilLabel(about)}${subject}: this record holds no report of a visit${whenSaid(about.period)}; nearest: ${visitBrief(visit)}.`,
    sections,
    closing: [...factsOnlyLines(about), freshnessLine(about.reach)],
    nearest: citationsOf(sections),
  };
}

/** No page has what was asked for: says that first, then quotes what is nearest. */
function wordAbsent(facts: NothingFacts, absent: AbsentFacts, answer: Answer): Answer {
  const { about, themes, elsewhere, verdict } = facts;
  const sections = byVisit(absent.shown.map((recorded) => pointOf(recorded)));
  const near =
    sections.length === 0
      ? ''
      : `; nearest${themes.length > 0 ? `: ${themesSaid(themes)}` : ' below'}`;
  return {
    ...answer,
    reason: verdict === 'report_silent' ? 'report_silent' : 'no_match',
    headline: `${noReportUses(absent.words, about)}${near}.`,
    notes: elsewhereLine(elsewhere),
    sections,
    closing: [lookedThroughLine(facts), ...factsOnlyLines(about), freshnessLine(about.reach)],
    nearest: citationsOf(sections),
  };
}

/** "Looked through what 3 visits found (2017 to 2021) for: agency, staff." */
function lookedThroughLine({ searched, lookedFor }: NothingFacts): string {
  const visits =
    searched.length > 0
      ? `what ${counted(searched.length, 'visit', 'visits')} found (${yearsOf(searched)})`
      : 'no visit: the record holds no document of one then';
  const words = lookedFor.length > 0 ? ` for: ${lookedFor.join(', ')}` : '';
  return `Looked through ${visits}${words}.`;
}

const elsewhereLine = (count: number): string[] =>
  count > 0
    ? [
        `Other visits of this record have ${counted(count, 'passage', 'passages')} on it: ask again without the date.`,
      ]
    : [];

function yearsOf(visits: Visit[]): string {
  const years = visits.map(({ period }) => period.slice(0, 4)).sort();
  const [first = '', last = ''] = [years[0], years.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}
