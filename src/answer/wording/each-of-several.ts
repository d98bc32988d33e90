import { capitalised } from '../../domain/citation.js';
import { visitTitle } from '../../domain/visit.js';
import { type Question, searchedTokens, textWithout, visitFilterOf } from '../../question/index.js';
import type { FindingsFacts } from '../across/findings/findings.js';
import type { CouncilFindings } from '../across/findings/plainest.js';
import type { Answer, Section, Table } from '../answer.js';
import type { AskedOfSeveral } from '../asked.js';
import { howCounted } from './findings-counted.js';
import { subjectSaid } from './findings-subject.js';
import { counted, emptyAnswer, HEADLINE, whenSaid } from './phrases.js';
import { citationsOf, wholePointOf } from './points.js';
import { latestChoices } from './scope.js';

/** So many councils stand beside each other, a column each; of more, each has a row. */
export const MOST_SIDE_BY_SIDE = 4;

/** That more councils were named than can stand side by side, and what they are given as. */
export const tooManyLine = ({ length }: { length: number }): string[] =>
  length > MOST_SIDE_BY_SIDE
    ? [
        `At most ${MOST_SIDE_BY_SIDE} councils stand side by side, a column each: these ${length} are a list, a row each.`,
      ]
    : [];

/** Each council's plainest sentences on what was asked, council by council. */
export const eachQuoted = (facts: FindingsFacts): Section[] =>
  asNamed(facts).map(
    ({ authority, visit, shown }): Section => ({
      heading: `${authority.name}: ${visitTitle(visit)}`,
      lines: [],
      points: shown.map(wholePointOf),
    }),
  );

/** The councils with findings, in the order in which they were named. */
const asNamed = ({ councils, read }: FindingsFacts): CouncilFindings[] =>
  read.reports.flatMap(({ authority, visit }) => {
    const own = councils.find((each) => each.authority === authority);
    return own && own.visit === visit ? [own] : [];
  });

/** What inspectors found at each of several councils on a theme; else each is offered by itself. */
export function wordEach(facts: FindingsFacts | null, asked: AskedOfSeveral): Answer {
  if (!facts) return eachByItselfAnswer(asked);
  const { question, authorities } = asked;
  const sections = eachQuoted(facts);
  const silent = authorities.filter(
    (each) => !facts.councils.some(({ authority }) => authority === each),
  );
  const councils = asNamed(facts);
  const read = reportsOfEach(facts, question);
  const lead = `${capitalised(subjectSaid(facts))}, ${read}`;
  const each = `${lead}: ${councils.map((own) => `${own.authority.name} ${tonesOf(own)}`).join('; ')}.`;
  const isListed = each.length > HEADLINE || authorities.length > MOST_SIDE_BY_SIDE;
  const all = councils.reduce((sum, { found }) => sum + found.length, 0);
  return {
    ...emptyAnswer('passages', question.text),
    ...(authorities.length <= MOST_SIDE_BY_SIDE && { sideBySide: true as const }),
    headline: isListed
      ? `${lead}: ${counted(all, 'sentence', 'sentences')} at ${counted(councils.length, 'council', 'councils')}.`
      : each,
    table: isListed ? countsTable(facts, councils, read) : null,
    notes: [
      ...tooManyLine(authorities),
      'Each sentence is of that council’s own inspection: I set them side by side and draw no line between them.',
      howCounted(facts),
      ...(silent.length > 0
        ? [`No sentence on it is held of: ${silent.map(({ name }) => name).join('; ')}.`]
        : []),
    ],
    sections,
    choices: latestChoices(authorities),
    citations: citationsOf(inTurn(sections)),
  };
}

/** "by the newest full inspection of each"; where a time is asked about, the reports of that. */
function reportsOfEach({ read: { which } }: FindingsFacts, question: Question): string {
  if (which === 'newest') return 'by the newest full inspection of each';
  const when = which === 'meant' ? whenSaid(visitFilterOf(question).period) : '';
  return `by the reports held${when ? ` of visits${when}` : ' of each'}`;
}

/** How many sentences of which tone there are, a row a council. */
const countsTable = (facts: FindingsFacts, councils: CouncilFindings[], read: string): Table => ({
  caption: `Sentences on ${subjectSaid(facts)}, ${read}`,
  columns: ['Council', 'Inspection', 'Sentences', 'Praise', 'Criticism'],
  rows: councils.map(({ authority, visit, found }) => [
    authority.name,
    visitTitle(visit),
    String(found.length),
    String(inTone(found, 'praise')),
    String(inTone(found, 'criticism')),
  ]),
});

const inTone = (found: CouncilFindings['found'], tone: 'praise' | 'criticism'): number =>
  found.filter((each) => each.tone === tone).length;

/** "3 sentences, 2 of praise and 1 of criticism" */
function tonesOf({ found }: CouncilFindings): string {
  const [praise, criticism] = [inTone(found, 'praise'), inTone(found, 'criticism')];
  const toned = [
    ...(praise > 0 ? [`${praise} of praise`] : []),
    ...(criticism > 0 ? [`${criticism} of criticism`] : []),
  ];
  const sentences = `${found.length} ${found.length === 1 ? 'sentence' : 'sentences'}`;
  return toned.length > 0 ? `${sentences} (${toned.join(', ')})` : sentences;
}

/** The first point of each section, then the second of each, so that none is left behind. */
const inTurn = (sections: Section[]): Section[] =>
  Array.from({ length: Math.max(0, ...sections.map(({ points }) => points.length)) }).flatMap(
    (_, i) => sections.map((section) => ({ ...section, points: section.points.slice(i, i + 1) })),
  );

/** What is no finding on a theme is asked of one council at a time. */
function eachByItselfAnswer({ question, authorities }: AskedOfSeveral): Answer {
  const left = textWithout(question, ['council', 'comparison']);
  // What only joined the councils is nothing to ask of one.
  const rest = searchedTokens(question).some(
    ({ word }) => Number.isNaN(Number(word)) && left.toLowerCase().includes(word),
  )
    ? left
    : 'latest';
  return {
    ...emptyAnswer('passages', question.text),
    status: 'ambiguous',
    headline:
      'The question names several councils, and I can’t set side by side what it asks: ask for each by itself.',
    notes: [
      'Their newest grades stand side by side when only the councils are named.',
      ...(authorities.length > MOST_SIDE_BY_SIDE
        ? [`Up to ${MOST_SIDE_BY_SIDE} councils are answered one after another: ask for fewer.`]
        : []),
    ],
    choices: authorities.map(({ name }) => ({ label: name, question: `${name} ${rest}`.trim() })),
  };
}
