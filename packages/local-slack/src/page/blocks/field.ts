import type { Json } from '../json.js';

/** A control with a value, made from a block element. */
export type Field = {
  node: HTMLElement;
  /** The one control a `<label>` can be for; a group of boxes has none and is named by a legend. */
  control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null;
  /** What `view.state.values` says of it. */
  state(): Json;
  /** What a click sends: the chosen value; of several choices, a JSON array of them. */
  value(): string | null;
  isEmpty(): boolean;
};
