import type { KnownBlock } from '@slack/types';

/** Slack's block for charts, which its types do not have yet. */
export type DataVisualizationBlock = {
  type: 'data_visualization';
  block_id?: string;
  title: string;
  chart: {
    type: 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[] };
  };
};

/** A block of a message; of the last kind Slack's types know nothing yet. */
export type MessageBlock = KnownBlock | DataVisualizationBlock;

/**
 * A message to Slack: `blocks` for the eye; `text` (mrkdwn) for notifications and screen readers,
 * and alone where Slack refuses the blocks. `charted`: the same blocks with a chart beside them,
 * which go first, and in whose place `blocks` go where Slack refuses them.
 */
export type Reply = { text: string; blocks: KnownBlock[]; charted?: MessageBlock[] };
