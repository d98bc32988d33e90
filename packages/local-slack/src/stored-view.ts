import type { ViewJson } from './blocks/view.js';
import type { BlockJson } from './contract.js';
import type { ElementState } from './element-state.js';
import type { Offered } from './elements.js';

/** A view as the app gave it, and where it stands. */
export type StoredView = {
  id: string;
  hash: string;
  rootViewId: string;
  previousViewId: string | null;
  user: string;
  given: ViewJson;
  blocks: BlockJson[];
  state: ElementState;
  offered: Offered;
  errors: Record<string, string>;
};
