import { capitalised } from '../../domain/citation.js';
import { visitTitle } from '../../domain/visit.js';
import type { Section } from '../answer.js';
import { documentName, gradeLines, gradeOf, pointsOf } from './added.js';
import { type CouncilDigest, type Telling, themesWanted } from './council.js';
import { standingFacts } from './facts.js';
import type { News } from './news.js';

/** More documents than this are told in a list, with the newest visit's in full. */
const IN_FULL = 2;
const LISTED = 12;

/** Documents added or corrected: each in full, or of many a list and the newest in full. */
export function tellNews(
  { news, first }: { news: News[]; first: boolean },
  telling: Telling,
): CouncilDigest {
  const { authority, today, context } = telling;
  const inFull = news.slice(0, news.length > IN_FULL ? 1 : IN_FULL);
  const sections = inFull.map((one) => sectionOf(one, news.length > 1, telling));
  const { grades, days } = standingFacts(authority, today, context);
  const showsGrades = sections.some(({ lines }) =>
    lines.some((line) => line.startsWith('Grades: ')),
  );
  return {
    authority,
    news: true,
    headline: `${authority.name}: ${headline(news, first)}`,
    brief: news.length === 1 ? 'a document' : `${news.length} documents`,
    sections: news.length > IN_FULL ? [listOf(news), ...sections] : sections,
    closing: [...(showsGrades ? [] : grades), ...days],
    question: `${authority.name} latest`,
  };
}

/** "correction: a revised version of Ofsted’s report of the inspection, …." — what became of one document. */
function event(one: News): string {
  const name = documentName(one);
  switch (one.kind) {
    case 'added':
      return `added to the record: ${name}.`;
    case 'text':
      return `added to the record: the text of ${name}, of which only dates and grades were held before.`;
    case 'revised':
      return `correction: ${one.document.source.revision > 1 ? 'a revised' : 'another'} version of ${name}.`;
    case 'reread':
      return `correction: ${name}, read again.`;
  }
}

function headline(news: News[], first: boolean): string {
  const [one] = news;
  if (one && news.length === 1) {
    const about = isCorrection(one)
      ? changesLine(one)
      : [newness(one, first), gradeOf(one)].filter(Boolean).join(' ');
    return `${event(one)} ${about}`.trim();
  }
  const added = news.filter((each) => !isCorrection(each));
  const corrected = news.length - added.length;
  const what = [
    ...(added.length > 0 ? [`${documents(added.length)} added to the record`] : []),
    ...(corrected > 0 ? [`${corrected === 1 ? '1 correction' : `${corrected} corrections`}`] : []),
  ].join(' and ');
  const newest = added.find((one) => one.newer) ?? added[0];
  const about =
    newest?.newer && newest.visit ? `Newest: ${visitTitle(newest.visit)}. ${NEWER}` : '';
  return `${what}. ${about || (newest ? newness(newest, first) : '')}`.trim();
}

const isCorrection = ({ kind }: News): boolean => kind === 'revised' || kind === 'reread';

const documents = (n: number): string => (n === 1 ? '1 document' : `${n} documents`);

function newness({ newer }: News, first: boolean): string {
  if (first) return 'The record held no document about this council before.';
  return newer ? NEWER : 'Not a new inspection.';
}

const NEWER = 'Newer than any visit the record held a document of.';

/** What a correction changed, in sentences. */
const changesLine = ({ changes }: News): string =>
  changes.length > 0
    ? `Changed: ${changes.join(' ')}`
    : 'Its grades, dates and number of passages are as before.';

function sectionOf(one: News, headed: boolean, telling: Telling): Section {
  const { themes, context } = telling;
  const points = pointsOf(one, themes, context);
  const silent =
    one.version.holds === 'facts'
      ? [
          `Only its dates and grades are in the record, not its text${points.length > 0 ? '; quoted is what others in the record say of the visit' : ''}.`,
        ]
      : themes.length > 0 && points.length === 0
        ? [`It quotes nothing on ${themesWanted(telling)}.`]
        : [];
  return {
    heading: headed ? capitalised(documentName(one)) : '',
    lines: [
      ...(headed && isCorrection(one) ? [changesLine(one)] : []),
      ...gradeLines(one, context),
      ...silent,
    ],
    points,
  };
}

function listOf(news: News[]): Section {
  const listed = news.slice(0, LISTED);
  const left = news.length - listed.length;
  return {
    heading: 'Documents, newest visit first',
    lines: [
      ...listed.map((one) =>
        [
          `${capitalised(documentName(one))}.`,
          isCorrection(one) ? `Correction. ${changesLine(one)}` : gradeOf(one),
        ]
          .filter(Boolean)
          .join(' '),
      ),
      ...(left > 0 ? [`${left} more: ask for the sources.`] : []),
    ],
    points: [],
  };
}
