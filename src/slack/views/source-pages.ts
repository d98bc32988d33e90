import type { KnownBlock } from '@slack/types';
import type { SourcePage } from '../../answer/index.js';
import { linePart, type TextPart } from './answer-text.js';
import { context } from './elements.js';
import { linkMrkdwn } from './escape.js';

/** The pages that an explanation rests on, each as a link. */
export const sourcesView = (pages: SourcePage[]): KnownBlock[] =>
  pages.length === 0
    ? []
    : [
        context({
          type: 'mrkdwn',
          text: `Source: ${pages.map(({ name, url }) => linkMrkdwn(url, name)).join('; ')}`,
          verbatim: true,
        }),
      ];

/** The same as parts of a text, with the addresses spelt out. */
export const sourceParts = (pages: SourcePage[]): TextPart[] =>
  pages.map(({ name, url }) => linePart(`Source: ${name}, ${url}`));
