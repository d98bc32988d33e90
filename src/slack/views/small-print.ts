import type { KnownBlock } from '@slack/types';
import { abridge } from './abridge.js';
import { context, plain, TEXT_LIMIT } from './elements.js';

/** Slack takes ten elements in a context block. */
const CONTEXT_ELEMENTS = 10;

/** Lines in small print, as many context blocks as they need. */
export function smallPrint(lines: string[]): KnownBlock[] {
  const elements = lines.filter(Boolean).map((line) => plain(abridge(line, TEXT_LIMIT)));
  const count = Math.ceil(elements.length / CONTEXT_ELEMENTS);
  return Array.from({ length: count }, (_, index) =>
    context(...elements.slice(index * CONTEXT_ELEMENTS, (index + 1) * CONTEXT_ELEMENTS)),
  );
}
