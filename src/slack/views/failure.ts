import { paragraph, run } from './elements.js';
import { escapeMrkdwn } from './escape.js';
import type { Reply } from './reply.js';

/**
 * What the asker reads when something failed: `sentence` where the failure is one that they can act
 * on, and the reference of the entry in the log.
 */
export function failureView(reference: string, sentence?: string): Reply {
  const text = `${sentence ?? 'Sorry, something went wrong here and this could not be done. Please try again.'} If it goes on, tell whoever runs this bot the reference ${reference}.`;
  return { text: escapeMrkdwn(text), blocks: [paragraph(run(text))] };
}
