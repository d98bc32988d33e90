import type { BlockJson, State } from '../../contract.js';
import type { Json } from '../json.js';
import type { Field } from './field.js';

export type Click = { blockId: string; actionId: string; value: string | null };

/** A control of a view, where Slack's `view.state.values` will look for it. */
export type PlacedField = { blockId: string; actionId: string; optional: boolean; field: Field };

/** What blocks need to know of the place they stand in. */
export type BlockContext = {
  state: State;
  /** Sends the bot what was clicked or chosen. */
  click(click: Click): Promise<void>;
  /**
   * What the bot offers in a list that it fills, for what is typed; null where it cannot be had.
   */
  suggest(typed: { blockId: string; actionId: string; value: string }): Promise<Json[] | null>;
  /** Called with every control that has a value, in order. */
  place(placed: PlacedField): void;
  /** The level of a `header` block's heading in the page's outline. */
  headingLevel: 2 | 3;
};

export type RenderBlock = (block: BlockJson, context: BlockContext) => Node;

/** The name of a user or channel; null where the workspace has none of this id. */
export const nameOf =
  (state: State) =>
  (id: string): string | null =>
    [...state.users, ...state.channels, state.you, state.bot].find((named) => named.id === id)
      ?.name ?? null;
