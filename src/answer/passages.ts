import { type Citation, capitalised } from '../domain/citation.js';
import { visitTitle } from '../domain/visit.js';
import type { Query } from '../question/legacy/query.js';
import type { Hit } from '../search/index.js';
import type { Answer, Section } from './answer.js';
import type { Asked } from './context.js';
import { pointOf, withoutRepeats } from './points.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices, spokenLine } from './said.js';

const MOST = 5;

/** The passages that answer a free question, best first, each quoted and cited. */
export function passages(asked: Asked, hits: Hit[]): Answer {
  const { authority, query, context } = asked;
  const ranked = withoutRepeats(hits.map((hit) => hit.passage));
  const shown = ranked.slice(0, MOST);
  const points = shown.map((recorded) => pointOf(recorded, query.terms));
  const citations = points.map((point) => point.citation);
  const sections: Section[] = [];
  for (const point of points) {
    const heading = capitalised(visitTitle(point.citation.visit));
    const last = sections.at(-1);
    if (last?.heading === heading) last.points.push(point);
    else sections.push({ heading, lines: [], points: [point] });
  }
  const more = ranked.length - shown.length;
  return {
    ...emptyAnswer('passages', query.text),
    authority,
    headline: `${councilLabel(asked)}. ${citations[0] ? spokenLine(citations[0]) : ''}`,
    notes: notOfsteds(query, citations[0]),
    sections,
    closing: [
      ...(more > 0
        ? [`${more} more ${more === 1 ? 'passage matches' : 'passages match'} less closely.`]
        : []),
      checkedLine(context, authority),
    ],
    choices: furtherChoices(authority, 'passages'),
    citations,
  };
}

/** A question after Ofsted's words whose best match are somebody else's is told so first. */
function notOfsteds({ words }: Query, best: Citation | undefined): string[] {
  const asked = words.some((word) => /^(ofsted|inspectors?|inspectorate)$/.test(word));
  const speaker = best?.speaker;
  if (!asked || !speaker || (speaker.kind !== 'council' && speaker.kind !== 'office_holder'))
    return [];
  return ['The closest words in the record are not Ofsted’s: see below whose they are.'];
}
