import { intervals } from '../../across/intervals.js';
import type { AskedOfOne } from '../../asked.js';
import { wordIntervalsOfOne } from '../../wording/intervals.js';
import type { IntentOfOne } from '../intent.js';

/** A question about one council as one about many, of which it is the only one. */
const amongMany = ({ authority, question, context }: AskedOfOne) => ({
  question,
  context,
  scope: { authorities: [authority], places: [], excluded: [], type: null, text: question.text },
});

export const intervalOfOneIntent: IntentOfOne = {
  id: 'interval-of-one',
  scope: 'one',
  needs: [['interval.asked'], ['order.longest', 'visit'], ['order.shortest', 'visit']],
  allows: [
    'interval',
    'rank',
    'visit',
    'quantity',
    'order.newest',
    'order.previous',
    'order.consecutive',
    'order.longest',
    'order.shortest',
    'streak',
    'whole',
    'framework',
    'filler.loose',
    'movement.ever',
    'time_since',
    'when',
  ],
  examples: [
    'how long between inspections of tameside',
    'what is the gap between the last two inspections of tameside',
    'how long did tameside go between inspections',
    'how many years between one full inspection and the next in tameside',
    'longest gap between inspections tameside',
    'time between the last two full inspections of tameside',
    'shortest gap between two inspections of tameside',
    'how far apart were the last two tameside inspections',
  ],
  counterExamples: [
    'how long since tameside was inspected',
    'tameside timeline',
    'how many times has tameside been inspected',
    'time between visits to children in tameside',
  ],
  answer: (asked) => {
    const many = amongMany(asked);
    return { ...wordIntervalsOfOne(intervals(many), many), authority: asked.authority };
  },
};
