import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Answer,
  type AnswerContext,
  answerQuestion,
  firstScreen,
  hasMore,
  withoutRepeats,
} from '../../src/answer/index.js';
import { contextOfManyCouncils } from '../support/many-councils.js';

const QUESTIONS: string[] = JSON.parse(
  readFileSync(new URL('common-questions.json', import.meta.url), 'utf8'),
);

let context: AnswerContext;
beforeAll(async () => {
  context = await contextOfManyCouncils();
});
const ask = (question: string): Answer => answerQuestion(question, context);
const screenOf = (question: string) => firstScreen(ask(question));

/** The sentences of a first screen; what stands under a quotation is none. */
function sentencesFirst(answer: Answer): string[] {
  const { headline, notes, points, lines, smallPrint } = firstScreen(answer);
  const quoted = points.flatMap((point) => [point.explanation ?? '', point.quote]);
  return sentencesOf([headline, ...notes, ...quoted, ...lines, smallPrint]);
}

/** How many characters a first screen has, tables apart. */
function lengthOf(answer: Answer): number {
  const { headline, notes, points, lines, smallPrint } = firstScreen(answer);
  const quoted = points.flatMap((p) => [p.lead ?? '', p.explanation ?? '', p.quote, p.line]);
  return [headline, ...notes, ...quoted, ...lines, smallPrint].join('').length;
}

/** Everything that a whole answer says, but for what stands in quotations. */
function wholeTextsOf(answer: Answer): string[] {
  const { headline, notes, sections, closing } = withoutRepeats(answer);
  return [headline, ...notes, ...sections.flatMap(({ lines }) => lines), ...closing];
}

const sentencesOf = (texts: string[]): string[] =>
  texts.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((text) => text.includes(' '));

const repeated = (sentences: string[]): string[] =>
  sentences.filter((sentence, i) => sentences.indexOf(sentence) < i);

describe('Forty common questions', () => {
  it('are forty', () => {
    expect(new Set(QUESTIONS).size).toBe(40);
  });

  it.each(QUESTIONS)('“%s” is answered by the headline alone, in a line', (question) => {
    const { headline } = ask(question);
    expect(headline.length).toBeLessThanOrEqual(160);
    expect(headline).toMatch(/[.?!]$/);
    expect(headline).not.toMatch(/[“"]\p{Lu}[^”"]*[.”"]$/u);
    expect(headline).toMatch(
      /Tameside|Bradford|\d+|None|No |North West|Devon|council’s Ofsted|nothing/,
    );
  });

  it.each(QUESTIONS)(
    '“%s” shows at most three quotations first, the newest before older',
    (question) => {
      const answer = ask(question);
      const { points } = firstScreen(answer);
      expect(points.length).toBeLessThanOrEqual(3);
      const cited = new Map(
        [...answer.citations, ...answer.nearest].map((each) => [each.quote, each]),
      );
      const periods = points.map(({ quote }) => cited.get(quote)?.visit.period ?? '');
      expect(periods.every(Boolean)).toBe(true);
      expect(periods).toEqual([...periods].sort().reverse());
    },
  );

  it.each(QUESTIONS)('“%s” says nothing twice, on its first screen or in the whole', (question) => {
    const answer = ask(question);
    expect(repeated(sentencesFirst(answer))).toEqual([]);
    expect(repeated(sentencesOf(wholeTextsOf(answer)))).toEqual([]);
  });

  it('fit a screen of 1,400 characters, tables apart, nine times in ten', () => {
    const long = QUESTIONS.filter((question) => lengthOf(ask(question)) >= 1_400);
    expect(long.length).toBeLessThanOrEqual(4);
  });

  it.each(QUESTIONS)('“%s” keeps everything in the whole answer', (question) => {
    const answer = ask(question);
    const { points, table, left } = firstScreen(answer);
    const quotes = new Set(
      answer.sections.flatMap((section) => section.points.map(({ citation }) => citation.quote)),
    );
    expect(points.length + left.quotations).toBe(quotes.size);
    expect((table?.rows.length ?? 0) + left.rows).toBe(answer.table?.rows.length ?? 0);
  });
});

describe('A first screen', () => {
  it('says in one line whose inspection, document and page a quotation is from, with a link', () => {
    const { points } = screenOf('tameside latest');
    expect(points.length).toBeGreaterThan(0);
    for (const { line, link } of points) {
      expect(line).toContain('Inspection, 4–15 December 2023');
      expect(line).not.toContain('\n');
      if (line.includes('Ofsted report')) expect(link?.url).toMatch(/^https:/);
    }
  });

  it('names the speaker where the words are not Ofsted’s own', () => {
    const { points } = screenOf('who said they have the right leadership team in tameside');
    expect(points[0]?.line).toContain('Gerald Cooney, council leader');
  });

  it('shows both praise and criticism of a visit where there is both', () => {
    const answer = ask('what did the 2019 inspection of tameside find');
    const tones = new Set(answer.citations.map(({ tone }) => tone));
    const shown = new Set(
      firstScreen(answer).points.map(
        ({ quote }) => answer.citations.find((each) => each.quote === quote)?.tone,
      ),
    );
    for (const tone of ['praise', 'criticism'] as const)
      expect(shown.has(tone)).toBe(tones.has(tone));
  });

  it('says once how far the record reaches', () => {
    const { smallPrint, notes } = screenOf('tameside latest');
    const { until } = ask('tameside latest');
    expect(until).not.toBeNull();
    expect(smallPrint).toContain(until ?? '');
    expect(notes.join()).not.toContain(until ?? '');
  });

  it('of advice about a child is the whole of it', () => {
    const answer = ask('lad, 15, missing since sunday, what do I do');
    const screen = firstScreen(answer);
    expect(hasMore(screen.left)).toBe(false);
    for (const { lines } of answer.sections)
      for (const line of lines) expect(screen.lines).toContain(line);
  });
});
