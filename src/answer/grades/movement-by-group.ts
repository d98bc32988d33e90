import { spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { type Grouped, groupedBy, groupOf, inOrder } from './grouped.js';
import { gradeMovement, type MovementFacts } from './movement.js';

/**
 * How many councils of each region or type have a grade that went the way asked for, of those with
 * two full inspections or more. By share, for the groups differ in size, unless it is asked where
 * most councils are.
 */
export type MovementByGroup = { movement: MovementFacts; grouped: Grouped };

/** The councils that moved so, group by group, in the order asked for. */
export function movementByGroup(asked: AskedOfAll): MovementByGroup {
  const { question } = asked;
  const movement = gradeMovement(asked, false);
  const by = groupedBy(question) === 'council_type' ? 'council_type' : 'region';
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const isOfCouncils = spansOf(question, 'councils').some(({ value }) => value === 'many');
  const isFirst = orders.some((value) => ['most', 'fewest', 'best', 'worst'].includes(value));
  const moved = new Set(movement.steps.map(({ authority }) => authority.urn));
  const groups = [...new Set(movement.compared.map((each) => groupOf(each, by)))];
  const rows = groups.map((group) => {
    const own = movement.compared.filter((each) => groupOf(each, by) === group);
    const names = own.filter(({ urn }) => moved.has(urn)).map(({ name }) => name);
    return { group, names, graded: own.length };
  });
  return {
    movement,
    grouped: {
      ...inOrder(question, {
        by,
        measure: isFirst && isOfCouncils ? 'count' : 'share',
        rows,
        fewest: orders.includes('fewest'),
      }),
      wanted: isFirst ? 'first' : 'all',
    },
  };
}
