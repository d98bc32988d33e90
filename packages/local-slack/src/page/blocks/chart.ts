import { h } from '../dom.js';
import { type Json, number, record, records, string, strings } from '../json.js';

type Series = { name: string; values: number[] };

/**
 * A `data_visualization` with a bar chart: each bar with its name and value in words, and the whole
 * as a table for whoever does not see bars.
 */
export function chart(block: Json): HTMLElement {
  const title = string(block, 'title');
  const json = record(block, 'chart') ?? {};
  const categories = strings(record(json, 'axis_config') ?? {}, 'categories');
  const series = records(json, 'series').map(
    (each): Series => ({
      name: string(each, 'name'),
      values: records(each, 'data').map((datum) => number(datum, 'value') ?? 0),
    }),
  );
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', {}, title),
    h(
      'div',
      { class: 'chart-bars', 'aria-hidden': 'true' },
      ...categories.map((category, i) => group(category, series, i, most)),
    ),
    h(
      'details',
      {},
      h('summary', {}, 'As a table'),
      h('div', { class: 'table-scroll' }, asTable(title, categories, series)),
    ),
  );
}

function group(category: string, series: Series[], index: number, most: number): HTMLElement {
  const isAlone = series.length === 1;
  return h(
    'div',
    { class: isAlone ? 'chart-group alone' : 'chart-group' },
    !isAlone && h('div', { class: 'chart-category' }, category),
    ...series.map(({ name, values }, which) =>
      bar(isAlone ? category : name, values[index] ?? 0, most, which),
    ),
  );
}

function bar(label: string, value: number, most: number, which: number): HTMLElement {
  const fill = h('span', { class: `chart-fill chart-fill-${which % 4}` });
  // The page's policy lets no `style` attribute through, and scripts set properties.
  fill.style.setProperty('width', `${(100 * value) / most}%`);
  return h(
    'div',
    { class: 'chart-bar' },
    h('span', { class: 'chart-label' }, label),
    h('span', { class: 'chart-track' }, fill),
    h('span', { class: 'chart-value' }, String(value)),
  );
}

const asTable = (title: string, categories: string[], series: Series[]): HTMLElement =>
  h(
    'table',
    {},
    h('caption', {}, title),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'Category'),
        ...series.map(({ name }) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h(
      'tbody',
      {},
      ...categories.map((category, i) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, category),
          ...series.map(({ values }) => h('td', { class: 'number' }, String(values[i] ?? 0))),
        ),
      ),
    ),
  );
