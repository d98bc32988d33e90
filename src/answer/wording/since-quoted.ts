import { formatDate } from '../../domain/dates.js';
import { sourceDate } from '../../domain/source.js';
import { visitDates, visitName, visitTitle } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { Newer, VisitDated } from '../since-quoted.js';
import { emptyAnswer, furtherChoices, listed } from './phrases.js';
import { citationsOf, pointOf } from './points.js';
import { visitOf } from './visit-of.js';

/** When the visits were that the answer before was about, and when their documents came out. */
export function datesBeforeAnswer(text: string, dated: VisitDated[]): Answer {
  const [first, ...others] = dated.map(dateLine);
  const points = dated.flatMap(({ quoted }) => quoted.map((each) => pointOf(each)));
  const sections = [
    ...(others.length > 0
      ? [{ heading: 'And from', lines: others.map((each) => `${each}.`), points: [] }]
      : []),
    ...(points.length > 0 ? [{ heading: '', lines: [], points }] : []),
  ];
  return {
    ...emptyAnswer('sources', text),
    headline: `The answer before is from the ${first}.`,
    sections,
    citations: citationsOf(sections),
  };
}

/** "inspection of Leeds, 9–20 May 2022; Ofsted report published 5 July 2022" */
function dateLine({ council, visit, documents }: VisitDated): string {
  const own = documents.filter(({ source }) => source.kind !== 'statistics');
  const came = own.map(({ source }) =>
    source.dated
      ? `${source.publisher} ${sourceDate(source)}`
      : `${source.publisher} ${source.kind} ${sourceDate(source)}`,
  );
  const reported = visit.reported ? [`Ofsted report published ${formatDate(visit.reported)}`] : [];
  const when = own.length > 0 ? came : reported;
  const name = `${visitName(visit)} of ${council}, ${visitDates(visit)}`;
  return [name, ...new Set(when)].join('; ');
}

/** Nothing newer on the same subject is held: what is newest, and which visits came since. */
export function nothingNewerAnswer(text: string, newer: Newer): Answer {
  const { authority, subject, held, known, than } = newer;
  const on = subject.length > 0 ? ` on ${listed(subject)}` : '';
  return {
    ...emptyAnswer('passages', text),
    status: 'nothing_found',
    reason: 'no_match',
    authority,
    headline: `${authority.name}${on}: nothing newer is held. The newest is of the ${visitOf(than)}.`,
    notes: [
      ...(held.length > 0
        ? [`Visits since, of which nothing${on} is held: ${held.map(visitTitle).join('; ')}.`]
        : []),
      ...(known.length > 0
        ? [`Visits since, of which no document is held: ${known.map(visitTitle).join('; ')}.`]
        : []),
    ],
    choices: furtherChoices(authority, 'passages'),
  };
}
