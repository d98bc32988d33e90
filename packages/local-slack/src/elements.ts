import { z } from 'zod';
import type { JsonObject } from './json.js';

export const option = z.looseObject({ value: z.string() });
export type Option = z.infer<typeof option>;

const element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  options: z.array(option).optional(),
  initial_option: option.optional(),
  initial_options: z.array(option).optional(),
  option_groups: z.array(z.looseObject({ options: z.array(option) })).optional(),
  positive_button: option.optional(),
  negative_button: option.optional(),
});

export type InteractiveElement = z.infer<typeof element>;

/**
 * An element and the block it stands in. `input` is the input block around it, if it stands in one.
 */
export type PlacedElement = {
  blockId: string;
  element: InteractiveElement;
  input: JsonObject | null;
};

const blockWithElements = z.looseObject({
  block_id: z.string(),
  elements: z.array(z.unknown()).optional(),
  accessory: z.unknown().optional(),
  element: z.unknown().optional(),
  actions: z.array(z.unknown()).optional(),
  child_blocks: z.array(z.unknown()).optional(),
});

/**
 * Every element of `blocks` that a person can click, choose or type in, containers and carousels
 * included.
 */
export function interactiveElements(blocks: readonly unknown[]): PlacedElement[] {
  return blocks.flatMap((candidate) => {
    const read = blockWithElements.safeParse(candidate);
    if (!read.success) return [];
    const block = read.data;
    const own = [
      ...(block.elements ?? []),
      block.accessory,
      ...(block.actions ?? []),
      block.element,
    ];
    const placed = own.flatMap((each) => {
      const found = element.safeParse(each);
      if (!found.success) return [];
      return [
        {
          blockId: block.block_id,
          element: found.data,
          input: each === block.element ? block : null,
        },
      ];
    });
    const cards = block.type === 'carousel' ? interactiveElements(block.elements ?? []) : [];
    return [...placed, ...cards, ...interactiveElements(block.child_blocks ?? [])];
  });
}

/**
 * What the app has offered so far in the lists that it fills itself, by `block_id` and `action_id`.
 */
export type Offered = Map<string, readonly Option[]>;

const offeredKey = (blockId: string, actionId: string): string =>
  JSON.stringify([blockId, actionId]);

/** Whether the app fills the element's list as somebody types. */
export const isExternal = ({ type }: InteractiveElement): boolean =>
  type === 'external_select' || type === 'multi_external_select';

/** Adds to what an element's list has offered. */
export function offer(
  offered: Offered,
  { blockId, element }: PlacedElement,
  options: readonly Option[],
): void {
  const key = offeredKey(blockId, element.action_id);
  offered.set(key, [...(offered.get(key) ?? []), ...options]);
}

/**
 * The element with all that can be chosen in it: of a list that the app fills, what it has offered
 * or chosen from the start.
 */
export function withOffered(
  { blockId, element }: PlacedElement,
  offered: Offered,
): InteractiveElement {
  if (!isExternal(element)) return element;
  const { initial_option: one, initial_options: several = [] } = element;
  const found = offered.get(offeredKey(blockId, element.action_id)) ?? [];
  return { ...element, options: [...found, ...several, ...(one ? [one] : [])] };
}
