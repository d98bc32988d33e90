import type { KnownBlock } from '@slack/types';
import type { Answer, Point, Section } from '../../src/answer/answer.js';
import type { Citation } from '../../src/domain/citation.js';
import { passage, source, visit } from '../support/record.js';

/** Answers, points and blocks for the tests of the views. */

export const citation = (quote: string, changes: Partial<Citation> = {}): Citation => ({
  key: `oldham-2021-letter/${quote.length}`,
  urn: visit().urn,
  quote,
  passage: quote,
  finding: null,
  clarification: null,
  speaker: passage().speaker,
  tone: 'criticism',
  official: null,
  visit: visit(),
  source: source(),
  quotedBy: null,
  place: { section: 'Findings', page: 2, paragraph: null, bullet: 4 },
  ...changes,
});

export const point = (quote: string, changes: Partial<Citation> = {}): Point => ({
  lead: 'Concern',
  citation: citation(quote, changes),
});

export const section = (heading: string, points: Point[] = [], lines: string[] = []): Section => ({
  heading,
  lines,
  points,
});

export function answer(changes: Partial<Answer> = {}): Answer {
  const sections = changes.sections ?? [];
  return {
    question: 'oldham about caseloads',
    kind: 'theme',
    status: 'found',
    reason: null,
    authority: { urn: visit().urn, name: 'Oldham' },
    headline: 'Oldham: caseloads were too high at the focused visit of March 2021.',
    notes: [],
    table: null,
    sections,
    closing: [],
    until: null,
    choices: [],
    citations: sections.flatMap(({ points }) => points.map((each) => each.citation)),
    nearest: [],
    notUnderstood: [],
    ...changes,
  };
}

/** Every quotation that the blocks show, in order, as a reader would copy it. */
export function quotations(blocks: KnownBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'container')
      return block.child_blocks.flatMap((child) =>
        child.type === 'section' && child.text?.text.startsWith('“')
          ? [child.text.text.slice(1, -1)]
          : [],
      );
    if (block.type !== 'rich_text') return [];
    return block.elements.flatMap((element) =>
      element.type === 'rich_text_quote'
        ? [element.elements.map((run) => (run.type === 'text' ? run.text : '')).join('')]
        : [],
    );
  });
}

/** Every text in a value, one a line: what a reader sees of blocks. */
export function textsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textsIn).filter(Boolean).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, inner]) =>
      typeof inner === 'string' && ['text', 'caption'].includes(name) ? inner : textsIn(inner),
    )
    .filter(Boolean)
    .join('\n');
}

/** How many blocks there are, those in containers included. */
export const countOf = (blocks: KnownBlock[]): number =>
  blocks.reduce(
    (sum, block) => sum + 1 + (block.type === 'container' ? block.child_blocks.length : 0),
    0,
  );
