import { placesOf } from './places-of.js';
import type { Question, Span } from './question.js';
import { saidAgain } from './remembered.js';
import { isOfVocabulary } from './residue.js';

/**
 * A question in the words of the record and the vocabularies alone, in the order in which they were
 * said: names as the record writes them, words as they were read, and none of the little words
 * between. Null where it has a word, a number or a quotation of its asker's own.
 */
export function restated(question: Question): string | null {
  if (!isOfVocabulary(question)) return null;
  const { tokens, spans } = question;
  const named = new Map<number, string>();
  const said = new Set<number>();
  for (const span of spans.filter(isOfSense)) {
    const places = placesOf(span);
    const name = NAMED.has(span.kind) ? saidAgain(span) : null;
    const [first] = places;
    if (name !== null && first !== undefined) named.set(first, name);
    for (const at of places) if (name === null || at === first) said.add(at);
  }
  const text = tokens
    .filter(({ at }) => said.has(at))
    .map(({ at, word }) => named.get(at) ?? word)
    .join(' ');
  return text === '' ? null : text;
}

/** Little words ask nothing, and thanks are for whoever answers. */
const isOfSense = ({ kind, value }: Span): boolean => kind !== 'filler' && value !== 'greeting';

/** What is said by its name in the record; all else by the words of a vocabulary. */
const NAMED: ReadonlySet<Span['kind']> = new Set<Span['kind']>([
  'council',
  'former_council',
  'place',
  'council_type',
  'inspector',
]);
