import { words } from '../language/index.js';

/**
 * Tells whether a text writes one of some phrases as a name: in quotation marks, or with capitals
 * where no sentence begins, if it is one word.
 */
export function writtenAsName(phrases: string[]): (text: string) => boolean {
  const forms = phrases.flatMap((phrase) => {
    const parts = words(phrase);
    const quoted = parts.map((word) => word.replace(/^./, (c) => `[${c}${c.toUpperCase()}]`));
    const capital = parts.map((word) => word.replace(/^./, (c) => c.toUpperCase()));
    const begins = parts.length === 1 ? '(?<!^|[.!?:•]\\s+)' : '';
    return [`[‘'“"]${quoted.join('[\\s-]+')}`, `${begins}\\b${capital.join('[\\s-]+')}`];
  });
  const written = new RegExp(`(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  return (text) => written.test(text);
}
