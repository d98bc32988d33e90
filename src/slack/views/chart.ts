import type { Chart } from '../../answer/index.js';
import { shortName } from '../../domain/short-names.js';
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

/**
 * The chart as bars; null where Slack's limits leave no room for it. A label is never cut: what has
 * no name so short is not drawn, and the table stands alone.
 */
function chartView({ title, categories, series }: Chart): DataVisualizationBlock | null {
  const labels = labelsOf(categories);
  const names = labelsOf(series.map(({ name }) => name));
  if (!labels || !names || title.length > TITLE) return null;
  if (labels.length > MOST_CATEGORIES || names.length > MOST_SERIES) return null;
  return {
    type: 'data_visualization',
    title,
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

/** The names as labels, each another; null where there are none such. */
function labelsOf(names: string[]): string[] | null {
  const labels = names.flatMap((name) => shortName(name, LABEL) ?? []);
  return new Set(labels).size === names.length ? labels : null;
}
