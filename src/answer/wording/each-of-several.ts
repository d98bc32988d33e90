import { capitalised } from '../../domain/citation.js';
import { visitTitle } from '../../domain/visit.js';
import { textWithout } from '../../question/index.js';
import type { FindingsFacts } from '../across/findings.js';
import type { CouncilFindings } from '../across/plainest.js';
import type { Answer, Section } from '../answer.js';
import type { AskedOfSeveral } from '../asked.js';
import { howCounted, subjectSaid } from './findings-counted.js';
import { emptyAnswer } from './phrases.js';
import { citationsOf, wholePointOf } from './points.js';
import { latestChoices } from './scope.js';

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
  const said = asNamed(facts).map((council) => `${council.authority.name} ${tonesOf(council)}`);
  return {
    ...emptyAnswer('passages', question.text),
    headline: `${capitalised(subjectSaid(facts))}, by the newest full inspection of each: ${said.join('; ')}.`,
    notes: [
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

/** "3 sentences, 2 of praise and 1 of criticism" */
function tonesOf({ found }: CouncilFindings): string {
  const count = (tone: 'praise' | 'criticism') => found.filter((each) => each.tone === tone).length;
  const [praise, criticism] = [count('praise'), count('criticism')];
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
  const rest = textWithout(question, ['council', 'comparison']);
  return {
    ...emptyAnswer('passages', question.text),
    status: 'ambiguous',
    headline:
      'The question names several councils, and I can’t set side by side what it asks: ask for each by itself.',
    notes: ['Their newest grades stand side by side when only the councils are named.'],
    choices: authorities.map(({ name }) => ({ label: name, question: `${name} ${rest}`.trim() })),
  };
}
