import { type Citation, citePassage } from '../../domain/citation.js';
import { isOfStrengths } from '../../domain/point-kind.js';
import type { RecordedPassage } from '../../domain/record.js';
import { narrowed, type SearchTerm, snippet } from '../../search/index.js';
import type { Point, Section } from '../answer.js';

const LEADS: Record<Citation['tone'], string | null> = {
  praise: 'Strength',
  criticism: 'Concern',
  mixed: 'Strength and concern',
  neutral: null,
  unmarked: null,
};

/**
 * A passage as a quoted point, led by what kind of point it is; of a long one, the sentences that
 * answer `terms`.
 */
export const pointOf = (recorded: RecordedPassage, terms: SearchTerm[] = []): Point => {
  const { quote, tones } = recorded.passage;
  return wholePointOf(narrowed(recorded, snippet(quote, terms, tones)));
};

/** A passage as a point that quotes the whole of it. */
export const wholePointOf = (recorded: RecordedPassage): Point => ({
  lead: leadOf(recorded),
  citation: citePassage(recorded),
});

function leadOf(recorded: RecordedPassage): string | null {
  const { kind, tone } = recorded.passage;
  if (kind === 'recommendation') return 'To improve';
  if (kind === 'statement') return 'Statement';
  if (kind === 'context') return 'Context';
  return tone === 'unmarked' && isOfStrengths(recorded) ? LEADS.praise : LEADS[tone];
}

/** The quotations of some sections in turn: the first of each, then the second of each. */
export function citationsInTurn(sections: Section[]): Citation[] {
  const most = Math.max(0, ...sections.map(({ points }) => points.length));
  return Array.from({ length: most }, (_, i) =>
    sections.flatMap(({ points }) => points.slice(i, i + 1)),
  ).flatMap((points) => points.map(({ citation }) => citation));
}

/** The quotations of some sections, in order. */
export const citationsOf = (sections: Section[]): Citation[] =>
  sections.flatMap(({ points }) => points.map(({ citation }) => citation));
