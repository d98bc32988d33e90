import { capitalised } from '../../domain/citation.js';
import { freshnessLine } from '../../domain/freshness.js';
import { visitTitle } from '../../domain/visit.js';
import type { Answer, Point, Section } from '../answer.js';
import type { PassagesFacts } from '../one-council/passages.js';
import { councilLabel, counted, emptyAnswer, furtherChoices, spokenLine } from './phrases.js';
import { pointOf } from './points.js';

/** The passages that answer a free question, best first, each quoted and cited. */
export function wordPassages({ about, shown, more, terms, isOthersWords }: PassagesFacts): Answer {
  const { authority, reach, question } = about;
  const points = shown.map((recorded) => pointOf(recorded, terms));
  const citations = points.map((point) => point.citation);
  return {
    ...emptyAnswer('passages', question),
    authority,
    headline: `${councilLabel(about)}. ${citations[0] ? spokenLine(citations[0]) : ''}`,
    notes: isOthersWords
      ? ['The closest words in the record are not Ofsted’s: see below whose they are.']
      : [],
    sections: byVisit(points),
    closing: [
      ...(more > 0
        ? [`${counted(more, 'more passage matches', 'more passages match')} less closely.`]
        : []),
      freshnessLine(reach),
    ],
    choices: furtherChoices(authority, 'passages'),
    citations,
  };
}

/** Points under the visits that they are on; those of one visit that follow each other together. */
export function byVisit(points: Point[]): Section[] {
  const sections: Section[] = [];
  for (const point of points) {
    const heading = capitalised(visitTitle(point.citation.visit));
    const last = sections.at(-1);
    if (last?.heading === heading) last.points.push(point);
    else sections.push({ heading, lines: [], points: [point] });
  }
  return sections;
}
