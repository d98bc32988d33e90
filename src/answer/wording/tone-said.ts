import type { RecordedPassage } from '../../domain/record.js';

/**
 * How inspectors spoke of something: "praised" or "criticised" only where every passage is marked
 * so; of passages that differ, or that nobody marked, nothing is made up.
 */
export function toneSaid(passages: RecordedPassage[]): 'praised' | 'criticised' | 'spoken of' {
  const [tone, ...others] = new Set(passages.map(({ passage }) => passage.tone));
  if (others.length > 0) return 'spoken of';
  if (tone === 'praise') return 'praised';
  return tone === 'criticism' ? 'criticised' : 'spoken of';
}
