import { says } from '../question/index.js';
import type { Chosen } from './ask-back.js';
import type { Asked } from './asked.js';
import { saidByInspectors } from './one-council/said-by-inspectors.js';
import { councilsMeant } from './route.js';

/** What is claimed of the one council named, where a report has its words; else `null`. */
export function saidOfOne(asked: Asked): Chosen | null {
  const meant = councilsMeant(asked.question, asked.context);
  const isOne = meant.scope === 'one' && !says(asked.question, 'former_council');
  const answer = isOne ? saidByInspectors({ ...asked, ...meant }) : null;
  return answer && { intent: 'passages', answer };
}
