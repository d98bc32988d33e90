import { themeInSentence } from '../../domain/theme.js';
import { visitBrief } from '../../domain/visit.js';
import type { PointsByThemeFacts, ThemeRow } from '../across/points-by-theme.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { emptyAnswer } from './phrases.js';
import { citationsOf, pointOf } from './points.js';
import { countedOf } from './scope.js';

const LED = 3;
const QUOTED = 3;

/** "Most often on the list of what must improve: caseloads (40 of 150 reports), …". */
export function wordPointsByTheme(facts: PointsByThemeFacts, asked: AskedOfAll): Answer {
  const { kind, rows, fewest, read, having } = facts;
  const what = kind.recommendations
    ? 'on the list of what must improve'
    : kind.tone === 'praise'
      ? 'praised'
      : 'criticised';
  const led = rows
    .slice(0, LED)
    .map(({ theme, reports }) => `${themeInSentence(theme)} (${reports})`);
  const answer = emptyAnswer('across', asked.question.text);
  const nameOf = ({ example }: ThemeRow) =>
    asked.scope.authorities.find(({ urn }) => urn === example.visit.urn)?.name ?? '';
  const sections = rows.slice(0, QUOTED).map((row) => ({
    heading: `${row.theme.name}: ${nameOf(row)}, ${visitBrief(row.example.visit)}`,
    lines: [],
    points: [pointOf(row.example, [])],
  }));
  if (rows.length === 0)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `No report held of ${countedOf(asked.scope.authorities.length, asked.scope)} has such points.`,
    };
  return {
    ...answer,
    headline: `${fewest ? 'Least' : 'Most'} often ${what}, in ${read} reports: ${led.join(', ')}.`,
    notes: [
      `How this was counted: of each council’s newest full inspection whose text is held, each point ${what} by the one theme that it is most about; a report counts once for a theme, and what is both praised and criticised is left out. ${having} of ${read} reports have such points.`,
      'Themes are told by the words of the points: a point in other words may be counted elsewhere. Ask “which councils were told to improve” a thing to read them all.',
    ],
    table: {
      caption: `What is ${what}, by theme`,
      columns: ['Theme', 'Reports', 'Share', 'For example', 'Council'],
      rows: rows.map((row) => [
        row.theme.name,
        String(row.reports),
        `${Math.round((100 * row.reports) / Math.max(1, read))} %`,
        row.example.passage.quote,
        nameOf(row),
      ]),
    },
    sections,
    citations: citationsOf(sections),
  };
}
