import type { Chart } from '../../answer/index.js';
import { shorten } from './elements.js';
import type { DataVisualizationBlock, MessageBlock } from './reply.js';

/** Slack's limits: docs.slack.dev, data visualization block. */
const TITLE = 50;
const LABEL = 20;
const MOST_CATEGORIES = 20;
const MOST_SERIES = 12;

/** The blocks with a chart before their table; null where there can be none. */
export function withChart(blocks: MessageBlock[], chart: Chart): MessageBlock[] | null {
  const view = chartView(chart);
  const at = blocks.findIndex(({ type }) => type === 'data_table');
  return view && at >= 0 ? blocks.toSpliced(at, 0, view) : null;
}

/** The chart as bars; null where Slack's limits leave no room, or shortened labels are the same. */
function chartView({ title, categories, series }: Chart): DataVisualizationBlock | null {
  const labels = categories.map(short);
  const names = series.map(({ name }) => short(name));
  const fits = labels.length <= MOST_CATEGORIES && names.length <= MOST_SERIES;
  if (!fits || !areUnique(labels) || !areUnique(names)) return null;
  return {
    type: 'data_visualization',
    title: shorten(title, TITLE),
    chart: {
      type: 'bar',
      series: series.map(({ values }, i) => ({
        name: names[i] ?? '',
        data: labels.map((label, at) => ({ label, value: values[at] ?? 0 })),
      })),
      axis_config: { categories: labels },
    },
  };
}

/** "Yorkshire and Humber": a name in few letters. */
const short = (name: string): string =>
  name.length <= LABEL ? name : shorten(name.replace(/\bthe /g, ''), LABEL);

const areUnique = (labels: string[]): boolean => new Set(labels).size === labels.length;
