import type { Reason } from '../../../domain/document.js';
import type { ReadPassage } from '../reading.js';
import type { Block } from './blocks.js';
import { damagedTexts } from './text-damage.js';

/** What a page holds that its reader does not see. */
export type HiddenText = { page: number; text: string };

/** The passages whose text can be trusted, and a reason for each page that has other text. */
export function trustedPassages(
  passages: ReadPassage[],
  blocks: Block[],
  hidden: HiddenText[],
): { passages: ReadPassage[]; reasons: Reason[] } {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const texts = [
    ...passages.map(({ quote, page }) => ({ text: quote, page })),
    ...headings.map(({ text, page }) => ({ text, page })),
  ];
  const damaged = damagedTexts(texts.map(({ text }) => text));
  const onPage = new Map<number, string>();
  for (const i of damaged) {
    const { page, text } = texts[i] ?? { page: 1, text: '' };
    if (!onPage.has(page)) onPage.set(page, text);
  }
  return {
    passages: passages.filter((_, i) => !damaged.has(i)),
    reasons: [
      ...hidden.map(({ page, text }) => ({
        code: 'hidden_text' as const,
        field: null,
        detail: `Page ${page} holds text that no reader sees; it was left out: “${text.slice(0, 120)}”.`,
      })),
      ...[...onPage]
        .sort(([a], [b]) => a - b)
        .map(([page, text]) => ({
          code: 'text_layer_damaged' as const,
          field: null,
          detail: `Letters of page ${page} are replaced by others; what has them was left out: “${text.slice(0, 120)}”.`,
        })),
    ],
  };
}
