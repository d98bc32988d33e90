import type { KnownBlock, ModalView } from '@slack/types';
import type { AlertField } from '../../digest/index.js';
import type { Alert } from '../../domain/alert.js';
import { plain, section } from './elements.js';
import type { HomePlace } from './home.js';
import { whereInputs } from './where-input.js';

export const ALERT_FORM = 'alert-form';

/**
 * What the form is filled in with: the channel in which it was asked for, the Home tab that it was
 * opened from, if any, and the alert that it changes, null for a new one.
 */
export type AlertFormFor = { asked: string; home: HomePlace | null; alert: Alert | null };

/** The form for an alert. Councils and regions are written as one would say them. */
export function alertForm({ asked, home, alert }: AlertFormFor): ModalView {
  const words = alert?.words.join(', ') ?? '';
  const places = alert?.places.map(({ name }) => name).join(', ') ?? '';
  return {
    type: 'modal',
    callback_id: ALERT_FORM,
    private_metadata: JSON.stringify({ asked, home, id: alert?.id ?? null }),
    title: plain('Alert'),
    submit: plain(alert ? 'Save' : 'Set up'),
    close: plain('Cancel'),
    blocks: [
      section(
        'Tells of Ofsted’s reports and letters as they come into the record, each once, quoted and cited. With words: those that say one of them. Without: every new one on these councils.',
      ),
      ...(alert === null ? whereInputs(asked, 'Tell it in') : []),
      input('words', 'Words, with commas between them', words, 'unregistered, unlawful'),
      input('places', 'Councils, regions, “neighbours of Kent”', places, 'all of England'),
      {
        type: 'context',
        elements: [
          plain(
            'What you write here is stored until the alert is stopped. Do not name a child or a family.',
          ),
        ],
      },
    ],
  };
}

type InputBlock = Extract<KnownBlock, { type: 'input' }>;

const field = (name: AlertField, label: string, element: InputBlock['element']): InputBlock => ({
  type: 'input',
  block_id: name,
  label: plain(label),
  element: { ...element, action_id: name },
});

const input = (
  name: AlertField,
  label: string,
  initial: string,
  placeholder: string,
): InputBlock => ({
  ...field(name, label, {
    type: 'plain_text_input',
    placeholder: plain(placeholder),
    max_length: 600,
    ...(initial && { initial_value: initial }),
  }),
  optional: true,
});
