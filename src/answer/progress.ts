import { newestFirst } from '../domain/visit.js';
import type { Answer } from './answer.js';
import type { Asked } from './context.js';
import { pointOf, withoutRepeats } from './points.js';
import { requestOf } from './search-request.js';
import { timeline } from './timeline.js';

const MOST = 5;
/** What a reader wants of "has it got better" that the dates and grades do not say. */
const ASKED = 'progress and pace of improvement';

/** How a council went over time: what the documents say of its progress, then every visit with its grades. No verdict of its own. */
export function progress(asked: Asked): Answer {
  const { authority, context } = asked;
  const whole = timeline(asked);
  const query = context.questions.read(ASKED);
  const { hits } = context.search.find(requestOf(query, [authority.urn], context));
  const points = withoutRepeats(hits.map((hit) => hit.passage))
    .slice(0, MOST)
    .sort((a, b) => newestFirst(a.visit, b.visit))
    .map((recorded) => pointOf(recorded, query.terms));
  if (points.length === 0) return whole;
  return {
    ...whole,
    sections: [{ heading: 'What was said of progress', lines: [], points }, ...whole.sections],
    citations: [...points.map((point) => point.citation), ...whole.citations],
  };
}
