import type { LocalAuthority } from '../../domain/authority.js';
import { capitalised } from '../../domain/citation.js';
import { themeInSentence } from '../../domain/theme.js';
import { visitTitle } from '../../domain/visit.js';
import type { Section } from '../answer.js';
import type { AnswerContext } from '../context.js';
import { checkedLine } from '../said.js';
import { documentName, gradeLines, gradeOf, pointsOf } from './added.js';
import { standingFacts } from './facts.js';
import type { News } from './news.js';
import type { ThemeTold } from './theme-of-the-day.js';

/** More documents than this are told in a list, with the newest visit's in full. */
const IN_FULL = 2;
const LISTED = 12;

/** What a digest says of one council: which, on which day (ISO), on which themes alone (all where empty), and from what. */
export type Telling = {
  authority: LocalAuthority;
  today: string;
  themes: string[];
  context: AnswerContext;
};

/** A council's part: `brief` says in two words what it has; `question` asks the bot for more of it. */
export type CouncilDigest = {
  authority: LocalAuthority;
  news: boolean;
  headline: string;
  brief: string;
  sections: Section[];
  closing: string[];
  question: string;
};

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
    closing: [...(showsGrades ? [] : grades), ...days, checkedLine(context, authority)],
    question: `${authority.name} latest`,
  };
}

const LEADS: Record<News['kind'], string> = {
  added: 'added to the record',
  text: 'added to the record, of which only dates and grades were held before',
  revised: 'correction, another version of a document',
  reread: 'correction, the same document read again',
};

function headline(news: News[], first: boolean): string {
  const [one] = news;
  if (one && news.length === 1) {
    const about = isCorrection(one)
      ? changesLine(one)
      : [newness(one, first), gradeOf(one)].filter(Boolean).join(' ');
    return `${LEADS[one.kind]}: ${documentName(one)}. ${about}`;
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

/** What a correction changed, in sentences; says so where nothing of it can be told. */
const changesLine = ({ changes }: News): string =>
  changes.length > 0
    ? `Changed: ${changes.join(' ')}`
    : 'Grades, dates and the number of passages are as before, or not known from before.';

function sectionOf(one: News, headed: boolean, { themes, context }: Telling): Section {
  const points = pointsOf(one, themes, context);
  const names = context.record.themes.filter(({ id }) => themes.includes(id));
  const silent =
    themes.length > 0 && points.length === 0
      ? [`It quotes nothing on ${names.map(themeInSentence).join(' or ')}.`]
      : one.version.holds === 'facts'
        ? [
            `Only its dates and grades are in the record, not its text${points.length > 0 ? '; quoted is what others in the record say of the visit' : ''}.`,
          ]
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

/** Nothing new: a theme through time and the standing facts, or these alone; null where there is neither. */
export function tellNothingNew(told: ThemeTold | null, telling: Telling): CouncilDigest | null {
  const { authority, today, context } = telling;
  const { grades, days } = standingFacts(authority, today, context);
  if (!told && grades.length + days.length === 0) return null;
  const name = told ? themeInSentence(told.theme) : '';
  return {
    authority,
    news: false,
    headline: `${authority.name}: nothing new in the record. ${told ? `Theme: ${name}, ${years(told)}.` : (grades[0] ?? days[0])}`,
    brief: 'nothing new',
    sections: told ? [{ heading: '', lines: [], points: told.points }] : [],
    closing: [
      ...(told && told.silent.length > 0
        ? [`The record quotes nothing on ${name} from: ${told.silent.map(visitTitle).join('; ')}.`]
        : []),
      ...(told ? grades : grades.slice(1)),
      ...days,
      checkedLine(context, authority),
    ],
    question: told ? `${authority.name} about ${name}` : `${authority.name} latest`,
  };
}

function years({ visits }: ThemeTold): string {
  const [last, first] = [visits[0], visits.at(-1)].map((visit) => visit?.period.slice(0, 4));
  return first === last ? `${first}` : `${first}–${last}`;
}
