import { leadInspectorOf } from '../facts/inspectors.js';
import { labelled } from '../facts/labels.js';
import type { Layout } from '../reading.js';
import { boardJudgement } from './sif.js';

/**
 * Reviews of a Local Safeguarding Children Board alone: its grade is the board's, never the
 * council's.
 */
export const boardReview: Layout = {
  frontIsVerdict: true,
  authority: ({ title }) => title.split(/review of the effectiveness/i)[0] ?? '',
  visitDates: ({ front }) => labelled(front, 'visit'),
  leadInspector: ({ front, lines }) => leadInspectorOf(front, lines),
  judgements: ({ blocks }) => {
    const board = boardJudgement(blocks);
    return { judgements: board ? [board] : [], reasons: [] };
  },
};
