import { formatDate } from '../../domain/dates.js';
import { isGraded } from '../../domain/frameworks.js';
import { areaName } from '../../domain/judgement.js';
import { sourceDate } from '../../domain/source.js';
import { visitTitle } from '../../domain/visit.js';
import type { ChangedDocument, Difference } from '../content/digest-value.js';
import { gradeText } from './grades.js';

/**
 * "Ofsted’s report of the inspection, 4–15 December 2023 (published 13 February 2024)"; an article
 * by its title.
 */
export function documentName({ source, visit }: Pick<ChangedDocument, 'source' | 'visit'>): string {
  const date = `(${sourceDate(source)})`;
  if (source.kind === 'press')
    return `“${source.title}”, ${source.publisher} ${date}${visit ? `, on the ${visitTitle(visit)}` : ''}`;
  const what = `${source.publisher}’s ${source.kind}`;
  return visit
    ? `${what} ${source.kind === 'letter' ? 'on' : 'of'} the ${visitTitle(visit)} ${date}`
    : `${what} “${source.title}” ${date}`;
}

/** "added to the record: Ofsted’s report of …." — what became of a document. */
export function changeText(document: ChangedDocument): string {
  const name = documentName(document);
  switch (document.change) {
    case 'added':
      return `added to the record: ${name}.`;
    case 'text_added':
      return `added to the record: the text of ${name}, of which only dates and grades were held before.`;
    case 'revised':
      return `correction: ${document.source.revision > 1 ? 'a revised' : 'another'} version of ${name}.`;
    case 'reread':
      return `correction: ${name}, read again.`;
  }
}

/**
 * What a document of Ofsted's says by its grades: the overall one, that there is no overall one, or
 * that visits of its kind give none.
 */
export function documentGrade({
  source,
  visit,
  judgements,
}: Pick<ChangedDocument, 'source' | 'visit' | 'judgements'>): string | null {
  if (!visit || source.kind === 'press') return null;
  if (!isGraded(visit.kind)) return 'It gave no grade.';
  const overall = judgements.find(({ area }) => area === 'overall');
  if (overall) return `Overall: ${overall.grade}.`;
  return judgements.length > 0
    ? `${judgements.map(gradeText).join('; ')}.`
    : 'The record holds no grade of it.';
}

/** What a correction changed, in sentences. */
export const differencesLine = ({ differences }: ChangedDocument): string =>
  differences.length > 0
    ? `Changed: ${differences.map(differenceText).join(' ')}`
    : 'Its grades, dates and number of passages are as before.';

function differenceText(difference: Difference): string {
  switch (difference.kind) {
    case 'grade': {
      const { area, now, before } = difference;
      return `${areaName(area)}: ${now ?? 'no grade'}, before ${before ?? 'no grade'}.`;
    }
    case 'visit_end':
      return `End of the visit: ${dayText(difference.now)}, before ${dayText(difference.before)}.`;
    case 'document_date':
      return `Date of the document: ${dayText(difference.now)}, before ${dayText(difference.before)}.`;
    case 'passages':
      return `Passages: ${difference.now}, before ${difference.before}.`;
  }
}

/** An ISO date in words; of a visit whose days are not known, its month or year as it stands. */
const dayText = (date: string | null): string =>
  date === null ? 'not given' : date.length === 10 ? formatDate(date) : date;
