import { spansOf } from '../../question/index.js';
import type { Answer } from '../answer.js';
import type { AskedOfOne } from '../asked.js';
import { emptyAnswer, listed } from './phrases.js';

/**
 * One council is to be compared, and nobody said with whom: its statistical neighbours and its
 * region are offered, in the areas asked about.
 */
export function compareWithWhomAnswer({ authority, question, context }: AskedOfOne): Answer {
  const areas = [...new Set(spansOf(question, 'area').map(({ surface }) => surface))];
  const on = areas.length > 0 ? ` on ${listed(areas)}` : '';
  const isHeld = (urn: string) =>
    context.covered.some((each) => each.urn === urn && each !== authority);
  const hasNeighbours = (authority.neighbours ?? []).some(isHeld);
  const inRegion = context.covered.filter(
    (each) => each !== authority && !each.ended && each.region === authority.region,
  );
  const offered = [
    ...(hasNeighbours ? [{ label: 'Its statistical neighbours', with: 'its neighbours' }] : []),
    ...(inRegion.length > 0
      ? [{ label: authority.region, with: `${authority.region} councils` }]
      : []),
  ];
  return {
    ...emptyAnswer('grades', question.text),
    status: 'ambiguous',
    authority,
    headline: `Compare ${authority.name} with whom? With its statistical neighbours, its region, or up to three councils that you name.`,
    choices: offered.map(({ label, with: others }) => ({
      label,
      question: `compare ${authority.name} with ${others}${on}`,
    })),
  };
}
