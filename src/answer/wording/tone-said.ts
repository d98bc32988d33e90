import type { RecordedPassage } from '../../domain/record.js';

/** How inspectors spoke of something, as the marks of these passages tell it. */
export type ToneSaid = 'praised' | 'criticised' | 'praised and criticised' | 'spoken of';

/** What some passages come to: "praised" only where no mark of them says otherwise. */
export function toneSaid(passages: RecordedPassage[]): ToneSaid {
  const tones = new Set(passages.map(({ passage }) => passage.tone));
  const isMixed = tones.has('mixed') || (tones.has('praise') && tones.has('criticism'));
  if (isMixed) return 'praised and criticised';
  if (tones.has('unmarked') && tones.size > 1) return 'spoken of';
  if (tones.has('praise')) return 'praised';
  return tones.has('criticism') ? 'criticised' : 'spoken of';
}
