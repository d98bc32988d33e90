import type { Section } from '../../answer/index.js';
import { capitalised } from '../../domain/citation.js';
import { type Theme, themeInSentence } from '../../domain/theme.js';
import { visitTitle } from '../../domain/visit.js';
import { type ChangedDocument, type CouncilDigest, isCorrection } from '../content/digest-value.js';
import { changeText, differencesLine, documentGrade, documentName } from './documents.js';
import { comparisonLines, gradesText, lastFullLine, newestGradesLine } from './grades.js';
import type { CouncilText } from './text.js';

/** More documents than this are listed. */
const LISTED = 12;

type News = Extract<CouncilDigest, { kind: 'news' }>;

/** Documents added or corrected: each at length, or of many a list and the newest at length. */
export function newsText(council: News, date: string, themes: Theme[]): CouncilText {
  const { authority, documents, standing } = council;
  const { name } = authority;
  const inFull = documents.filter(({ detail }) => detail !== null);
  const sections = inFull.map((one) => sectionOf(one, documents.length > 1, themes));
  const showsGrades = inFull.some(({ detail }) => detail?.grades);
  return {
    name,
    heading: `${name}: ${headline(council)}`,
    summary: documents.length === 1 ? 'a document' : `${documents.length} documents`,
    sections: documents.length > inFull.length ? [listOf(documents), ...sections] : sections,
    closing: [...(showsGrades ? [] : newestGradesLine(standing)), ...lastFullLine(standing, date)],
    question: `${name} latest`,
  };
}

function headline({ documents, isFirst }: News): string {
  const [one] = documents;
  if (one && documents.length === 1) {
    const about = isCorrection(one)
      ? differencesLine(one)
      : [newness(one, isFirst), documentGrade(one)].filter(Boolean).join(' ');
    return `${changeText(one)} ${about}`.trim();
  }
  const added = documents.filter((each) => !isCorrection(each));
  const corrected = documents.length - added.length;
  const what = [
    ...(added.length > 0 ? [`${documentCount(added.length)} added to the record`] : []),
    ...(corrected > 0 ? [corrected === 1 ? '1 correction' : `${corrected} corrections`] : []),
  ].join(' and ');
  const newest = added.find(({ isNewerVisit }) => isNewerVisit) ?? added[0];
  const about =
    newest?.isNewerVisit && newest.visit ? `Newest: ${visitTitle(newest.visit)}. ${NEWER}` : '';
  return `${what}. ${about || (newest ? newness(newest, isFirst) : '')}`.trim();
}

const documentCount = (n: number): string => (n === 1 ? '1 document' : `${n} documents`);

const NEWER = 'Newer than any visit the record held a document of.';

function newness({ isNewerVisit }: ChangedDocument, isFirst: boolean): string {
  if (isFirst) return 'The record held no document about this council before.';
  return isNewerVisit ? NEWER : 'Not a new inspection.';
}

function sectionOf(document: ChangedDocument, hasHeading: boolean, themes: Theme[]): Section {
  const { detail } = document;
  const points = detail?.points ?? [];
  return {
    heading: hasHeading ? capitalised(documentName(document)) : '',
    lines: [
      ...(hasHeading && isCorrection(document) ? [differencesLine(document)] : []),
      ...(detail?.grades ? [`Grades: ${gradesText(detail.grades)}.`] : []),
      ...(detail?.comparison ? comparisonLines(detail.comparison) : []),
      ...missingText(document, points.length, themes),
    ],
    points,
  };
}

/** What the record lacks of a document: its text, or anything on the themes of the digest. */
function missingText({ source }: ChangedDocument, points: number, themes: Theme[]): string[] {
  if (source.holds === 'facts') {
    const quoted = '; quoted is what others in the record say of the visit';
    return [
      `Only its dates and grades are in the record, not its text${points > 0 ? quoted : ''}.`,
    ];
  }
  if (themes.length === 0 || points > 0) return [];
  return [`It quotes nothing on ${themes.map(themeInSentence).join(' or ')}.`];
}

function listOf(documents: ChangedDocument[]): Section {
  const listed = documents.slice(0, LISTED);
  const left = documents.length - listed.length;
  return {
    heading: 'Documents, newest visit first',
    lines: [
      ...listed.map((one) =>
        [
          `${capitalised(documentName(one))}.`,
          isCorrection(one) ? `Correction. ${differencesLine(one)}` : documentGrade(one),
        ]
          .filter(Boolean)
          .join(' '),
      ),
      ...(left > 0 ? [`${left} more: ask for the sources.`] : []),
    ],
    points: [],
  };
}
