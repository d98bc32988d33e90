import { areaPhrase } from '../../domain/areas.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { GroupFacts } from '../grades/by-group.js';
import { type Grouped, type GroupRow, sizeBy } from '../grades/grouped.js';
import type { MovementByGroup } from '../grades/movement-by-group.js';
import { atRank } from '../operations/runs.js';
import { groupChart } from './charts.js';
import { gradeAnswer, quotedGrades } from './grade-history.js';
import { movedSaid } from './grade-movement.js';
import { afterSaid, rankSaid } from './ranks.js';

const NAMES = {
  region: { one: 'region', many: 'regions', head: 'Region' },
  council_type: { one: 'type of council', many: 'types of council', head: 'Type of council' },
  area: { one: 'area', many: 'areas', head: 'Area' },
} as const;

/** "London has the most councils graded “outstanding” overall: 14 of 33". */
export function wordByGroup(facts: GroupFacts, asked: AskedOfAll): Answer {
  const chart = groupChart(facts);
  const answer = wordGrouped(facts, asked, {
    what: gradedSaid(facts),
    by: 'Counted by the newest inspection held of each council',
    head: 'Councils graded so',
    of: 'Of',
  });
  return chart ? { ...answer, chart } : answer;
}

/** "North West has the most councils whose overall grade went up …: 7 of 24". */
export function wordMovementByGroup(
  { movement, grouped }: MovementByGroup,
  asked: AskedOfAll,
): Answer {
  const { areas } = movement;
  return wordGrouped(grouped, asked, {
    what: `whose ${areas ? `grade ${areaPhrase(areas)}` : 'overall grade'} ${movedSaid(movement)}`,
    by: 'Counted of the councils with two full inspections or more in this record, pairs whose frameworks may differ',
    head: 'Councils',
    of: 'Of those with two inspections or more',
  });
}

/** What is counted, in the headline, the note and the heads of the table. */
type Said = { what: string; by: string; head: string; of: string };

function wordGrouped(facts: Grouped, asked: AskedOfAll, said: Said): Answer {
  const { by, rows, measure } = facts;
  return gradeAnswer(
    asked,
    [],
    headlineOf(facts, said.what),
    [
      [
        said.by,
        ...(by === 'region' ? ['the regions are the statistical regions of England'] : []),
        ...(by === 'area' ? ['the areas are those that Ofsted grades today'] : []),
      ]
        .join('; ')
        .concat('.'),
    ],
    {
      caption: `Councils ${said.what}, by ${NAMES[by].one}`,
      columns: [
        NAMES[by].head,
        said.head,
        said.of,
        ...(measure === 'share' ? ['Share'] : []),
        'Which',
      ],
      rows: rows.map((row) => [
        row.group,
        String(row.names.length),
        String(row.graded),
        ...(measure === 'share' ? [percent(row)] : []),
        row.names.join('; '),
      ]),
    },
  );
}

const gradedSaid = ({ asked, by }: GroupFacts): string =>
  `graded ${quotedGrades(asked.grades)}${by === 'area' ? '' : ` ${areaPhrase(asked.areas)}`}`;

const percent = ({ names, graded }: GroupRow): string =>
  graded === 0 ? '' : `${Math.round((100 * names.length) / graded)} %`;

function headlineOf(facts: Grouped, what: string): string {
  const { rows, by, wanted } = facts;
  const { many } = NAMES[by];
  if (rows.length === 0) return 'This record covers no council.';
  if (wanted === 'none') {
    const none = rows.filter(({ names }) => names.length === 0).map(({ group }) => group);
    return none.length === 0
      ? `All ${rows.length} ${many} have councils ${what}: ${rows.map(counted).join(', ')}.`
      : `${none.length} of ${rows.length} ${many} ${none.length === 1 ? 'has' : 'have'} no council ${what}: ${none.join(', ')}.`;
  }
  if (wanted === 'all')
    return `Councils ${what}, by ${NAMES[by].one}: ${rows.map(counted).join(', ')}.`;
  return facts.few ? firstFew(facts, what, facts.few) : firstOf(facts, what);
}

/** "London 14 of 33" */
const counted = ({ group, names, graded }: GroupRow): string =>
  `${group} ${names.length} of ${graded}`;

/** "The 3 regions with the highest share of councils graded …: London 14 of 33 (42 %), …". */
function firstFew({ rows, by, measure, fewest }: Grouped, what: string, few: number): string {
  const shares = measure === 'share';
  const which = shares
    ? `the ${fewest ? 'lowest' : 'highest'} share of councils`
    : `the ${fewest ? 'fewest' : 'most'} councils`;
  const size = sizeBy(measure);
  const last = rows[Math.min(few, rows.length) - 1];
  // Whoever equals the last of them belongs to them.
  const shown = rows.filter((row, i) => i < few || (last && size(row) === size(last)));
  const said = shown.map((row) => `${counted(row)}${shares ? ` (${percent(row)})` : ''}`);
  return `The ${shown.length} ${NAMES[by].many} with ${which} ${what}: ${said.join(', ')}.`;
}

/** The first row, or those that are as high. */
function firstOf({ rows, by, measure, fewest, rank }: Grouped, what: string): string {
  const isEqual = (a: GroupRow, b: GroupRow) =>
    measure === 'share'
      ? a.names.length * b.graded === b.names.length * a.graded
      : a.names.length === b.names.length;
  const { above, at: equal } = atRank(rows, rank, isEqual);
  const { many } = NAMES[by];
  if (equal.length === 0) return `Fewer than ${rank} ${many} differ in this.`;
  const which =
    equal.length > 2 ? `${equal.length} ${many}` : equal.map(({ group }) => group).join(' and ');
  const superlative =
    measure === 'share'
      ? `the ${rankSaid(rank)}${fewest ? 'lowest' : 'highest'} share of councils`
      : `the ${rankSaid(rank)}${fewest ? 'fewest' : 'most'} councils`;
  const values = equal
    .slice(0, 2)
    .map(
      (row) =>
        `${row.names.length} of ${row.graded}${measure === 'share' ? ` (${percent(row)})` : ''}`,
    );
  return `${which} ${equal.length > 1 ? 'have' : 'has'} ${superlative} ${what}: ${values.join(' and ')}${afterSaid(above.map(counted))}.`;
}
