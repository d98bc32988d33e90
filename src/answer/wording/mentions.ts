import { themeInSentence } from '../../domain/theme.js';
import type { MentionsFacts, MentionsOfYear } from '../across/findings/mentions.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { heldOf } from '../scope.js';
import { emptyAnswer } from './phrases.js';
import { documentsLine } from './scope.js';

/** A year of fewer reports says little: the first and last of more stand in the first line. */
const ENOUGH = 5;

/** "Domestic abuse: in 24 of the 28 reports of 2014 (86 %), in 23 of the 24 of 2024 (96 %)." */
export function wordMentions({ concepts, years }: MentionsFacts, asked: AskedOfAll): Answer {
  const { question, scope, context } = asked;
  const all = years.reduce((sum, { reports }) => sum + reports, 0);
  const mentioning = years.reduce((sum, each) => sum + each.mentioning, 0);
  const enough = years.filter(({ reports }) => reports >= ENOUGH);
  const [first, last] = enough.length > 1 ? [enough[0], enough.at(-1)] : [years[0], years.at(-1)];
  const what = concepts
    .map(({ texts, themes, named }) =>
      named === 'by name'
        ? themes.map(themeInSentence).join(' or ')
        : texts.map((text) => `“${text}”`).join(' or '),
    )
    .join(' together with ');
  const found = mentioning > 0;
  return {
    ...emptyAnswer('across', question.text),
    status: found ? 'found' : 'nothing_found',
    reason: found ? null : 'report_silent',
    headline:
      found && first && last && first !== last
        ? `Of the reports held, ${shareOf(first)} of ${first.year} and ${shareOf(last)} of ${last.year} mention ${what}.`
        : `Of the ${all} reports held, ${mentioning} mention ${what}.`,
    notes: [
      `How this was counted: reports whose text is held, by the year of the visit, with at least one sentence on ${what}; ${all} reports, all kinds of visit.`,
      'It is of the reports held alone, and their number differs from year to year.',
    ],
    table: {
      caption: `Reports held that mention ${what}, by the year of the visit`,
      columns: ['Year', 'Reports whose text is held', 'That mention it', 'Share'],
      rows: years.map((each) => [
        each.year,
        String(each.reports),
        String(each.mentioning),
        percent(each),
      ]),
    },
    closing: [documentsLine(heldOf(scope, context))],
  };
}

const percent = ({ reports, mentioning }: MentionsOfYear): string =>
  `${Math.round((100 * mentioning) / reports)} %`;

const shareOf = (year: MentionsOfYear): string =>
  `${percent(year)} (${year.mentioning} of ${year.reports})`;
