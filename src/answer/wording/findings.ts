import { capitalised } from '../../domain/citation.js';
import { sourceDate } from '../../domain/source.js';
import { visitBrief, visitTitle } from '../../domain/visit.js';
import { asksForTrend, type Question, spansOf, tonesDenied } from '../../question/index.js';
import type { FindingsFacts } from '../across/findings/findings.js';
import type { CouncilFindings } from '../across/findings/plainest.js';
import type { Answer, Section, Table } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { heldOf } from '../scope.js';
import { countedSaid, howCounted, nearestSaid } from './findings-counted.js';
import { themeChoice, wordNoFindings } from './findings-nothing.js';
import { subjectSaid } from './findings-subject.js';
import { newerLines } from './newer-inspections.js';
import { NO_VERDICT } from './notes.js';
import { emptyAnswer } from './phrases.js';
import { citationsInTurn, wholePointOf } from './points.js';
import { documentsLine, oneCouncilChoices, withoutTextLines } from './scope.js';
import { timeLine, whenOf } from './when-visited.js';

/** The findings of all councils: how many have some, the plainest quoted, all in the table. */
export function wordFindings(facts: FindingsFacts, asked: AskedOfAll): Answer {
  const { councils, quoted, isCounted, inOtherWords, figures } = facts;
  const { question, scope, context } = asked;
  if (councils.length === 0) return wordNoFindings(facts, asked);
  const sections = quoted.map(sectionOf);
  const isNearest = inOtherWords || !(isCounted || figures === 'shown');
  return {
    ...emptyAnswer('across', question.text),
    status: isNearest ? 'nothing_found' : 'found',
    reason: isNearest ? (inOtherWords ? 'report_silent' : 'no_match') : null,
    headline: headlineOf(facts, asked),
    notes: [
      ...(asksForTrend(question) ? [NO_VERDICT] : []),
      ...(figures === 'shown' ? ['Only passages with a figure are shown.'] : []),
      ...(figures === 'none'
        ? ['No figure for this was found; what the record says of the subject is below.']
        : []),
      ...deniedLine(question),
      ...(isCounted ? [...unsaidLine(facts), howCounted(facts)] : []),
      ...timeLine(asked),
      ...withoutTextLines(heldOf(scope, context)),
    ],
    table: isCounted ? tableOf(facts) : null,
    sections,
    closing: [
      ...newerLines(facts),
      isCounted
        ? 'A council that is not counted is not cleared by that: a report does not treat every subject.'
        : 'Other councils may have findings on it in other words: ask of one council.',
      documentsLine(heldOf(scope, context)),
    ],
    choices: [
      ...(isNearest ? themeChoice(facts.request.terms) : []),
      ...oneCouncilChoices(
        councils.map(({ authority }) => authority),
        subjectToAsk(facts, asked),
      ),
    ],
    citations: isNearest ? [] : citationsInTurn(sections),
    nearest: isNearest ? citationsInTurn(sections) : [],
  };
}

/** What reports do not write is nowhere to be quoted: the side that they do write is shown. */
const WRITTEN_INSTEAD = {
  criticism: 'No report says whom it does not criticise: what is counted and quoted is praise.',
  praise: 'No report says whom it does not praise: what is counted and quoted is criticism.',
  mention: 'Counted and quoted are reports that do write of it; others may in words not met here.',
} as const;

const deniedLine = (question: Question): string[] =>
  tonesDenied(question)
    .slice(0, 1)
    .map(({ value }) => WRITTEN_INSTEAD[value]);

/** Words that decided nothing, because no sentence on the rest has them. */
const unsaidLine = ({ unsaid, unsaidBut }: FindingsFacts): string[] => {
  if (unsaid.length === 0) return [];
  const words = unsaid.map((text) => `“${text}”`).join(' or ');
  const lead = {
    0: `No sentence on it has ${words} as well`,
    1: `Only one council’s report has ${words} as well`,
  }[unsaidBut];
  return [
    `${lead ?? `Only ${unsaidBut} councils’ reports have ${words} as well`}: what is counted and quoted is wider than that.`,
  ];
};

function headlineOf(facts: FindingsFacts, asked: AskedOfAll): string {
  const { isCounted, inOtherWords, figures, councils } = facts;
  if (inOtherWords) return nearestSaid(facts, asked);
  if (isCounted) return countedSaid(facts, asked);
  const reports =
    councils.length === 1 ? 'one council’s report' : `the reports of ${councils.length} councils`;
  return figures === 'shown'
    ? `${capitalised(reports)} ${councils.length === 1 ? 'gives' : 'give'} such a figure${whenOf(asked)}.`
    : `No report read${whenOf(asked)} says quite that; ${reports} ${councils.length === 1 ? 'comes' : 'come'} closest.`;
}

/** What a council of the answer is asked about next: the same, without "which councils". */
function subjectToAsk({ subject }: FindingsFacts, { question, scope }: AskedOfAll): string {
  if (!subject) return scope.text;
  const [tone] = spansOf(question, 'tone').map(({ value }) => value);
  const kind = { praise: 'strengths: ', criticism: 'concerns: ' };
  return `${tone ? kind[tone] : ''}${subject}`;
}

/** A council's quotations; how many more sentences its report has on it. */
function sectionOf({ authority, found, shown }: CouncilFindings): Section {
  const visits = [...new Set(shown.map(({ visit }) => visit))];
  const more = found.length - shown.length;
  return {
    heading:
      visits.length === 1 && visits[0]
        ? `${authority.name}: ${visitTitle(visits[0])}`
        : authority.name,
    lines: more > 0 ? [`${more} more ${more === 1 ? 'sentence' : 'sentences'} on it.`] : [],
    points: shown.map(wholePointOf),
  };
}

const TONES = { praise: 'praise', criticism: 'concern', mixed: 'praise and concern' } as const;

/** Every council counted, with its plainest sentence. */
function tableOf(facts: FindingsFacts): Table {
  return {
    caption: `Councils with findings on ${subjectSaid(facts)}`,
    columns: ['Council', 'Inspection', 'Says', 'Sentence', 'Document', 'Sentences'],
    rows: facts.councils.flatMap(({ authority, found }) => {
      const rows = facts.apart ? found : found.slice(0, 1);
      return rows.map((first) => {
        const { visit, source, passage } = first.recorded;
        const page = passage.locator.page === null ? '' : `, page ${passage.locator.page}`;
        const says = first.tone === 'unmarked' || first.tone === 'neutral' ? '' : TONES[first.tone];
        return [
          authority.name,
          visitBrief(visit),
          says,
          passage.quote,
          `${source.publisher} ${source.kind}, ${sourceDate(source)}${page}`,
          String(facts.apart ? 1 : found.length),
        ];
      });
    }),
  };
}
