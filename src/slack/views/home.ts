import type { HomeView, KnownBlock, PlainTextOption } from '@slack/types';
import { type Answer, type Choice, firstScreen } from '../../answer/index.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { askActionId } from './buttons.js';
import { councilSelect } from './council-select.js';
import { button, context, paragraph, plain, run } from './elements.js';
import { firstScreenView } from './first-screen.js';

/** What the list of councils is called in the payload of a block action. */
export const HOME_COUNCIL = 'home:council';

/**
 * What the Home tab tells: how much the record holds (`reach`, a sentence), whether new reports
 * are looked for, the council that was chosen with what was found at it last and its digests (a
 * line each), the digests of whoever looks at it, and questions that fit the record.
 */
export type Home = {
  reach: string;
  newReports: string;
  council: { option: PlainTextOption; answer: Answer; choices: Choice[]; digests: string[] } | null;
  digests: string[];
  examples: Choice[];
};

const KEPT =
  'Questions are not kept. What a thread is about is, for seven days, without your words; “forget” in it deletes that. A digest is kept until it is turned off. Do not write about a particular child, family or case: use your own duty route for that.';

/** The Home tab: what the record holds, a council at a glance, digests, and questions to try. */
export const homeView = ({ reach, newReports, council, digests, examples }: Home): HomeView => ({
  type: 'home',
  blocks: [
    { type: 'header', text: plain("A council's Ofsted inspections, quoted and cited") },
    paragraph(
      run(
        `Ask with ${SLASH_COMMAND.name} in any channel, mention the bot, or write to it in Messages. What you press here is answered in Messages. It says only what it can quote, who said it and when, and says so when the record holds nothing.`,
      ),
    ),
    context(plain(`${reach} ${newReports}`)),
    { type: 'divider' },
    { type: 'header', text: plain('A council at a glance') },
    {
      type: 'section',
      text: plain('Choose a council to see its grades and what was found last.'),
      accessory: councilSelect(HOME_COUNCIL, council?.option ?? null),
    },
    ...(council ? councilView(council) : []),
    { type: 'divider' },
    { type: 'header', text: plain('Your digests') },
    linesView(
      digests.length > 0
        ? digests
        : [`None. ${SLASH_COMMAND.name} digest, in a channel, sets one up there.`],
    ),
    choicesView([{ label: 'How digests are set up', question: 'digest' }], 200),
    { type: 'divider' },
    { type: 'header', text: plain('Try') },
    choicesView(examples, 100),
    context(plain(KEPT)),
  ],
});

function councilView({ answer, choices, digests }: NonNullable<Home['council']>): KnownBlock[] {
  const first = firstScreen(answer);
  const grades = (answer.table?.rows ?? []).map(([area, grade]) => `${area}: ${grade}`).join(' · ');
  return [
    // The Home tab takes no table.
    ...firstScreenView(
      { ...first, table: null, notes: [grades, ...first.notes].filter(Boolean) },
      0,
    ),
    ...(digests.length > 0 ? [linesView(digests)] : []),
    choicesView(choices, 0),
  ];
}

const linesView = (lines: string[]): KnownBlock =>
  paragraph(run(lines.length > 1 ? lines.map((line) => `• ${line}`).join('\n') : (lines[0] ?? '')));

/** Buttons that ask; what they are called counts on from `from`, so that each is its own. */
const choicesView = (choices: Choice[], from: number): KnownBlock => ({
  type: 'actions',
  elements: choices.map(({ label, question }, i) => button(askActionId(from + i), label, question)),
});
