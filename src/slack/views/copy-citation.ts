import type { ModalView, RichTextBlock } from '@slack/types';
import type { CopiedCitation } from '../../answer/index.js';
import { abridge } from './abridge.js';
import { plain, run, section } from './elements.js';

/** A preformatted text is held to the length that Slack allows a text elsewhere. */
const MOST_CHARACTERS = 3_000;

/** What somebody reads whose quotation the record does not have any more. */
export const QUOTATION_GONE =
  'The record has changed since this was shown, and does not have this quotation in these words any more. Ask again to see what it has now.';

const modal = (blocks: ModalView['blocks']): ModalView => ({
  type: 'modal',
  title: plain('Copy citation'),
  close: plain('Close'),
  blocks,
});

/** A citation in its usual forms, each as plain text that can be selected. */
export const copyCitationModal = (citations: CopiedCitation[]): ModalView =>
  modal([
    section('Slack lets no app copy for you: select the form that you need, and copy it.'),
    ...citations.map(
      ({ form, text }): RichTextBlock => ({
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [run(form, { bold: true })] },
          {
            type: 'rich_text_preformatted',
            elements: [run(abridge(text, MOST_CHARACTERS))],
          },
        ],
      }),
    ),
  ]);

/** The same view where there is nothing to cite any more. */
export const citationGoneModal = (): ModalView => modal([section(QUOTATION_GONE)]);
