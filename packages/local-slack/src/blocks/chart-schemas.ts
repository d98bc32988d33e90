import { z } from 'zod';
import { identifier, string } from './composition.js';

const LABEL = 20;

const series = z.strictObject({
  name: string(LABEL),
  data: z.array(z.strictObject({ label: string(LABEL), value: z.number() })).min(1),
});

/**
 * A `data_visualization` block with a bar chart: at most 20 categories and 12 series, each with a
 * value for every category (docs.slack.dev, data visualization block). Other kinds of chart are not
 * known here.
 */
export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: identifier.optional(),
  title: string(50),
  chart: z
    .strictObject({
      type: z.literal('bar'),
      series: z.array(series).min(1).max(12),
      axis_config: z.strictObject({
        categories: z
          .array(string(LABEL))
          .min(1)
          .max(20)
          .refine((names) => new Set(names).size === names.length, 'must be unique'),
      }),
    })
    .refine(
      ({ series: all, axis_config: { categories } }) =>
        all.every(
          ({ data }) =>
            data.length === categories.length &&
            data.every(({ label }, i) => label === categories[i]),
        ),
      { path: ['series'], message: 'every series must have a value for each of the categories' },
    )
    .refine(({ series: all }) => new Set(all.map(({ name }) => name)).size === all.length, {
      path: ['series'],
      message: 'must have names of their own',
    }),
});
