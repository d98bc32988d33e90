import { z } from 'zod';
import { dataVisualization } from './chart-schemas.js';
import {
  anyText,
  hasOneSource,
  identifier,
  imageSource,
  mrkdwn,
  ONE_SOURCE,
  plainText,
  secureAddress,
  string,
} from './composition.js';
import {
  actionsElement,
  button,
  contextActionsElement,
  imageElement,
  inputElement,
  sectionAccessory,
} from './element-schemas.js';
import { richText } from './rich-text.js';
import { dataTable, table } from './tables.js';
import { plan, taskCard } from './task-schemas.js';

const block = { block_id: identifier.optional() };

const actions = z.strictObject({
  type: z.literal('actions'),
  ...block,
  elements: z.array(actionsElement).min(1).max(25),
});

const alert = z.strictObject({
  type: z.literal('alert'),
  ...block,
  text: anyText(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const card = z
  .strictObject({
    type: z.literal('card'),
    ...block,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: z.array(button).min(1).max(3).optional(),
  })
  .refine(
    ({ hero_image, title, body, actions: buttons }) =>
      [hero_image, title, body, buttons].some(Boolean),
    'must have a hero_image, title, body or actions',
  );

const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...block,
  elements: z.array(card).min(1).max(10),
});

const context = z.strictObject({
  type: z.literal('context'),
  ...block,
  elements: z
    .array(z.discriminatedUnion('type', [imageElement, plainText(), mrkdwn()]))
    .min(1)
    .max(10),
});

const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...block,
  elements: z.array(contextActionsElement).min(1).max(5),
});

const divider = z.strictObject({ type: z.literal('divider'), ...block });

const file = z.strictObject({
  type: z.literal('file'),
  ...block,
  source: z.literal('remote'),
  external_id: string(255),
});

const header = z.strictObject({ type: z.literal('header'), ...block, text: plainText(150) });

const image = z
  .strictObject({
    type: z.literal('image'),
    ...block,
    ...imageSource,
    alt_text: string(2_000),
    title: plainText(2_000).optional(),
  })
  .refine(hasOneSource, ONE_SOURCE);

const input = z.strictObject({
  type: z.literal('input'),
  ...block,
  label: plainText(2_000),
  hint: plainText(2_000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
});

const markdown = z.strictObject({ type: z.literal('markdown'), ...block, text: string(12_000) });

const section = z
  .strictObject({
    type: z.literal('section'),
    ...block,
    text: anyText(3_000).optional(),
    fields: z.array(anyText(2_000)).min(1).max(10).optional(),
    accessory: sectionAccessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, {
    path: ['text'],
    message: 'missing required field: text or fields',
  });

const video = z.strictObject({
  type: z.literal('video'),
  ...block,
  video_url: secureAddress,
  thumbnail_url: secureAddress,
  alt_text: string(2_000),
  title: plainText(199),
  title_url: secureAddress.optional(),
  author_name: string(49).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: secureAddress.optional(),
  description: plainText().optional(),
});

/** In all surfaces. */
const everywhere = [
  actions,
  card,
  context,
  divider,
  header,
  image,
  richText,
  section,
  video,
] as const;

const container = z
  .strictObject({
    type: z.literal('container'),
    ...block,
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(150).optional(),
    icon: imageElement.optional(),
    child_blocks: z
      .array(
        z.discriminatedUnion('type', [
          actions,
          context,
          divider,
          file,
          header,
          image,
          richText,
          section,
          table,
          video,
        ]),
      )
      .min(1)
      .max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine(({ title, rich_text_title }) => (title ?? rich_text_title) !== undefined, {
    path: ['title'],
    message: 'missing required field: title or rich_text_title',
  })
  .refine(({ default_collapsed, is_collapsible }) => !default_collapsed || is_collapsible, {
    path: ['default_collapsed'],
    message: 'requires is_collapsible',
  })
  .refine(({ has_header_divider, is_collapsible }) => !(has_header_divider && is_collapsible), {
    path: ['has_header_divider'],
    message: 'is not allowed with is_collapsible',
  });

/**
 * The blocks of each surface, as Slack's list of blocks has it; inputs are for views alone here.
 */
export const blocksOf = {
  message: z.discriminatedUnion('type', [
    ...everywhere,
    carousel,
    container,
    contextActions,
    dataTable,
    dataVisualization,
    file,
    markdown,
    plan,
    table,
    taskCard,
  ]),
  modal: z.discriminatedUnion('type', [...everywhere, alert, input]),
  home: z.discriminatedUnion('type', [...everywhere, carousel, input]),
} as const;

export type Surface = keyof typeof blocksOf;
